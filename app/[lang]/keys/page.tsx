import type { Metadata } from 'next'
import { KeyList } from '@/app/_components/keys/key-list'
import { KeySwitch } from '@/app/_components/keys/key-switch'
import { WidePage } from '@/app/_components/people/wide-page'
import { pageLanguage } from '@/app/_web/page'
import { keys } from '@/messages/keys'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: keys[pageLanguage((await params).lang)].title }
}

/** What the sheet of `?` says, as a page of its own. */
export default async function KeysPage({ params }: Props) {
  const language = pageLanguage((await params).lang)
  const t = keys[language]
  return (
    <WidePage>
      <div>
        <h1 className="font-serif text-[1.75rem]/[1.2] font-semibold">{t.title}</h1>
        <p className="mt-2 text-ink-2">{t.intro}</p>
        <noscript>
          <p className="mt-2 text-ink-2">{t.noScript}</p>
        </noscript>
      </div>
      <KeyList language={language} />
      <KeySwitch language={language} />
    </WidePage>
  )
}
