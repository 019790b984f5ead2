import { TextLink } from '@/app/_components/people/text-link'
import { essayPath, inLanguage } from '@/app/_web/address'
import type { readProfile } from '@/forum/people/queries'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'

type Props = { essays: NonNullable<Awaited<ReturnType<typeof readProfile>>['moderates']>; language: Language }

/** Of which essays somebody is a moderator who is not one of all; those that no list names are not named here either. */
export function Moderates({ essays, language }: Props) {
  const t = account[language]
  if (essays.length === 0) return <p className="text-sm text-ink-2">{t.moderatesSome}</p>
  return (
    <p className="text-sm text-ink-2">
      {t.moderates}{' '}
      {essays.map(({ slug, title, language: of }, index) => (
        <span key={slug}>
          {index > 0 ? t.listed : ''}
          <TextLink href={inLanguage(language, essayPath(slug))}>
            <span lang={of}>{title}</span>
          </TextLink>
        </span>
      ))}
    </p>
  )
}
