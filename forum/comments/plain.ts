const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * The words of a comment's HTML as a reader sees them, on one line; forum_plain() of the migration "search" parts words in
 * the same places. @param html as lib/markdown made it
 */
export function plainWords(html: string): string {
  return html
    .replace(/<\/?(?:em|strong|code|a|del)(?:\s[^>]*)?>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (entity, hex, decimal, name) => {
      if (name) return ENTITIES[name] ?? entity
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity
    })
    .replace(/\s+/g, ' ')
    .trim()
}
