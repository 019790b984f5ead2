'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useMe } from '@/app/_components/frame/me'
import { commentPath, inLanguage } from '@/app/_web/address'
import type { Language } from '@/messages/language'
import { writing } from '@/messages/writing'
import { button } from '@/ui/button'
import { draftKey, draftPage } from './draft-key'
import { formsHere, onFormsHere } from './forms-here'
import { makeDraft, type Outcome, onOutcome, sendWaiting, useWaiting } from './waiting'

/** Some networks come back without a word. */
const AGAIN_MS = 20_000

/**
 * Sends what waits for the network, on whatever page its writer is, and says so where no form of the page does. Nothing at
 * all while nothing waits.
 */
export function WaitingBar({ language }: { language: Language }) {
  const t = writing[language]
  const handle = useMe()?.handle
  const waiting = useWaiting()
  const here = useSyncExternalStore(onFormsHere, formsHere, formsHere)
  const [last, setLast] = useState<Outcome>()
  const own = waiting.filter(({ by }) => by === handle)
  const isAny = own.length > 0
  useEffect(() => {
    if (!isAny || !handle) return
    const send = () => void sendWaiting(handle)
    send()
    const timer = setInterval(send, AGAIN_MS)
    window.addEventListener('online', send)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', send)
    }
  }, [isAny, handle])
  const isHere = ({ paragraphId, parentId }: { paragraphId: string; parentId?: string | undefined }) =>
    here.has(draftKey(paragraphId, parentId))
  useEffect(
    () =>
      onOutcome((outcome) => {
        const { paragraphId, parentId } = outcome.of
        setLast(formsHere().has(draftKey(paragraphId, parentId)) ? undefined : outcome)
      }),
    [],
  )
  const elsewhere = own.filter((item) => !isHere(item))
  return (
    <div
      role="status"
      className="fixed inset-x-0 bottom-6 z-20 mx-auto flex w-fit max-w-[calc(100vw-2rem)] flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-rule-strong bg-leaf px-4 py-2 text-sm shadow-lg empty:hidden print:hidden"
    >
      {elsewhere.length > 0 ? (
        <>
          <span>{t.waitingCount(elsewhere.length)}</span>
          <button type="button" className={button()} onClick={() => handle && void sendWaiting(handle)}>
            {t.sendNow}
          </button>
          <button type="button" className={button('quiet')} onClick={() => elsewhere.forEach(makeDraft)}>
            {t.takeBack}
          </button>
        </>
      ) : last ? (
        <>
          <span>{'id' in last ? t.sent : `${t.sentBack} ${last.problem ?? ''}`}</span>
          <a
            className="text-rubric-ink underline pointer-coarse:py-3"
            href={inLanguage(
              language,
              'id' in last ? commentPath(last.id) : draftPage(last.of.paragraphId, last.of.parentId),
            )}
          >
            {'id' in last ? t.show : t.toDraft}
          </a>
        </>
      ) : null}
    </div>
  )
}
