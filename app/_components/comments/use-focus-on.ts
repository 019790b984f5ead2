'use client'
import { useEffect, useState } from 'react'
import { commentAnchor } from '@/app/_web/address'

/** Comments that were asked for come where the button stood: reading by keyboard goes on at the first of them. */
export function useFocusOn(): (comment: { id: string } | undefined) => void {
  const [id, setId] = useState<string>()
  useEffect(() => {
    if (id) document.getElementById(commentAnchor(id))?.focus({ preventScroll: true })
  }, [id])
  return (comment) => setId(comment?.id)
}
