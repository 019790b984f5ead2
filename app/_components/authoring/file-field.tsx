import { authoring } from '@/messages/authoring'
import type { Language } from '@/messages/language'
import { Field } from '@/ui/field'

export function FileField({ language }: { language: Language }) {
  const t = authoring[language]
  return (
    <Field
      name="file"
      type="file"
      label={t.file}
      hint={t.fileHint}
      accept=".txt,.md,.markdown,.html,.htm,.docx,text/plain,text/markdown,text/html"
    />
  )
}
