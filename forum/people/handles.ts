import { db } from '@/lib/db'
import { HANDLE_MAX, Handle } from './input'
import { skeletonOf } from './look-alike'
import { isRetired } from './retired'

/** A handle nobody has, made of a name that somebody else chose (a provider's profile). */
export async function findFreeHandle(name: string): Promise<string> {
  const base = asHandle(name)
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? base : `${base}-${number}`
    const [taken, alike] = await Promise.all([
      db.person.findUnique({ where: { handle: candidate }, select: { id: true } }),
      db.handleClaim.findFirst({ where: { skeleton: skeletonOf(candidate) }, select: { handle: true } }),
    ])
    if (!taken && !alike && !(await isRetired(db, candidate))) return candidate
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
