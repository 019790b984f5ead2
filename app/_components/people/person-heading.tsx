import type { readProfile } from '@/forum/people/queries'
import { account } from '@/messages/account'
import { type Language, LOCALE } from '@/messages/language'
import { RoleBadge } from './role-badge'

type Person = Awaited<ReturnType<typeof readProfile>>['person']

export function PersonHeading({ person, language }: { person: Person; language: Language }) {
  const since = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <header className="grid gap-2">
      <h1 className="font-serif text-[1.6875rem]/[1.2] font-semibold tracking-[-0.018em] wrap-anywhere mid:text-[2rem]">
        {person.displayName}
      </h1>
      <p className="flex flex-wrap items-center gap-x-2.5 text-sm text-ink-2">
        <span className="wrap-anywhere">@{person.handle}</span>
        <RoleBadge role={person.role} language={language} />
        <span className="text-ink-3">{account[language].memberSince(since.format(person.createdAt))}</span>
      </p>
      {person.about ? (
        <p dir="auto" className="max-w-prose whitespace-pre-line pt-1 wrap-anywhere">
          {person.about}
        </p>
      ) : null}
    </header>
  )
}
