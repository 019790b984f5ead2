import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { DeskNav } from '@/app/_components/moderation/desk-nav'
import { pageLanguage } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { countNewcomers } from '@/forum/admission/queries'
import { may } from '@/forum/policy'

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** The desk's frame. It authorises nothing: each page asks for itself, and a page that refuses replaces the frame too. */
export default async function Layout({ children, params }: { children: ReactNode; params: Promise<{ lang: string }> }) {
  const language = pageLanguage((await params).lang)
  const who = await viewer()
  return (
    <>
      <DeskNav
        settings={may('setting.change', who)}
        everywhere={may('rule.write', who)}
        newcomers={await countNewcomers(who)}
        language={language}
      />
      {children}
    </>
  )
}
