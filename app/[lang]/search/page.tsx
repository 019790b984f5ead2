import type { Metadata } from 'next'
import { FoundList } from '@/app/_components/search/found-list'
import { commentPath, inLanguage, threadPath } from '@/app/_web/address'
import { pageLanguage, parsed } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { SEARCH_MAX, SearchPage } from '@/forum/search/input'
import { LATEST, search } from '@/forum/search/queries'
import { searching } from '@/messages/search'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'

/** Whoever asks, and for what: nothing of it is the same for everybody. */
export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ lang: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: searching[pageLanguage((await params).lang)].title, robots: { index: false } }
}

export default async function SearchingPage({ params, searchParams }: Props) {
  const language = pageLanguage((await params).lang)
  const t = searching[language]
  const asked = await searchParams
  const { q } = asked.q === undefined || asked.q === '' ? { q: undefined } : parsed(SearchPage, asked)
  const found = q ? await search(await viewer(), q) : undefined
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
      <div role="status" className="grid gap-6">
        {nothing ? <p className="text-ink-2">{t.nothing(q ?? '')}</p> : null}
        <FoundList
          title={t.paragraphs}
          found={(found?.paragraphs ?? []).map((paragraph) => ({
            key: paragraph.paragraphId,
            href: inLanguage(language, threadPath(paragraph.slug, paragraph.ordinal)),
            about: t.paragraph(paragraph.title, paragraph.ordinal),
            parts: paragraph.parts,
          }))}
        />
        <FoundList
          title={t.comments}
          found={(found?.comments ?? []).map((comment) => ({
            key: comment.id,
            href: inLanguage(language, commentPath(comment.id)),
            about: `${comment.displayName} · ${comment.title}`,
            parts: comment.parts,
          }))}
        />
      </div>
    </main>
  )
}
