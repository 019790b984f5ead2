const BASE =
  'inline-flex items-center justify-center gap-2 rounded-md border px-3 py-1.5 text-sm leading-5 no-underline min-h-9 pointer-coarse:min-h-11 disabled:opacity-60 disabled:cursor-default aria-disabled:opacity-60 aria-disabled:cursor-default'

const LOOKS = {
  plain: 'border-rule-strong bg-leaf text-ink hover:border-field',
  primary: 'border-rubric bg-rubric text-on-rubric hover:bg-rubric-ink hover:border-rubric-ink',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:text-ink hover:bg-sunk',
} as const

/** Classes of a button, for <button> and for links that look like one. Tall enough for a finger on touch screens. */
export function button(look: keyof typeof LOOKS = 'plain', more = ''): string {
  return `${BASE} ${LOOKS[look]} ${more}`
}
