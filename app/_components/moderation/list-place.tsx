import type { ListPlace } from '@/forum/moderation/input'

/** Part of every form beside the list: afterwards the list is where it was. */
export function ListPlaceFields({ place }: { place: ListPlace }) {
  return (
    <>
      <input type="hidden" name="state" value={place.state} />
      <input type="hidden" name="after" value={place.after ?? ''} />
      <input type="hidden" name="listSort" value={place.sort ?? ''} />
      <input type="hidden" name="listEssay" value={place.essay ?? ''} />
      <input type="hidden" name="listReason" value={place.reason ?? ''} />
      <input type="hidden" name="listPerson" value={place.person ?? ''} />
    </>
  )
}
