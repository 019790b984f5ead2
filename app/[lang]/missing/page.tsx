import { NothingHere } from '@/app/_components/frame/nothing-here'
import { pageLanguage } from '@/app/_web/page'

/** What bin/serve/web.mjs sends, with status 404, for every page that is not there. */
export default async function MissingPage({ params }: { params: Promise<{ lang: string }> }) {
  return <NothingHere language={pageLanguage((await params).lang)} />
}
