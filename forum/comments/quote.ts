import { plainWords } from '@/lib/near-words'

/** Whether the paragraph's wording says these words. */
export function quoteStands(quote: string, wording: string): boolean {
  return plainWords(wording).includes(plainWords(quote))
}
