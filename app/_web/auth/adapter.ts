import type { Adapter, AdapterAccount, AdapterUser } from 'next-auth/adapters'
import { admit } from '@/forum/admission/admit'
import { findFreeHandle } from '@/forum/people/handles'
import { endSession, keepSession, readSession } from '@/forum/people/sessions'
import { db } from '@/lib/db'
import { newId } from '@/lib/id'
import { hashSecret } from '@/lib/secret'
import { dropInvitation, invitationHere } from './invitation'
import { seatHere } from './seat'

/**
 * next-auth on our tables. Written here instead of taking @next-auth/prisma-adapter, which is frozen and 60 lines, to keep
 * only hashes of session tokens and to give a newcomer from a provider a handle (docs/decisions/003-sign-in.md).
 */
const PERSON = { id: true, email: true, emailVerified: true, displayName: true } as const

type PersonRow = { id: string; email: string | null; emailVerified: Date | null; displayName: string }

function asUser(person: PersonRow): AdapterUser {
  return {
    id: person.id,
    email: person.email ?? '',
    emailVerified: person.emailVerified,
    name: person.displayName,
  }
}

const normalised = (email: string) => email.normalize('NFKC').trim().toLowerCase()

export const adapter: Adapter = {
  async createUser(user: Omit<AdapterUser, 'id'>) {
    // Never made of the e-mail, which is nobody's business.
    const handle = await findFreeHandle(user.name ?? '')
    const newcomer = {
      handle,
      displayName: [...(user.name ?? '')].slice(0, 60).join('') || handle,
      email: user.email ? normalised(user.email) : null,
      emailVerified: user.emailVerified ?? null,
      passwordHash: null,
    }
    const person = await admit(newcomer, await invitationHere())
    await dropInvitation()
    return asUser(person)
  },
  async getUser(id) {
    const person = await db.person.findUnique({ where: { id }, select: PERSON })
    return person && asUser(person)
  },
  async getUserByEmail(email) {
    const person = await db.person.findUnique({ where: { email: normalised(email) }, select: PERSON })
    return person && asUser(person)
  },
  async getUserByAccount({ provider, providerAccountId }) {
    const account = await db.account.findUnique({
      where: { provider_providerAccountId: { provider, providerAccountId } },
      select: { person: { select: PERSON } },
    })
    return account && asUser(account.person)
  },
  async updateUser(user) {
    const person = await db.person.update({
      where: { id: user.id },
      data: { emailVerified: user.emailVerified ?? undefined },
      select: PERSON,
    })
    return asUser(person)
  },
  async linkAccount(account: AdapterAccount) {
    // Tokens of the provider are not kept: nothing here ever calls it again.
    await db.account.create({
      data: {
        id: newId(),
        userId: account.userId,
        type: account.type,
        provider: account.provider,
        providerAccountId: account.providerAccountId,
      },
    })
  },
  async createSession(session) {
    const { sessionToken: token, userId: personId, expires } = session
    await keepSession({ token, personId, expires }, await seatHere())
    return session
  },
  async getSessionAndUser(sessionToken) {
    const session = await readSession(sessionToken)
    const person = session && (await db.person.findUnique({ where: { id: session.userId }, select: PERSON }))
    if (!session || !person) return null
    return { session: { sessionToken, userId: session.userId, expires: session.expires }, user: asUser(person) }
  },
  async updateSession({ sessionToken, expires }) {
    if (expires) await db.session.updateMany({ where: { sessionToken: hashSecret(sessionToken) }, data: { expires } })
    return null
  },
  async deleteSession(sessionToken) {
    await endSession(sessionToken)
  },
  async createVerificationToken(token) {
    await db.verificationToken.create({ data: token })
    return token
  },
  async useVerificationToken({ identifier, token }) {
    const found = await db.verificationToken.findUnique({ where: { token, expires: { gt: new Date() } } })
    // Two requests may have found it: it belongs to the one that deletes it.
    const gone = await db.verificationToken.deleteMany({ where: { identifier, token } })
    // With its own end: next-auth compares it with the clock once more.
    return found && gone.count === 1 ? { identifier, token, expires: found.expires } : null
  },
}
