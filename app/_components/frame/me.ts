'use client'
import { useEffect, useState } from 'react'
import type { Me } from '@/forum/people/me'
import { bringToDevice } from './display-on-device'

let asked: Promise<Me | null> | undefined

/** One small request a page, shared by everything in it that is personal. Without an answer it is asked again. */
function ask(): Promise<Me | null> {
  asked ??= fetch('/api/me', { headers: { accept: 'application/json' } })
    .then((response) => (response.ok ? (response.json() as Promise<Me>) : null))
    .catch(() => null)
    .then((me) => {
      if (me === null) asked = undefined
      if (me?.display) bringToDevice(me.display)
      return me
    })
  return asked
}

/** Who is reading: undefined until it is known, null when the server could not be asked. */
export function useMe(): Me | null | undefined {
  const [me, setMe] = useState<Me | null | undefined>(undefined)
  useEffect(() => {
    let here = true
    void ask().then((answer) => here && setMe(answer))
    return () => {
      here = false
    }
  }, [])
  return me
}
