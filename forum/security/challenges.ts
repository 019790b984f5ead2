import { z } from 'zod'
import { Refusal } from '@/forum/refusal'
import { db } from '@/lib/db'
import { hashSecret, newSecret } from '@/lib/secret'

const MINUTES = 5

/** Something for a passkey to sign: to make a new one of a person, or (null) to sign in as whoever has it. */
export async function newChallenge(personId: string | null): Promise<string> {
  const challenge = newSecret()
  const now = Date.now()
  await db.challenge.deleteMany({ where: { expiresAt: { lt: new Date(now) } } })
  const expiresAt = new Date(now + MINUTES * 60_000)
  await db.challenge.create({ data: { challengeHash: hashSecret(challenge), personId, expiresAt } })
  return challenge
}

const ClientData = z.object({ challenge: z.string().min(1).max(200) })

/** Uses up the challenge that was signed: an answer that is sent again is none. @throws Refusal passkey-failed */
export async function spendChallenge(clientDataJSON: string, personId: string | null): Promise<string> {
  const { challenge } = readClientData(clientDataJSON)
  const gone = await db.challenge.deleteMany({
    where: { challengeHash: hashSecret(challenge), personId, expiresAt: { gt: new Date() } },
  })
  if (gone.count !== 1) throw new Refusal('passkey-failed')
  return challenge
}

function readClientData(clientDataJSON: string): z.infer<typeof ClientData> {
  try {
    return ClientData.parse(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')))
  } catch {
    throw new Refusal('passkey-failed')
  }
}
