import { mayLink } from './addresses'
import { type Node, node } from './tree'

/** Ends where a space, a quotation mark or an ideograph begins: Chinese goes on without a space after an address. */
const ADDRESS = /https?:\/\/[^\s<>"\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u2018-\u201d\u3000-\u303f\uff00-\uffef]+/giu
const ENDS_SENTENCE = new Set([...".,;:!?'*_~)]}"])

/** The same words, in which addresses are links. */
export function linkAddresses(words: string): Node[] {
  const nodes: Node[] = []
  let from = 0
  for (const { 0: found, index } of words.matchAll(ADDRESS)) {
    const address = withoutSentenceEnd(found)
    if (!mayLink(address)) continue
    if (index > from) nodes.push(node.text(words.slice(from, index)))
    nodes.push(node.link(address, [node.text(address)]))
    from = index + address.length
  }
  if (from < words.length) nodes.push(node.text(words.slice(from)))
  return nodes
}

function withoutSentenceEnd(address: string): string {
  let end = address.length
  // A bracket that was opened inside belongs to the address.
  let open = address.split('(').length - address.split(')').length
  while (ENDS_SENTENCE.has(address.charAt(end - 1))) {
    if (address.charAt(end - 1) === ')') {
      if (open >= 0) break
      open++
    }
    end--
  }
  return address.slice(0, end)
}
