import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'

/** Whose a provider's account is; null for one that nobody has connected. */
export async function ownerOfAccount(provider: string, providerAccountId: string): Promise<string | null> {
  const account = await db.account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { userId: true },
  })
  return account?.userId ?? null
}

/** @throws Refusal last-way-in */
export async function disconnectAccount(viewer: Viewer, accountId: string): Promise<void> {
  allow('self.change', viewer)
  await db.$transaction(async (tx) => {
    await tx.account.deleteMany({ where: { id: accountId, userId: viewer.id } })
    const left = await tx.person.findUniqueOrThrow({
      where: { id: viewer.id },
      select: {
        email: true,
        credential: { select: { personId: true } },
        accounts: { select: { id: true } },
        passkeys: { select: { id: true } },
      },
    })
    // With an address there is a link by mail, and the way to a new password.
    const ways = left.accounts.length + left.passkeys.length
    if (left.email === null && !left.credential && ways === 0) throw new Refusal('last-way-in')
  })
}
