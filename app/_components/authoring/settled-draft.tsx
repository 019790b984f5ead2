'use client'
import { useEffect } from 'react'
import { forgetDraft } from '@/app/_components/comments/draft'

/** On a page that shows what the server has of a draft: the copy on this device has done its work. */
export function SettledDraft({ name }: { name: string }) {
  useEffect(() => forgetDraft(name), [name])
  return null
}
