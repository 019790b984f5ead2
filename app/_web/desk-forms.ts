import { DeskAddress, type ListPlace } from '@/forum/moderation/input'

/** Where the list beside a case stood, from the fields of a form of the desk. */
export function placeOf(fields: Record<string, unknown>): ListPlace {
  const { done: _, ...place } = DeskAddress.parse({
    state: fields.state,
    after: fields.after || undefined,
    sort: fields.listSort,
    essay: fields.listEssay,
    reason: fields.listReason,
    person: fields.listPerson,
  })
  return place
}
