import type { Metadata } from 'next'
import { WidePage } from '@/app/_components/people/wide-page'
import { EssayChoice } from '@/app/_components/recent/essay-choice'
import { RecentComment } from '@/app/_components/recent/recent-comment'
import { inLanguage } from '@/app/_web/address'
import { asked, type PageProps } from '@/app/_web/asked'
import { pageLanguage } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { type RecentPage, readRecent } from '@/forum/comments/recent'
import { listEssays } from '@/forum/essay/queries'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { recent } from '@/messages/recent'
import { button } from '@/ui/button'
import { Notice } from '@/ui/notice'

/** Which essays there are depends on who asks; and each page costs the same few reads however much was written. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: recent[pageLanguage((await params).lang)].title }
}

/** The newest comments of all essays. */
export default async function RecentCommentsPage(props: PageProps) {
  const { language, query } = await asked(props)
  const t = recent[language]
  const who = await viewer()
  const essays = await listEssays(who)
  const essay = essays.find(({ slug }) => slug === query.essay)?.slug
  const cursor = query.cursor || undefined
  const page = await readOrNewest(who, { essay, cursor })
  const of = new URLSearchParams(essay ? { essay } : {})
  const older = new URLSearchParams({ ...(essay ? { essay } : {}), cursor: page.nextCursor ?? '' })
  const at = (search: URLSearchParams) => inLanguage(language, search.size > 0 ? `/recent?${search}` : '/recent')
  return (
    <WidePage>
      <h1 className="font-serif text-[1.75rem]/[1.2] font-semibold">{t.title}</h1>
      {query.essay && !essay ? <Notice>{t.noEssay}</Notice> : null}
      {page.lost ? <Notice>{t.lost}</Notice> : null}
      <EssayChoice essays={essays} chosen={essay} language={language} />
      {page.comments.length === 0 ? (
        <p className="text-ink-2">
          {cursor ? t.nothingMore : t.empty}
          {cursor ? null : <span className="block text-ink-3">{t.emptyHint}</span>}
        </p>
      ) : null}
      <ul className="divide-y divide-rule border-y border-rule empty:hidden">
        {page.comments.map((comment) => (
          <RecentComment key={comment.id} comment={comment} language={language} />
        ))}
      </ul>
      <p className="flex flex-wrap gap-3">
        {cursor ? (
          <a href={at(of)} className={button('plain', 'min-h-11')}>
            {t.newest}
          </a>
        ) : null}
        {page.nextCursor ? (
          <a href={at(older)} className={button('plain', 'min-h-11')}>
            {t.older}
          </a>
        ) : null}
      </p>
    </WidePage>
  )
}

/** The page asked for; the newest where the address does not say which. */
async function readOrNewest(who: Viewer, { essay, cursor }: RecentPage) {
  try {
    return { ...(await readRecent(who, { essay, cursor })), lost: false }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'bad-input')
      return { ...(await readRecent(who, { essay })), lost: true }
    throw error
  }
}
