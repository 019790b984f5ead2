'use client'
import { authoring } from '@/messages/authoring'
import type { Language } from '@/messages/language'
import { Field } from '@/ui/field'

type Props = {
  /** Bytes. */
  most: number
  language: Language
}

/** A text as a file. One that would be refused is refused here, before anybody waits for it to be sent. */
export function FileField({ most, language }: Props) {
  const t = authoring[language]
  return (
    <Field
      name="file"
      type="file"
      label={t.file}
      hint={t.fileHint}
      accept=".txt,.md,.markdown,.html,.htm,.docx,text/plain,text/markdown,text/html"
      onChange={({ currentTarget }) => {
        const size = currentTarget.files?.[0]?.size ?? 0
        const megabytes = (size / 1024 / 1024).toFixed(1)
        currentTarget.setCustomValidity(size > most ? t.fileTooLarge(megabytes) : '')
        currentTarget.reportValidity()
      }}
    />
  )
}
