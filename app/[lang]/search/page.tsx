import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { Found } from '@/app/_components/search/found'
import { NothingFound } from '@/app/_components/search/nothing-found'
import { SearchForm } from '@/app/_components/search/search-form'
import { asked, type PageProps } from '@/app/_web/asked'
import { networkOf } from '@/app/_web/network'
import { type SearchFields, searchFields } from '@/app/_web/search-fields'
import { viewer } from '@/app/_web/viewer'
import { listEssays } from '@/forum/essay/queries'
import { parse } from '@/forum/parse'
import { Refusal } from '@/forum/refusal'
import { SearchQuery } from '@/forum/search/input'
import { admitSearch } from '@/forum/search/pace'
import { search } from '@/forum/search/queries'
import type { Viewer } from '@/forum/viewer'
import { refusals } from '@/messages/refusals'
import { searching } from '@/messages/search'
import { Notice } from '@/ui/notice'

/** Whoever asks, and for what: nothing of it is the same for everybody. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { language, query } = await asked(props)
  const { q } = searchFields(query)
  const t = searching[language]
  return { title: q ? t.titleOf(q) : t.title, robots: { index: false } }
}

export default async function SearchingPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = searching[language]
  const fields = searchFields(query)
  const who = await viewer()
  // Nothing but blanks is not a question yet.
  const answer = fields.q ? await admitted(who, fields) : null
  const refused = answer instanceof Refusal ? answer : null
  const found = answer instanceof Refusal ? null : answer
  const wrong = refused?.code === 'bad-input' || refused?.code === 'bad-characters' ? wrongField(refused) : undefined
  const nothing = found && found.titles.length + found.paragraphs.length + found.comments.length === 0
  return (
    <main className="mx-auto grid w-full max-w-[41.25rem] content-start gap-6 px-5 py-8 mid:px-8 mid:py-12 wide:px-0">
      <h1 className="font-serif text-[1.75rem]/[1.2] font-semibold">{t.title}</h1>
      {refused ? (
        <Notice look="refusal">
          {wrong === undefined
            ? refusals[language][refused.code](refused.about.facts ?? {})
            : wrong === 'cursor'
              ? t.wrong.cursor
              : t.notAsked}
        </Notice>
      ) : null}
      <SearchForm fields={fields} essays={await listEssays(who)} wrong={wrong} language={language} />
      <div role="status" className="grid gap-8">
        {nothing ? <NothingFound fields={fields} language={language} /> : null}
        {found ? <Found found={found} fields={fields} language={language} /> : null}
      </div>
    </main>
  )
}

/** The first field that was not right; something about the question where nothing is named. */
function wrongField({ about }: Refusal): keyof SearchFields {
  return SearchQuery.keyof().safeParse(about.field).data ?? 'q'
}

/** What was found, or why nothing was looked for. */
async function admitted(who: Viewer, fields: SearchFields) {
  try {
    const query = parse(SearchQuery, fields)
    await admitSearch(who, networkOf({ headers: await headers() }))
    return await search(who, query)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
