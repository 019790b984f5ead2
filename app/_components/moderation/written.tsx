/** The words of a comment. */
export function Written({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by lib/markdown.ts, which lets through a short list of elements
  return <div className="written" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
}
