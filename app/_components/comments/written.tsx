/**
 * What a person wrote, as lib/markdown.ts rendered it: the only markup of people that ever gets into a page, and this the
 * only place where it does. `html` must come from there.
 */
export function Written({ html, className = '' }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by an allow-list when it was stored
  return <div dir="auto" className={`written ${className}`} dangerouslySetInnerHTML={{ __html: html }} />
}
