import type { Metadata } from 'next'
import type { EssayView } from '@/forum/essay/queries'

/** What search engines and link previews are told of an essay. */
export function essayMetadata(essay: EssayView): Metadata {
  const description = essay.paragraphs[0]?.text.slice(0, 160)
  return {
    ...(essay.isListed ? {} : { robots: { index: false } }),
    title: essay.title,
    description,
    openGraph: { title: essay.title, description, type: 'article' },
  }
}
