import { isIPv4, isIPv6 } from 'node:net'

/**
 * What limits count against: the IPv4 /24 or the IPv6 /64 that bin/serve/web.mjs says the request came from. What is no
 * address (a proxy may say anything) counts as one network.
 */
export function networkOf(request: { headers: { get(name: string): string | null } }): string {
  const address = request.headers.get('x-marginalia-network') ?? ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIPv4(mapped)) return mapped.replace(/\.\d+$/, '.0/24')
  if (isIPv6(mapped)) return `${groups(mapped).slice(0, 4).join(':')}::/64`
  return 'unknown'
}

function groups(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16).toString(16))
}
