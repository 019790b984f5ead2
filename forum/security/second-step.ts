import { refuseTooFast } from '@/forum/people/pace'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db, type Tx } from '@/lib/db'
import { newOneTimeSecret, stepOfCode } from '@/lib/one-time-password'
import { seal, unseal } from '@/lib/seal'
import { replaceRecoveryCodes, spendRecoveryCode } from './recovery-codes'

// A million codes, one of three right at a time: with ten tries in a quarter of an hour a guess takes years.
const TRIES_OF_PERSON = { name: 'second-step', points: 10, seconds: 15 * 60 }

/** Begins anew with an app: its secret, which counts for nothing until a first code is shown. */
export async function beginApp(viewer: Viewer): Promise<void> {
  allow('self.change', viewer)
  const secret = seal(newOneTimeSecret(), viewer.id)
  await db.$transaction(async (tx) => {
    const known = await tx.totp.findUnique({ where: { personId: viewer.id }, select: { confirmedAt: true } })
    // The app that works is not put aside by beginning with another.
    if (known?.confirmedAt) return
    await tx.totp.upsert({
      where: { personId: viewer.id },
      create: { personId: viewer.id, secret },
      update: { secret },
      select: { personId: true },
    })
  })
}

/** The secret to show as a square; null when there is none that waits for its first code. */
export async function readBegunApp(viewer: Viewer): Promise<string | null> {
  allow('self.read', viewer)
  const totp = await db.totp.findUnique({ where: { personId: viewer.id, confirmedAt: null }, select: { secret: true } })
  return totp && unseal(totp.secret, viewer.id)
}

/** The first code of the app: from now on sign-in asks for one. @returns new recovery codes @throws Refusal wrong-code */
export async function confirmApp(viewer: Viewer, code: string): Promise<string[]> {
  allow('self.change', viewer)
  await refuseTooFast(TRIES_OF_PERSON, viewer.id)
  return db.$transaction(async (tx) => {
    const totp = await tx.totp.findUnique({ where: { personId: viewer.id }, select: { confirmedAt: true } })
    if (!totp || totp.confirmedAt) throw new Refusal('not-found')
    await spendCode(tx, viewer.id, code)
    await tx.totp.update({
      where: { personId: viewer.id },
      data: { confirmedAt: new Date() },
      select: { personId: true },
    })
    return switchOn(tx, viewer.id)
  })
}

/** The app is put aside. Without a passkey there is no second step any more. */
export async function removeApp(viewer: Viewer): Promise<void> {
  allow('self.change', viewer)
  await db.$transaction(async (tx) => {
    await tx.totp.deleteMany({ where: { personId: viewer.id } })
    await offWithoutSecond(tx, viewer.id)
  })
}

/** Sign-in asks for a second step from now on. @returns new recovery codes @throws Refusal second-missing */
export async function switchTwoStepsOn(viewer: Viewer): Promise<string[]> {
  allow('self.change', viewer)
  return db.$transaction(async (tx) => {
    if (!(await hasSecond(tx, viewer.id))) throw new Refusal('second-missing')
    return switchOn(tx, viewer.id)
  })
}

export async function switchTwoStepsOff(viewer: Viewer): Promise<void> {
  allow('self.change', viewer)
  await db.$transaction((tx) => switchOff(tx, viewer.id))
}

/** @returns them in clear, once @throws Refusal second-missing */
export async function renewRecoveryCodes(viewer: Viewer): Promise<string[]> {
  allow('self.change', viewer)
  return db.$transaction(async (tx) => {
    const { twoSteps } = await tx.person.findUniqueOrThrow({ where: { id: viewer.id }, select: { twoSteps: true } })
    if (!twoSteps) throw new Refusal('second-missing')
    return replaceRecoveryCodes(tx, viewer.id)
  })
}

/** The second step of signing in: a code of the app, or one of the recovery codes. @throws Refusal wrong-code, too-fast */
export async function checkSecondStep(personId: string, code: string): Promise<void> {
  await refuseTooFast(TRIES_OF_PERSON, personId)
  await db.$transaction((tx) => spendCode(tx, personId, code, true))
}

/** Which second things somebody has, for the page that asks for one. */
export async function secondThings(personId: string): Promise<{ app: boolean; passkeys: boolean }> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { totp: { select: { confirmedAt: true } }, _count: { select: { passkeys: true } } },
  })
  return { app: person.totp?.confirmedAt != null, passkeys: person._count.passkeys > 0 }
}

/** The last second thing is gone: nothing is left to ask for. */
export async function offWithoutSecond(tx: Tx, personId: string): Promise<void> {
  if (!(await hasSecond(tx, personId))) await switchOff(tx, personId)
}

/** By the operator, for somebody who lost everything. */
export async function dropSecondStep(personId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.totp.deleteMany({ where: { personId } })
    await switchOff(tx, personId)
  })
}

async function spendCode(tx: Tx, personId: string, code: string, orRecovery = false): Promise<void> {
  const digits = code.normalize('NFKC').replace(/\s+/g, '')
  if (/^\d{6}$/.test(digits)) {
    const totp = await tx.totp.findUnique({ where: { personId }, select: { secret: true, confirmedAt: true } })
    const secret = totp && (totp.confirmedAt || !orRecovery) ? unseal(totp.secret, personId) : null
    const step = secret === null ? null : stepOfCode(secret, digits)
    if (step !== null) {
      // Two requests may bring the same code: the row takes one.
      const taken = await tx.totp.updateMany({ where: { personId, lastStep: { lt: step } }, data: { lastStep: step } })
      if (taken.count === 1) return
    }
  } else if (orRecovery && (await spendRecoveryCode(tx, personId, code))) return
  throw new Refusal('wrong-code', { field: 'code' })
}

async function hasSecond(tx: Tx, personId: string): Promise<boolean> {
  const app = await tx.totp.count({ where: { personId, confirmedAt: { not: null } } })
  return app > 0 || (await tx.passkey.count({ where: { personId } })) > 0
}

async function switchOn(tx: Tx, personId: string): Promise<string[]> {
  await tx.person.update({ where: { id: personId }, data: { twoSteps: true }, select: { id: true } })
  return replaceRecoveryCodes(tx, personId)
}

async function switchOff(tx: Tx, personId: string): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { twoSteps: false }, select: { id: true } })
  await tx.recoveryCode.deleteMany({ where: { personId } })
}
