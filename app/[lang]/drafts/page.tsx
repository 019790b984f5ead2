import { DraftItem } from '@/app/_components/comments/draft-item'
import { EarlierLink } from '@/app/_components/people/earlier-link'
import { WidePage } from '@/app/_components/people/wide-page'
import { inLanguage } from '@/app/_web/address'
import { asked, idOf, type PageProps, privatePage } from '@/app/_web/asked'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { listUnsent } from '@/forum/unsent/queries'
import { writing } from '@/messages/writing'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => writing[language].drafts)

/** What somebody began to write, wherever it was. */
export default async function DraftsPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = writing[language]
  const reading = listUnsent(await viewer(), idOf(query.before))
  const { items, before } = await orNotFound(reading, { language, path: '/drafts' })
  return (
    <WidePage>
      <header className="grid gap-2">
        <h1 className="font-serif text-[1.6875rem]/[1.2] font-semibold tracking-[-0.018em] mid:text-[2rem]">
          {t.drafts}
        </h1>
        <p className="text-ink-2">{items.length === 0 ? t.noDrafts : t.draftsHint}</p>
      </header>
      <ul className="divide-y divide-rule border-y border-rule empty:hidden">
        {items.map((item) => (
          <DraftItem key={item.id} item={item} language={language} />
        ))}
      </ul>
      <EarlierLink path={inLanguage(language, '/drafts')} before={before} language={language} />
    </WidePage>
  )
}
