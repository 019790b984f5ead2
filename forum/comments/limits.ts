// Apart from input.ts, so that the browser can count without carrying the schemas.

/** Characters of a comment, as PostgreSQL counts them. */
export const BODY_MAX = 10_000
export const QUOTE_MAX = 1_000
