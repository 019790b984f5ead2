import type { Metadata } from 'next'
import { FlagForm } from '@/app/_components/moderation/flag-form'
import { FlaggedComment } from '@/app/_components/moderation/flagged-comment'
import { commentPath, inLanguage } from '@/app/_web/address'
import { keptForm } from '@/app/_web/kept'
import { orNotFound, pageLanguage } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readFlagging } from '@/forum/moderation/queries'
import { moderation } from '@/messages/moderation'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ lang: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: moderation[pageLanguage((await params).lang)].flagTitle, robots: { index: false } }
}

/** Reporting a comment. A guest may fill it in: the form leads through sign-in and back with what was chosen. */
export default async function FlagPage({ params, searchParams }: Props) {
  const { lang, id } = await params
  const language = pageLanguage(lang)
  const t = moderation[language]
  const page = await orNotFound(readFlagging(await viewer(), id))
  const kept = await keptForm('flag-comment', (await searchParams).kept)
  const own = page.isOwn && page.comment.status !== 'deleted'
  return (
    <main className="mx-auto w-full max-w-xl flex-1 px-5 py-8">
      <h1 className="font-serif text-2xl font-semibold">{t.flagTitle}</h1>
      <p className="mt-2 text-ink-2">{t.flagIntro}</p>
      <FlaggedComment comment={page.comment} language={language} />
      {page.flagged ? (
        <Notice>
          {t.flagTwice}{' '}
          <a href={inLanguage(language, `${commentPath(id)}/flagged`)} className="underline underline-offset-2">
            {t.flagReceiptLink}
          </a>
        </Notice>
      ) : page.can.flag ? (
        <FlagForm comment={page.comment} kept={kept?.fields.commentId === id ? kept : undefined} language={language} />
      ) : (
        <Notice>{own ? t.flagOwn : t.flagGone}</Notice>
      )}
      <p className="mt-6 text-sm">
        <a href={inLanguage(language, commentPath(id))} className="text-rubric-ink underline underline-offset-2">
          {t.flagBack}
        </a>
      </p>
    </main>
  )
}
