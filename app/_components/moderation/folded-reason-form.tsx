import type { ComponentProps } from 'react'
import { ReasonForm } from './reason-form'

type Props = ComponentProps<typeof ReasonForm> & {
  /** The words that unfold it, and for one of several beside each other those that say which. */
  summary: string
  summaryOfWhich?: string
  /** Of the fold. */
  fold?: string
}

/** A reason form that is folded up until it is wanted, or has to be mended. */
export function FoldedReasonForm({ summary, summaryOfWhich, fold = 'text-sm', className = 'mt-1', ...form }: Props) {
  return (
    <details className={fold} open={form.kept !== undefined}>
      <summary aria-label={summaryOfWhich} className="w-fit py-1 text-ink-2 hover:text-ink pointer-coarse:py-3">
        {summary}
      </summary>
      <ReasonForm {...form} className={`grid gap-3 ${className}`} />
    </details>
  )
}
