'use client'
import { commentPath, inLanguage } from '@/app/_web/address'
import type { Language } from '@/messages/language'
import { unread } from '@/messages/unread'
import { useFresh } from './fresh'

/** New comments of a long thread that are not on this page: the way to the next of them. */
export function FurtherNews({ language }: { language: Language }) {
  const away = useFresh()?.away.filter(({ late }) => !late) ?? []
  const [next] = away
  if (!next) return null
  return (
    <p className="pt-4 text-sm print:hidden">
      <a
        href={inLanguage(language, commentPath(next.id))}
        data-new-further
        className="inline-flex items-center text-rubric-ink underline underline-offset-2 pointer-coarse:min-h-11"
      >
        {unread[language].further(away.length)}
      </a>
    </p>
  )
}
