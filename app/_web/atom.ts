/** RFC 4287. Addresses are absolute; `id` is a UUID, which stays when the address does not. */
export type AtomFeed = {
  id: string
  title: string
  /** Of what the forum says in it; entries may have another. */
  language: string
  self: string
  page: string
  updated: Date
  entries: AtomEntry[]
}

export type AtomEntry = {
  id: string
  title: string
  page: string
  published: Date
  updated: Date
  author: { name: string; page?: string }
  /** Safe HTML of ours; its links may be relative to the forum. */
  html?: string
  /** Instead of it: words without markup. */
  text?: string
  language?: string
}

/**
 * The feed as XML. Not by a package: the ones there are declare titles to be HTML, which takes away what looks like a tag,
 * and have no `xml:lang`.
 */
export function writeAtom(feed: AtomFeed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">
<id>urn:uuid:${feed.id}</id>
<title>${escaped(feed.title)}</title>
<updated>${feed.updated.toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>
<link rel="alternate" type="text/html" href="${escaped(feed.page)}"/>
${feed.entries.map((entry) => writeEntry(entry, feed.page)).join('')}</feed>
`
}

function writeEntry(entry: AtomEntry, base: string): string {
  const { author, html, text, language } = entry
  const content =
    html === undefined
      ? text && `<content type="text">${escaped(text)}</content>\n`
      : `<content type="html">${escaped(absoluteLinks(html, base))}</content>\n`
  return `<entry${language ? ` xml:lang="${escaped(language)}"` : ''}>
<id>urn:uuid:${entry.id}</id>
<title>${escaped(entry.title)}</title>
<link rel="alternate" type="text/html" href="${escaped(entry.page)}"/>
<published>${entry.published.toISOString()}</published>
<updated>${entry.updated.toISOString()}</updated>
<author><name>${escaped(author.name)}</name>${author.page ? `<uri>${escaped(author.page)}</uri>` : ''}</author>
${content ?? ''}</entry>
`
}

/** XML 1.0 has no other characters, not even escaped. */
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escaped = (text: string) =>
  text.replace(NO_CHARACTER, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Whoever reads a feed is elsewhere. @param html as lib/markdown makes it: attributes in double quotes */
export function absoluteLinks(html: string, base: string): string {
  return html.replace(/(<a href=")([^"]*)(")/g, (whole, before: string, href: string, after: string) => {
    const address = href.replace(/&(?:#x26|#38|amp);/gi, '&')
    if (!URL.canParse(address, base)) return whole
    return before + new URL(address, base).href.replace(/&/g, '&#x26;').replace(/"/g, '&#x22;') + after
  })
}
