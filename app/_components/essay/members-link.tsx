'use client'
import { useMe } from '@/app/_components/frame/me'
import { inLanguage } from '@/app/_web/address'
import type { Language } from '@/messages/language'
import { reading } from '@/messages/reading'

/** Below what everybody finds: the way to what only members do. Nothing for guests, and nothing where there is none. */
export function MembersLink({ language }: { language: Language }) {
  const count = useMe()?.membersEssays ?? 0
  if (count === 0) return null
  return (
    <p className="mt-8 text-sm print:hidden">
      <a
        href={inLanguage(language, '/members')}
        className="inline-block py-2 text-rubric-ink underline underline-offset-[0.15em]"
      >
        {reading[language].moreForMembers(count)}
      </a>
    </p>
  )
}
