import { Refusal } from '@/forum/refusal'
import { env } from '@/lib/env'

/** NIST SP 800-63B: no password is the name of the service or of its owner. @throws Refusal password-yours */
export function refuseOwnWords(
  password: string,
  person: { handle: string; email: string | null },
  field = 'password',
): void {
  const given = plain(password)
  const words = [person.handle, person.email ?? '', person.email?.split('@')[0] ?? '', env().FORUM_NAME].map(plain)
  if (words.some((word) => word !== '' && given === word)) throw new Refusal('password-yours', { field })
}

/** The same word with other signs around it, or a number behind it, is no other word. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/\d+$/u, '')
}
