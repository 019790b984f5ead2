import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'

/** The next page of a list, newest first; nothing at its end. */
export function EarlierLink({ path, before, language }: { path: string; before: string | null; language: Language }) {
  if (!before) return null
  return (
    <a
      href={`${path}${path.includes('?') ? '&' : '?'}before=${before}`}
      className={button('plain', 'min-h-11 justify-self-start')}
    >
      {account[language].earlier}
    </a>
  )
}
