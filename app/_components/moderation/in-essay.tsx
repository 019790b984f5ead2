import type { Language } from '@/messages/language'
import { record } from '@/messages/record'

type Props = { essay: { title: string; language: string } | null; language: Language }

/** Where a restriction holds; nothing for one that holds everywhere. */
export function InEssay({ essay, language }: Props) {
  if (!essay) return null
  return (
    <>
      {' '}
      <span lang={essay.language}>{record[language].inEssay(essay.title)}</span>
    </>
  )
}
