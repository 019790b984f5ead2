import { AccountForm } from '@/app/_components/people/account-form'
import { TextLink } from '@/app/_components/people/text-link'
import { essayPath, inLanguage, paragraphPath, personPath } from '@/app/_web/address'
import type { listChoices } from '@/forum/notifications/essay-watch'
import type { listIgnored } from '@/forum/notifications/ignored'
import type { Language } from '@/messages/language'
import { telling } from '@/messages/telling'
import { button } from '@/ui/button'

type Props = {
  choices: Awaited<ReturnType<typeof listChoices>>
  ignored: Awaited<ReturnType<typeof listIgnored>>
  language: Language
}

const WORDS_MOST = 60

/** Everything a person chose to hear or not to hear of, each with a button that ends it. */
export function ChoiceList({ choices: { essays, threads }, ignored, language }: Props) {
  const t = telling[language]
  const rows = [
    ...essays.map(({ slug, title, language: lang }) => ({
      key: slug,
      action: '/do/notifications/essay',
      hidden: { slug, choice: 'usual' },
      href: `${essayPath(slug)}/watch`,
      name: title,
      lang,
      state: t.states.essay,
    })),
    ...threads.map(({ id, choice, essay, text }) => ({
      key: id,
      action: '/do/notifications/thread',
      hidden: { paragraphId: id, choice: 'usual' },
      href: `${paragraphPath(id)}/watch`,
      name: `${essay.title}: ${[...text].slice(0, WORDS_MOST).join('')}`,
      lang: essay.language,
      state: t.states[choice],
    })),
    ...ignored.map(({ handle, choice }) => ({
      key: handle,
      action: '/do/notifications/person',
      hidden: { handle, choice: 'usual' },
      href: personPath(handle),
      name: `@${handle}`,
      lang: undefined,
      state: t.personStates[choice],
    })),
  ]
  return (
    <section id="choices" className="grid scroll-mt-20 gap-2">
      <h2 className="text-lg font-semibold">{t.choicesTitle}</h2>
      {rows.length === 0 ? <p className="text-ink-2">{t.noChoices}</p> : null}
      <ul className="divide-y divide-rule border-y border-rule empty:hidden">
        {rows.map(({ key, action, hidden, href, name, lang, state }) => (
          <li key={key} className="flex flex-wrap items-center justify-between gap-x-4 py-1.5">
            <p className="min-w-0 flex-1">
              <TextLink href={inLanguage(language, href)}>
                <span lang={lang} dir="auto" className="line-clamp-1 wrap-anywhere">
                  {name}
                </span>
              </TextLink>{' '}
              <span className="text-[0.8125rem] text-ink-3">{state}</span>
            </p>
            <AccountForm action={action} language={language} hidden={hidden} className="flex-none">
              <button type="submit" aria-label={t.endOf(name)} className={button('quiet')}>
                {t.end}
              </button>
            </AccountForm>
          </li>
        ))}
      </ul>
    </section>
  )
}
