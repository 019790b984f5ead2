import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'

type Props = { note: string | null; essayLanguage: string; language: Language }

/** In the place of the composer while a discussion is closed. */
export function LockLine({ note, essayLanguage, language }: Props) {
  return (
    <p className="py-1 text-ink-2">
      {thread[language].locked}{' '}
      {note ? (
        <span lang={essayLanguage} dir="auto">
          {note}
        </span>
      ) : null}
    </p>
  )
}
