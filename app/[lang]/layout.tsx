import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import { WaitingBar } from '@/app/_components/comments/waiting-bar'
import { SiteFooter } from '@/app/_components/frame/site-footer'
import { SiteHeader } from '@/app/_components/frame/site-header'
import { Keys } from '@/app/_components/keys/keys'
import { pageLanguage } from '@/app/_web/page'
import { DISPLAY_SCRIPT } from '@/lib/display-script.mjs'
import { frame } from '@/messages/frame'
import { LOCALE } from '@/messages/language'
import '../globals.css'

// The Latin subset from npm; for other scripts the reader's system has better fonts than we could send.
const serif = localFont({
  src: [
    {
      path: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
      style: 'normal',
    },
    {
      path: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
      style: 'italic',
    },
  ],
  weight: '200 900',
  variable: '--font-source-serif',
  // A face that comes late would move every line under the reader: then this page stays in the system's, and the next has ours.
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
  preload: true,
})

export const metadata: Metadata = {
  title: { default: 'Marginalia', template: '%s · Marginalia' },
  icons: { icon: '/icon.svg' },
}
export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f4' },
    { media: '(prefers-color-scheme: dark)', color: '#171614' },
  ],
}

/** None at build time: a build needs no database, and every page is drawn when it is first asked for. */
export function generateStaticParams() {
  return []
}

export default async function Layout({ children, params }: { children: ReactNode; params: Promise<{ lang: string }> }) {
  const language = pageLanguage((await params).lang)
  return (
    // The script below has written to it before React looks.
    <html lang={LOCALE[language]} className={serif.variable} suppressHydrationWarning>
      <head>
        <script>{DISPLAY_SCRIPT}</script>
      </head>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#text"
          className="absolute start-3 top-3 z-30 -translate-y-20 rounded-md bg-leaf px-3 py-2 focus:translate-y-0"
        >
          {frame[language].skip}
        </a>
        <SiteHeader language={language} />
        <div id="text" tabIndex={-1} className="flex flex-1 flex-col outline-none">
          {children}
        </div>
        <SiteFooter language={language} />
        <Keys language={language} />
        <WaitingBar language={language} />
      </body>
    </html>
  )
}
