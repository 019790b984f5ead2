// Apart from input.ts, so that the browser can ask without carrying the schemas.

/** Characters of a draft: a comment that is far too long is still kept until it is shortened. */
export const UNSENT_MAX = 20_000
