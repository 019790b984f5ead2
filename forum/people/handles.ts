import { db } from '@/lib/db'
import { HANDLE_MAX, Handle } from './input'
import { isRetired } from './retired'

/** A handle nobody has, made of a name that somebody else chose (a provider's profile). */
export async function findFreeHandle(name: string): Promise<string> {
  const base = asHandle(name)
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? base : `${base}-${number}`
    const taken = await db.person.findUnique({ where: { handle: candidate }, select: { id: true } })
    if (!taken && !(await isRetired(candidate))) return candidate
  }
}

function asHandle(name: string): string {
  const cleaned = [
    ...name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'),
  ]
    .slice(0, HANDLE_MAX - 6)
    .join('')
    .replace(/^-+|-+$/g, '')
  return Handle.safeParse(cleaned).success ? cleaned : 'reader'
}
