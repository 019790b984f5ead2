'use client'
import { type RefObject, useEffect } from 'react'

/** The browser asks before the page goes: there are words that nothing keeps. @param leaving a form takes them along */
export function useLeaveWarning(on: boolean, leaving: RefObject<boolean>) {
  useEffect(() => {
    if (!on) return
    const warn = (event: BeforeUnloadEvent) => {
      if (!leaving.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [on, leaving])
}
