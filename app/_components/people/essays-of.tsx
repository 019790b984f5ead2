import { essayPath, inLanguage, personPath } from '@/app/_web/address'
import type { readProfile } from '@/forum/people/queries'
import type { Language } from '@/messages/language'
import { profile } from '@/messages/profile'

type Profile = Awaited<ReturnType<typeof readProfile>>
type Props = { handle: string; essays: Profile['essays']; chosen: string | undefined; language: Language }

const LINK =
  'inline-flex items-center py-1 underline decoration-rule-strong underline-offset-[0.2em] hover:text-ink pointer-coarse:min-h-11'

/** Which essays somebody wrote, and where they commented: each narrows the list below to it. */
export function EssaysOf({ handle, essays: { wrote, commented }, chosen, language }: Props) {
  const t = profile[language]
  const page = inLanguage(language, personPath(handle))
  return (
    <div className="grid gap-1 text-sm text-ink-2">
      {wrote.map(({ slug, title, language: written }) => (
        <p key={slug}>
          <span className="rounded bg-rubric-wash px-1.5 text-xs leading-5 text-rubric-ink">{t.author}</span>{' '}
          <a href={inLanguage(language, essayPath(slug))} lang={written} dir="auto" className={LINK}>
            {title}
          </a>
        </p>
      ))}
      {commented.map(({ slug, title, language: written, comments, votes }) => (
        <p key={slug}>
          <a
            href={chosen === slug ? page : `${page}?essay=${encodeURIComponent(slug)}`}
            aria-current={chosen === slug ? 'true' : undefined}
            className={`${LINK} aria-[current]:font-semibold aria-[current]:text-ink`}
          >
            <span lang={written} dir="auto">
              {title}
            </span>
          </a>{' '}
          · {t.comments(comments)} · {t.votes(votes)}
        </p>
      ))}
      {chosen === undefined ? null : (
        <p>
          <a href={page} className={LINK}>
            {t.all}
          </a>
        </p>
      )}
    </div>
  )
}
