/** Id of a paragraph's element. */
export const paragraphAnchor = (ordinal: number | string) => `p-${ordinal}`
/** Marks the one button of a paragraph that opens its thread. */
export const OPENER = 'data-opener'
