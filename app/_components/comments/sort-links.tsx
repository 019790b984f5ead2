import Link from 'next/link'
import { inLanguage } from '@/app/_web/address'
import { Sort } from '@/forum/comments/input'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'

type Props = { sort: Sort; path: string; language: Language }

/** Links, not a menu: they work without JavaScript and each order has an address. */
export function SortLinks({ sort, path, language }: Props) {
  const t = thread[language]
  return (
    <nav aria-label={t.sort} className="flex w-full gap-4 text-[0.8125rem]">
      {Sort.options.map((one) => (
        <Link
          key={one}
          href={inLanguage(language, `${path}/comments?sort=${one}`)}
          prefetch={false}
          scroll={false}
          aria-current={one === sort ? 'true' : undefined}
          className="inline-flex items-center text-ink-3 hover:text-ink underline-offset-4 decoration-rubric aria-[current]:text-ink aria-[current]:underline pointer-coarse:min-h-11"
        >
          {t.sorts[one]}
        </Link>
      ))}
    </nav>
  )
}
