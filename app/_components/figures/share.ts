import { figures } from '@/messages/figures'
import { type Language, LOCALE } from '@/messages/language'

/** "12 (40 %)"; the number alone where there is nothing it is a part of. */
export function shareOf(count: number, all: number, language: Language): string {
  const number = new Intl.NumberFormat(LOCALE[language]).format(count)
  if (all === 0) return number
  const percent = new Intl.NumberFormat(LOCALE[language], { style: 'percent' }).format(count / all)
  return figures[language].ofAll(number, percent)
}
