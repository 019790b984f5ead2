/**
 * The surest pairs: a form that stands exactly once in the old text and exactly once in the new one is the same
 * paragraph wherever it went (Heckel 1978, "A technique for isolating differences between files"). Repeated forms wait
 * for their neighbours.
 */
export function findAnchors(oldForms: readonly string[], newForms: readonly string[]): (number | null)[] {
  const oldPlaces = onlyPlaces(oldForms)
  const newPlaces = onlyPlaces(newForms)
  return oldForms.map((form) => (oldPlaces.get(form) === null ? null : (newPlaces.get(form) ?? null)))
}

/** By form the index where it stands, or null when it stands in several places. */
function onlyPlaces(forms: readonly string[]): Map<string, number | null> {
  const places = new Map<string, number | null>()
  forms.forEach((form, index) => {
    places.set(form, places.has(form) ? null : index)
  })
  return places
}
