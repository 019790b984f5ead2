// Which addresses a text may name. Its page is the same for everybody, so nothing in it may run, and no picture may
// be fetched from elsewhere: that would tell another server who reads here.

/** A link may lead to the web, to a mailbox, or to a place on the same page. */
export function mayLink(url: string): boolean {
  return /^(?:https?:\/\/|mailto:|#)[^\s]/i.test(url)
}

/** A picture may come from a path of this site, or stand in the text itself. */
export function mayShow(url: string): boolean {
  return isPathOfOurs(url) || /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=]+$/i.test(url)
}

/** `//elsewhere` and `/\elsewhere` are no paths: a browser reads them as the name of another server. */
function isPathOfOurs(url: string): boolean {
  return /^\/(?![/\\])[^\s\\]*$/.test(url)
}

/** The last name in an address, which is all that is known of a picture without a description. */
export function nameIn(url: string): string {
  const path = url.startsWith('data:') ? '' : (url.slice(0, 2_000).split(/[?#]/, 1)[0] ?? '')
  const name = path.split('/').findLast((part) => part !== '') ?? ''
  try {
    return decodeURIComponent(name) || 'image'
  } catch {
    return name
  }
}
