/** What the comments of a thread have in common, handed down to each of them. */
export type ThreadPlace = {
  paragraphId: string
  /** Number of the revision since which the paragraph reads as it does; comments from before were written on other words. */
  since: number
  /** Its present words. */
  text: string
  /** Nobody writes here any more, or not now. */
  closed: boolean
}
