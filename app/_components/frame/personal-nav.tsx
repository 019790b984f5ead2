'use client'
import type { ReactNode } from 'react'
import { inLanguage } from '@/app/_web/address'
import { frame } from '@/messages/frame'
import type { Language } from '@/messages/language'
import { Avatar } from '@/ui/avatar'
import { counted } from './counted'
import { useMe } from './me'

/**
 * What the header says of the viewer. Before that is known, and without JavaScript, the circle leads to the account page,
 * which asks to sign in. New entries come in at the far end of the row, so that nothing moves.
 */
export function PersonalNav({ language, children }: { language: Language; children: ReactNode }) {
  const t = frame[language]
  const me = useMe()
  return (
    <>
      {me?.openCases != null ? (
        <a href={inLanguage(language, '/moderation')} className="flex items-center gap-1.5 py-2 hover:text-ink">
          {t.moderation}
          {me.openCases > 0 ? (
            <span className="rounded bg-rubric-wash px-1.5 text-xs leading-5 text-rubric-ink">
              <span aria-hidden="true">{counted(me.openCases)}</span>
              <span className="sr-only">{t.openCases(counted(me.openCases))}</span>
            </span>
          ) : null}
        </a>
      ) : null}
      {children}
      <a
        href={inLanguage(language, me && me.unread > 0 ? '/notifications' : '/settings')}
        className="relative inline-grid size-11 place-items-center hover:text-ink"
      >
        {me?.handle ? <Avatar name={me.handle} /> : <AccountIcon />}
        <span className="sr-only">
          {me?.handle
            ? me.unread > 0
              ? `${t.notifications}: ${t.unread(counted(me.unread))}`
              : `${t.account}: ${me.handle}`
            : t.account}
        </span>
        {me && me.unread > 0 ? (
          <span
            aria-hidden="true"
            className="absolute end-1 top-1 size-2.5 rounded-full border-2 border-paper bg-rubric"
          />
        ) : null}
      </a>
    </>
  )
}

function AccountIcon() {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6" fill="none" stroke="currentColor" strokeWidth="1.5">
      <circle cx="12" cy="12" r="10.5" className="stroke-rule-strong" />
      <circle cx="12" cy="9.5" r="3.2" />
      <path d="M5.8 18.4c1.2-2.6 3.5-4 6.2-4s5 1.400 6.2 4" />
    </svg>
  )
}
