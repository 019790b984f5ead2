import { NothingHere } from '@/app/_components/frame/nothing-here'
import { privatePage } from '@/app/_web/asked'
import { pageLanguage } from '@/app/_web/page'
import { frame } from '@/messages/frame'

export const dynamic = 'force-static'
export const generateMetadata = privatePage((language) => frame[language].notFoundTitle)

/** What bin/serve/web.mjs sends, with status 404, for every page that is not there. */
export default async function MissingPage({ params }: { params: Promise<{ lang: string }> }) {
  return <NothingHere language={pageLanguage((await params).lang)} />
}
