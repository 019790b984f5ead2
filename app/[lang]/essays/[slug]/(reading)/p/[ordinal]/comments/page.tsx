import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Fragment } from 'react'
import { QuotedComment } from '@/app/_components/comments/quoted-comment'
import { Thread } from '@/app/_components/comments/thread'
import { inLanguage, threadPath } from '@/app/_web/address'
import { orNotFound, pageLanguage, parsed } from '@/app/_web/page'
import { sharedEssay } from '@/app/_web/shared-pages'
import { viewer } from '@/app/_web/viewer'
import { ThreadWindow } from '@/forum/comments/input'
import { readWindow } from '@/forum/comments/queries'
import { readPast } from '@/forum/essay/past'
import { reading } from '@/messages/reading'
import { thread } from '@/messages/thread'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ lang: string; slug: string; ordinal: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, slug, ordinal } = await params
  const essay = await orNotFound(sharedEssay(decodeURIComponent(slug)))
  const title = `${reading[pageLanguage(lang)].paragraph(Number(ordinal))} · ${essay.title}`
  return { title, robots: { index: false } }
}

/** The same thread in another order, from another page on, or round one comment (`?at=`). */
export default async function CommentsPage({ params, searchParams }: Props) {
  const { lang, slug, ordinal } = await params
  const language = pageLanguage(lang)
  const essay = await orNotFound(sharedEssay(decodeURIComponent(slug)))
  const paragraph = essay.paragraphs.find((one) => String(one.ordinal) === ordinal)
  if (!paragraph) notFound()
  const asked = parsed(ThreadWindow, await searchParams)
  const shown = await orNotFound(readWindow(await viewer(), paragraph.id, asked))
  return (
    <Thread
      essay={essay}
      paragraph={paragraph}
      sort={asked.sort}
      comments={shown.comments}
      nextCursor={shown.nextCursor}
      past={await readPast(paragraph.id)}
      language={language}
      before={
        asked.at || asked.cursor ? (
          <div className="grid gap-2 pt-4">
            <p className="text-[0.8125rem] text-ink-3">
              {asked.at ? `${thread[language].inContext} · ` : null}
              <a
                href={inLanguage(language, threadPath(essay.slug, paragraph.ordinal))}
                className="text-rubric-ink underline underline-offset-2"
              >
                {thread[language].whole}
              </a>
            </p>
            {shown.above.map((comment, index) => (
              <Fragment key={comment.id}>
                <QuotedComment comment={comment} language={language} />
                {index === 0 && shown.skipped > 0 ? (
                  <p className="text-center text-[0.8125rem] text-ink-3">{thread[language].skipped(shown.skipped)}</p>
                ) : null}
              </Fragment>
            ))}
          </div>
        ) : undefined
      }
    />
  )
}
