import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { FoundList } from '@/app/_components/search/found-list'
import { commentPath, inLanguage, threadPath } from '@/app/_web/address'
import { asked, type PageProps } from '@/app/_web/asked'
import { networkOf } from '@/app/_web/network'
import { pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { Refusal } from '@/forum/refusal'
import { SEARCH_MAX, SearchPage } from '@/forum/search/input'
import { admitSearch } from '@/forum/search/pace'
import { LATEST, search } from '@/forum/search/queries'
import { refusals } from '@/messages/refusals'
import { searching } from '@/messages/search'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { Notice } from '@/ui/notice'

/** Whoever asks, and for what: nothing of it is the same for everybody. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: searching[pageLanguage((await params).lang)].title, robots: { index: false } }
}

export default async function SearchingPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = searching[language]
  // Nothing but blanks is not a question yet.
  const { q } = query.q?.trim() ? parsed(SearchPage, { q: query.q }) : { q: undefined }
  const answer = q ? await admitted(q) : undefined
  const refused = answer instanceof Refusal ? answer : undefined
  const found = answer instanceof Refusal ? undefined : answer
  const nothing = found && found.paragraphs.length + found.comments.length === 0
  return (
    <main className="mx-auto grid w-full max-w-[41.25rem] gap-6 px-5 py-8 mid:px-8 mid:py-12 wide:px-0">
      <h1 className="font-serif text-[1.75rem]/[1.2] font-semibold">{t.title}</h1>
      <search>
        <form action={inLanguage(language, '/search')} className="grid gap-3">
          <Field
            label={t.label}
            hint={t.bounded(LATEST.toLocaleString(language))}
            type="search"
            name="q"
            defaultValue={q}
            maxLength={SEARCH_MAX}
            required
          />
          <button type="submit" className={button('primary', 'justify-self-start')}>
            {t.submit}
          </button>
        </form>
      </search>
      {refused ? <Notice look="refusal">{refusals[language][refused.code](refused.about.facts ?? {})}</Notice> : null}
      <div role="status" className="grid gap-6">
        {nothing ? <p className="text-ink-2">{t.nothing(q ?? '')}</p> : null}
        <FoundList
          title={t.paragraphs}
          found={(found?.paragraphs ?? []).map((paragraph) => ({
            key: paragraph.paragraphId,
            href: inLanguage(language, threadPath(paragraph.slug, paragraph.ordinal)),
            about: t.paragraph(paragraph.title, paragraph.ordinal),
            language: paragraph.language,
            parts: paragraph.parts,
          }))}
        />
        <FoundList
          title={t.comments}
          found={(found?.comments ?? []).map((comment) => ({
            key: comment.id,
            href: inLanguage(language, commentPath(comment.id)),
            about: `${comment.handle} · ${comment.title}`,
            parts: comment.parts,
          }))}
        />
      </div>
    </main>
  )
}

/** What was found, or why nothing was looked for. */
async function admitted(words: string) {
  const who = await viewer()
  try {
    await admitSearch(who, networkOf({ headers: await headers() }))
    return await search(who, words)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
