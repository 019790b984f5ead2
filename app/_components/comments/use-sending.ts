'use client'
import { useEffect, useRef, useState } from 'react'
import { useMe } from '@/app/_components/frame/me'
import { draftKey } from './draft-key'
import { useFormHere } from './forms-here'
import { type Sent, sendComment, type Written } from './send-comment'
import { isUnreachable, keepWaiting, onOutcome, sendWaiting, takeBack, useWaiting, type Waiting } from './waiting'

/** What a form hears of a comment that waited for the network. */
type Heard = {
  onPosted: (id: string, isHeld: boolean) => void
  onRefused: (item: Waiting, problem: string | undefined) => void
}

/**
 * The way of a comment from its form to the server. One that reaches nobody waits on this device, where its writer is known
 * and the device keeps it, and the form hears what became of it.
 */
export function useSending(paragraphId: string, parentId: string | undefined, heard: Heard) {
  const key = draftKey(paragraphId, parentId)
  const handle = useMe()?.handle
  const isMine = (item: Waiting) => draftKey(item.paragraphId, item.parentId) === key
  const waiting = useWaiting().filter((item) => item.by === handle && isMine(item))
  const [onItsWay, setOnItsWay] = useState<string>()
  const latest = useRef({ heard, isMine })
  latest.current = { heard, isMine }
  useFormHere(key)
  useEffect(
    () =>
      onOutcome((outcome) => {
        if (!latest.current.isMine(outcome.of)) return
        if ('id' in outcome) latest.current.heard.onPosted(outcome.id, outcome.isHeld)
        else latest.current.heard.onRefused(outcome.of, outcome.problem)
      }),
    [],
  )
  return {
    /** The words that are being sent. */
    onItsWay,
    waiting,
    /** @returns `waits` where nobody answered, and it is sent later */
    async send(written: Written): Promise<Sent | 'waits'> {
      setOnItsWay(written.body)
      const sent = await sendComment(written)
      setOnItsWay(undefined)
      const { editing, ...item } = written
      if (handle && !editing && isUnreachable(sent) && keepWaiting({ ...item, by: handle })) return 'waits'
      return sent
    },
    sendNow: () => handle && void sendWaiting(handle),
    takeBack,
  }
}
