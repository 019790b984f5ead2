import { randomBytes } from 'node:crypto'
import { change } from '@/forum/change'
import { enqueue } from '@/forum/job'
import { writeLog } from '@/forum/log/mutations'
import { DELETED } from '@/forum/people/limits'
import { lockOwners } from '@/forum/people/owners'
import { refuseTooFast } from '@/forum/people/pace'
import { retireHandle } from '@/forum/people/retired'
import type { CurrentSession } from '@/forum/people/sessions'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db, Prisma, type Tx } from '@/lib/db'
import { passwordMatches } from '@/lib/password'
import type { DeleteAccount } from './input'
import { KEPT } from './inventory'

/** As many in one change as its wake-up has room for; hardly anybody wrote more. */
const ESSAYS = 40
const TRIES = { name: 'delete-account', points: 10, seconds: 15 * 60 }

/**
 * Deletes the viewer's account: who they are and every way in are gone when this returns, so that nobody is signed in as
 * them again; what there can be much of goes with the job (deletion.ts).
 * @returns the address they had, to be told. @throws Refusal sign-in-required, wrong-password, prove-again, last-owner, too-fast
 */
export async function deleteAccount(
  viewer: Viewer,
  session: CurrentSession,
  input: DeleteAccount,
): Promise<{ email: string | null }> {
  allow('self.change', viewer)
  await refuseTooFast(TRIES, viewer.id)
  await requirePerson(viewer.id, session, input.password)
  return change(
    async (tx, tell) => {
      const owners = await lockOwners(tx)
      const person = await tx.person.findUniqueOrThrow({
        where: { id: viewer.id },
        select: {
          id: true,
          handle: true,
          email: true,
          role: true,
          authored: { select: { essayId: true } },
          handles: { select: { handle: true } },
        },
      })
      if (person.role === 'owner' && owners.length === 1) throw new Refusal('last-owner')
      if (person.role !== 'member')
        await writeLog(tx, {
          act: 'person.role',
          subject: person.id,
          byId: person.id,
          details: { from: person.role, to: 'member' },
        })
      await retireHandle(tx, person.handle)
      for (const { handle } of person.handles) await retireHandle(tx, handle)
      await emptyPerson(tx, person)
      await tx.deletion.create({ data: { personId: person.id, choice: input.choice }, select: { personId: true } })
      await enqueue(tx, 'delete-account', { personId: person.id })
      for (const { essayId } of person.authored.slice(0, ESSAYS)) tell({ topic: 'essay.authors', essayId })
      return { email: person.email }
    },
    { log: true, seconds: 60 },
  )
}

/** Whoever knows the password has proved who they are; without one a recent sign-in does. */
async function requirePerson(personId: string, session: CurrentSession, password: string) {
  const credential = await db.credential.findUnique({ where: { personId }, select: { passwordHash: true } })
  if (!credential && !session.proven) throw new Refusal('prove-again')
  if (credential && !(await passwordMatches(credential.passwordHash, password)))
    throw new Refusal('wrong-password', { field: 'password' })
}

async function emptyPerson(tx: Tx, person: { id: string; email: string | null }) {
  const handle = `${DELETED}${randomBytes(4).toString('hex')}`
  await tx.person.update({
    where: { id: person.id },
    data: {
      handle,
      displayName: handle,
      about: null,
      email: null,
      emailVerified: null,
      role: 'member',
      essaysOnly: false,
      language: null,
      theme: null,
      textSize: null,
      marks: true,
      keys: true,
      twoSteps: false,
      deletedAt: new Date(),
    },
    select: { id: true },
  })
  if (person.email !== null) await tx.verificationToken.deleteMany({ where: { identifier: person.email } })
  for (const [table, { end, person: column }] of Object.entries(KEPT))
    if (end === 'atOnce' && column !== undefined)
      await tx.$executeRaw(Prisma.sql`DELETE FROM ${named(table)} WHERE ${named(column)} = ${person.id}::uuid`)
}

/** A name of the inventory's own, never one that somebody sent. */
const named = (name: string) => Prisma.raw(`"${name}"`)
