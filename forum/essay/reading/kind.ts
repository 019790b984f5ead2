/** What a text without a telling name looks like. */
export function kindOfText(text: string): 'html' | 'markdown' | 'text' {
  if (looksLikeHtml(text)) return 'html'
  return looksLikeMarkdown(text) ? 'markdown' : 'text'
}

const BLOCK_TAG = /<(?:p|div|h[1-6]|ul|ol|li|blockquote|table|article|section|br)[\s/>]/gi

function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 100_000).trimStart()
  if (/^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html[\s>])/i.test(start)) return true
  return start.startsWith('<') && (start.match(BLOCK_TAG)?.length ?? 0) >= 3
}

/** Nobody types these without meaning them. */
const SURE = [
  /^#{1,6}[ \t]+\S/m,
  /^(?:```|~~~)[^`\n]*$/m,
  /\[[^[\]\n]+\]\((?:https?:|mailto:|#|\/)[^\s()]*\)/,
  /^\|?[ \t]*:?-{3,}:?[ \t]*\|/m,
  /\*\*[^\s*][^*\n]*\*\*/,
  /^\[\^[^\]\n]+\]:/m,
  /^\S[^\n]*\n(?:={3,}|-{3,})$/m,
]
/** A dash may begin what somebody says, a star a note: two of these make it Markdown. */
const PERHAPS = [
  /^[-*+][ \t]+\S[^\n]*\n(?:[^\n]*\n)?[-*+][ \t]+\S/m,
  /^1[.)][ \t]+\S/m,
  /^>[ \t]?\S/m,
  /(?<![\w*])\*[^\s*][^*\n]*\*(?![\w*])/,
  /(?<![\w_])_[^\s_][^_\n]*_(?![\w_])/,
  /`[^`\n]+`/,
]

function looksLikeMarkdown(text: string): boolean {
  const beginning = text.slice(0, 100_000)
  return SURE.some((sign) => sign.test(beginning)) || PERHAPS.filter((sign) => sign.test(beginning)).length >= 2
}
