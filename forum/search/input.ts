import { z } from 'zod'
import { typedLine } from '@/forum/text'

export const SEARCH_MAX = 100
/** One Chinese character is a word; one Latin letter is not, but nobody is harmed. */
export const SearchWords = typedLine({ min: 1, max: SEARCH_MAX })
export const SearchPage = z.object({ q: SearchWords.optional() })
