'use client'
import { useEffect } from 'react'
import { forgetDraft, useDraft } from '@/app/_components/comments/draft'
import { authoring } from '@/messages/authoring'
import type { Language } from '@/messages/language'
import { FIELD } from '@/ui/field'
import { Notice } from '@/ui/notice'

type Props = {
  /** Names the draft on this device. */
  name: string
  /** What the server has. */
  saved: string
  kept: string | undefined
  /** The page answers a form with this text in it: what lies on this device is settled. */
  settled?: boolean
  essayLanguage: string
  language: Language
  describedBy?: string | undefined
}

/** The text of a draft. What was typed and not yet saved survives a closed tab on this device. */
export function DraftField({ name, saved, kept, settled, essayLanguage, language, describedBy }: Props) {
  const t = authoring[language]
  // Before useDraft looks for it.
  useEffect(() => {
    if (settled) forgetDraft(name)
  }, [settled, name])
  const { text, change, restored } = useDraft(name, { id: 'draft-source', saved, kept })
  return (
    <div className="grid gap-1">
      <label htmlFor="draft-source" className="text-sm font-semibold">
        {t.text}
      </label>
      {restored ? <Notice>{t.restored}</Notice> : null}
      <textarea
        id="draft-source"
        name="source"
        value={text}
        onChange={(event) => change(event.target.value)}
        rows={24}
        lang={essayLanguage}
        dir="auto"
        spellCheck
        aria-describedby={describedBy}
        className={`${FIELD} min-h-80 font-serif text-[1.0625rem]/[1.6]`}
      />
    </div>
  )
}
