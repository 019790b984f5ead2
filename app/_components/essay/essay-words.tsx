import type { BlockKind } from '@/forum/essay/blocks'

type Props = {
  words: { kind: BlockKind; text: string; html: string | null }
  lang: string
}

/**
 * A block of the essay as its author set it. `html` comes from forum/essay/blocks.ts, which made it of Markdown by an
 * allow-list; the only markup of authors that gets into a page, and this the only place where it does.
 */
export function EssayWords({ words: { kind, text, html }, lang }: Props) {
  const look = 'essay-words font-serif text-[1.125rem]/[1.62] mid:text-[1.1875rem]/[1.68]'
  if (html === null)
    return (
      <p lang={lang} dir="auto" className={look}>
        {text}
      </p>
    )
  const markup = { lang, dir: 'auto', className: look, dangerouslySetInnerHTML: { __html: html } }
  return kind === 'paragraph' ? <p {...markup} /> : <div {...markup} />
}
