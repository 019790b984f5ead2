// Apart from input.ts, so that the browser can count without carrying the schemas.

/** Characters of a comment, as PostgreSQL counts them. */
export const BODY_MAX = 10_000
export const QUOTE_MAX = 1_000
/** Answers to answers to answers …: longer than any exchange between people, short enough for what is read of it. */
export const DEPTH_MAX = 1_000
/** Comments of a page that are asked about at once; an address with so many has some 6,000 characters. */
export const SHOWN_MOST = 100
