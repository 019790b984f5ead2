import { essayPath } from '@/app/_web/address'
import { orNotFound, pageLanguage } from '@/app/_web/page'
import { sharedEssay } from '@/app/_web/shared-pages'

type Params = Promise<{ lang: string; slug: string }>

/** Drawn at the first request and kept. */
export function generateStaticParams() {
  return []
}

/** The layout shows the text; of an essay for members the way to sign in is kept. */
export default async function EssayPage({ params }: { params: Params }) {
  const { lang, slug } = await params
  const name = decodeURIComponent(slug)
  await orNotFound(sharedEssay(name), { language: pageLanguage(lang), path: essayPath(name) })
  return null
}
