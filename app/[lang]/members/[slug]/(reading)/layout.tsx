import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { EssayArticle } from '@/app/_components/essay/essay-article'
import { essayMetadata } from '@/app/_components/essay/essay-metadata'
import { ReaderFrame } from '@/app/_components/essay/reader-frame'
import { memberEssay } from '@/app/_web/member-pages'
import { orLeftToPage, pageLanguage } from '@/app/_web/page'

type Params = Promise<{ lang: string; slug: string }>

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const essay = await orLeftToPage(memberEssay(decodeURIComponent((await params).slug)))
  return essay ? essayMetadata(essay) : {}
}

/**
 * The twin of app/[lang]/essays/[slug]/(reading), drawn for each reader of an essay for members. bin/serve/web.mjs sends it under
 * the essay's own address to those who are signed in (docs/decisions/012-essays-for-members.md).
 */
export default async function MemberEssayLayout({ children, params }: { children: ReactNode; params: Params }) {
  const { lang, slug } = await params
  const essay = await orLeftToPage(memberEssay(decodeURIComponent(slug)))
  if (!essay) return children
  return (
    <ReaderFrame panel={children} language={pageLanguage(lang)}>
      <EssayArticle essay={essay} language={pageLanguage(lang)} />
    </ReaderFrame>
  )
}
