import { randomInt } from 'node:crypto'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import { keyedHash } from '@/lib/secret'

const COUNT = 10
/** Without what is mistaken for something else (0 o, 1 i l): 31 signs, 49 bits a code. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 10

/** Ten new codes; the old ones are dead. @returns them in clear, for the one time they are shown */
export async function replaceRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newCode)
  await tx.recoveryCode.deleteMany({ where: { personId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ id: newId(), personId, codeHash: keyedHash(plain(code)) })),
  })
  return codes
}

/** @returns whether it was one of theirs; it is none any more. */
export async function spendRecoveryCode(tx: Tx, personId: string, code: string): Promise<boolean> {
  const used = await tx.recoveryCode.updateMany({
    where: { personId, codeHash: keyedHash(plain(code)), usedAt: null },
    data: { usedAt: new Date() },
  })
  return used.count === 1
}

function newCode(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}`
}

/** However it is typed from paper. */
const plain = (code: string) =>
  code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
