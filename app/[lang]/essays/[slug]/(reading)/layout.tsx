import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { EssayArticle } from '@/app/_components/essay/essay-article'
import { essayMetadata } from '@/app/_components/essay/essay-metadata'
import { ReaderFrame } from '@/app/_components/essay/reader-frame'
import { orLeftToPage, pageLanguage } from '@/app/_web/page'
import { sharedEssay } from '@/app/_web/shared-pages'

type Params = Promise<{ lang: string; slug: string }>

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const essay = await orLeftToPage(sharedEssay(decodeURIComponent((await params).slug)))
  return essay ? essayMetadata(essay) : {}
}

/** The text stands still while threads open and close beside it: it belongs to the layout, the thread to the page. */
export default async function EssayLayout({ children, params }: { children: ReactNode; params: Params }) {
  const { lang, slug } = await params
  const essay = await orLeftToPage(sharedEssay(decodeURIComponent(slug)))
  if (!essay) return children
  return (
    <ReaderFrame panel={children} language={pageLanguage(lang)}>
      <EssayArticle essay={essay} language={pageLanguage(lang)} />
    </ReaderFrame>
  )
}
