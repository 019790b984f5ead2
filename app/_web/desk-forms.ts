import { QUEUE_STATES } from '@/forum/moderation/input'

/** Where the list beside a case stood, from the fields of a form of the desk. */
export const placeOf = ({ state, after }: Record<string, string>) => ({
  state: QUEUE_STATES.find((one) => one === state) ?? ('open' as const),
  after: after?.slice(0, 80) || undefined,
})
