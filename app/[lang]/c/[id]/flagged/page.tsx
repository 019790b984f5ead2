import type { Metadata } from 'next'
import { dateTime } from '@/app/_components/moderation/when'
import { commentPath, inLanguage } from '@/app/_web/address'
import { orNotFound, pageLanguage } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { readReceipt } from '@/forum/moderation/queries'
import { moderation } from '@/messages/moderation'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ lang: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: moderation[pageLanguage((await params).lang)].receiptTitle, robots: { index: false } }
}

/** The receipt of one's own report, and later what came of it. */
export default async function FlaggedPage({ params }: Props) {
  const { lang, id } = await params
  const language = pageLanguage(lang)
  const t = moderation[language]
  const receipt = await orNotFound(readReceipt(await viewer(), id), { language, path: `${commentPath(id)}/flagged` })
  const link = 'text-rubric-ink underline underline-offset-2'
  return (
    <main className="mx-auto grid w-full max-w-xl flex-1 content-start gap-4 px-5 py-8">
      <h1 className="font-serif text-2xl font-semibold">{t.receiptTitle}</h1>
      <Notice look={receipt.outcome === 'waiting' ? 'done' : 'note'}>{t.outcome[receipt.outcome]}</Notice>
      <p>{t.receiptSaid(t.reasons[receipt.reason])}</p>
      {receipt.note ? (
        <div>
          <p className="text-[0.8125rem] text-ink-3">{t.receiptNote}</p>
          <p dir="auto" className="wrap-anywhere whitespace-pre-line">
            {receipt.note}
          </p>
        </div>
      ) : null}
      <p className="text-sm text-ink-3">
        {t.receiptSent}: <time dateTime={receipt.createdAt.toISOString()}>{dateTime(receipt.createdAt, language)}</time>{' '}
        UTC
      </p>
      <p className="text-sm text-ink-2">{t.receiptLater}</p>
      <p className="flex flex-wrap gap-5 text-sm">
        <a href={inLanguage(language, commentPath(id))} className={link}>
          {t.flagBack}
        </a>
        <a href={inLanguage(language, '/log')} className={link}>
          {t.log}
        </a>
      </p>
    </main>
  )
}
