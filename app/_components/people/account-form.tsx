import type { ReactNode } from 'react'
import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { ProblemNotice } from './problem-notice'

type Props = {
  /** Of the door under /do. */
  action: string
  language: Language
  /** What it held when it was refused; says above the fields why. */
  kept?: KeptForm | undefined
  /** Fields nobody types. */
  hidden?: Record<string, string>
  className?: string
  /** It can carry a file. */
  files?: boolean
  children: ReactNode
}

/** A form that works without JavaScript, with what every form of ours carries. */
export function AccountForm({ action, language, kept, hidden = {}, className = 'grid gap-5', files, children }: Props) {
  const carried = { lang: language, ...(kept ? { kept: kept.id } : {}), ...hidden }
  return (
    <form method="post" action={action} encType={files ? 'multipart/form-data' : undefined} className={className}>
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProblemNotice problem={kept?.problem} language={language} />
      {children}
    </form>
  )
}
