import { inLanguage } from '@/app/_web/address'
import { QUEUE_STATES } from '@/forum/moderation/input'
import type { Desk } from '@/forum/moderation/queries'
import { MOST_COUNTED } from '@/forum/moderation/queue'
import { desk as words } from '@/messages/desk'
import { type Language, LOCALE } from '@/messages/language'
import { queuePath } from './paths'

/** The lists of the desk, each with how many wait in it. */
export function CaseTabs({ desk, language }: { desk: Desk; language: Language }) {
  const t = words[language]
  const number = new Intl.NumberFormat(LOCALE[language])
  const countOf = (count: number) => (count >= MOST_COUNTED ? `${number.format(MOST_COUNTED)}+` : number.format(count))
  return (
    <ul
      data-desk-tabs=""
      className="sticky top-0 z-10 flex flex-wrap gap-x-3.5 border-b border-rule bg-paper px-4.5 py-1 text-sm text-ink-2"
    >
      {QUEUE_STATES.map((state) => {
        const count = state === 'done' ? 0 : desk.counts[state]
        return (
          <li key={state}>
            <a
              href={inLanguage(language, queuePath({ state }))}
              aria-current={state === desk.address.state ? 'page' : undefined}
              className="block py-1.5 whitespace-nowrap pointer-coarse:py-2.5 hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {t.tabs[state]}
              {count > 0 ? ` ${countOf(count)}` : ''}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
