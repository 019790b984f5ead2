import type { Metadata } from 'next'
import { FlagForm } from '@/app/_components/moderation/flag-form'
import { FlaggedComment } from '@/app/_components/moderation/flagged-comment'
import { HideForm } from '@/app/_components/moderation/hide-form'
import { Unsent } from '@/app/_components/moderation/unsent'
import { dateTime } from '@/app/_components/moderation/when'
import { commentPath, inLanguage } from '@/app/_web/address'
import { keptForm } from '@/app/_web/kept'
import { orNotFound, pageLanguage } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readFlagging } from '@/forum/moderation/queries'
import type { Viewer } from '@/forum/viewer'
import type { Language } from '@/messages/language'
import { moderation } from '@/messages/moderation'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'

type Flagging = Awaited<ReturnType<typeof readFlagging>>
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
  const who = await viewer()
  const { kept: keptId } = await searchParams
  const path = `${commentPath(id)}/flag${typeof keptId === 'string' ? `?kept=${encodeURIComponent(keptId)}` : ''}`
  const page = await orNotFound(readFlagging(who, id), { language, path })
  const given = await keptForm('flag-comment', keptId)
  // A form kept from another comment has no place here.
  const kept = given?.fields.commentId === id ? given : undefined
  const givenHide = await keptForm('hide-comment', keptId)
  const keptHide = givenHide?.fields.commentId === id ? givenHide : undefined
  const offered = page.can.flag && !page.flagged
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
        <FlagForm comment={page.comment} reasons={page.reasons} kept={kept} language={language} />
      ) : (
        <Notice>{whyNot(page, who, language)}</Notice>
      )}
      {page.can.hide ? <HideForm commentId={id} kept={keptHide} language={language} /> : null}
      {offered ? null : (
        <div className="mt-4">
          <Unsent text={kept?.fields.note} language={language} />
        </div>
      )}
      <p className="mt-6 text-sm">
        <a href={inLanguage(language, commentPath(id))} className="text-rubric-ink underline underline-offset-2">
          {t.flagBack}
        </a>
      </p>
    </main>
  )
}

function whyNot({ isOwn, comment }: Flagging, who: Viewer, language: Language): string {
  const t = moderation[language]
  if (comment.status === 'removed' || comment.status === 'deleted') return t.flagGone
  if (isOwn) return t.flagOwn
  return who.suspendedUntil ? t.flagSuspended(dateTime(who.suspendedUntil, language)) : t.flagGone
}
