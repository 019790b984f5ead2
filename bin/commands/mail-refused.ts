import { db } from '@/lib/db'

/** Addresses that a mail server refused for good, one a line with the day. */
export async function listRefused(): Promise<string> {
  const rows = await db.mailSuppression.findMany({ orderBy: { at: 'asc' }, select: { address: true, at: true } })
  return rows.map(({ address, at }) => `${at.toISOString().slice(0, 10)}  ${address}`).join('\n')
}

/** News goes there again. @returns whether it was refused before */
export async function clearRefused(address: string): Promise<boolean> {
  const { count } = await db.mailSuppression.deleteMany({ where: { address: address.trim().toLowerCase() } })
  return count > 0
}
