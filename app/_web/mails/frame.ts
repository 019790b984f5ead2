import { type Language, LOCALE } from '@/messages/language'

/** A piece of a mail: what happened, a plain paragraph, words that somebody wrote, a link with what it says, a small line. */
export type Piece =
  | { is: 'sentence'; text: string }
  | { is: 'paragraph'; text: string }
  | { is: 'words'; text: string }
  | { is: 'link'; href: string; text: string }
  | { is: 'small'; text: string; href?: string }

/**
 * The same pieces as plain text and as HTML. Everything is escaped; no picture, no style sheet and nothing from elsewhere, so
 * that it reads the same everywhere and nobody learns that it was opened. Links keep the colour of the mail program, which
 * alone knows whether the ground is light or dark.
 */
export function composeMail(language: Language, pieces: readonly Piece[]): { text: string; html: string } {
  const locale = LOCALE[language]
  const body = pieces.map(htmlOf).join('\n')
  return {
    text: `${pieces.map(textOf).join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:24px 16px;font:16px/1.55 system-ui,-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',sans-serif">
<div style="max-width:560px;margin:0 auto">
${body}
</div>
</body></html>`,
  }
}

function textOf(piece: Piece): string {
  if (piece.is === 'words') return piece.text.replace(/^/gm, '> ')
  if (piece.is === 'link') return `${piece.text}: ${piece.href}`
  if (piece.is === 'small') return piece.href ? `${piece.text}: ${piece.href}` : piece.text
  return piece.text
}

function htmlOf(piece: Piece): string {
  if (piece.is === 'words')
    return `<blockquote dir="auto" style="margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #c3402d">${escaped(piece.text).replace(/\n/g, '<br>')}</blockquote>`
  if (piece.is === 'link')
    return `<p style="margin:0 0 28px"><a href="${escaped(piece.href)}">${escaped(piece.text)}</a></p>`
  if (piece.is === 'small') {
    const text = piece.href
      ? `<a href="${escaped(piece.href)}" style="color:inherit">${escaped(piece.text)}</a>`
      : escaped(piece.text)
    return `<p style="margin:0 0 6px;font-size:13px;opacity:.75">${text}</p>`
  }
  const weight = piece.is === 'sentence' ? ';font-weight:600' : ''
  return `<p dir="auto" style="margin:0 0 12px${weight}">${escaped(piece.text)}</p>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
