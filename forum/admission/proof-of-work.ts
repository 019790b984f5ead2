import { randomInt } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import { Refusal } from '@/forum/refusal'
import { readSetting } from '@/forum/settings/settings'
import { db, sqlState } from '@/lib/db'
import { hashSecret, keyedHash } from '@/lib/secret'

/** Of PBKDF2: with a thousand to three thousand tries about a second of a laptop, some of a phone, none of a server. */
const ITERATIONS = 1_000
const TRIES = { least: 1_000, most: 3_000 }
/** Long enough to fill in a form with a phone call in the middle. */
const HOURS = 2

const secrets = () => ({
  hmacSignatureSecret: keyedHash('proof of work'),
  hmacKeySignatureSecret: keyedHash('proof of work, key'),
})

/** What a browser has to work on before an account is made with a password; null where the owner does not ask for it. */
export async function askForWork(): Promise<string | null> {
  const { way, proofOfWork } = await readSetting('signUp')
  if (way !== 'open' || !proofOfWork) return null
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: ITERATIONS,
    counter: randomInt(TRIES.least, TRIES.most),
    expiresAt: new Date(Date.now() + HOURS * 3_600_000),
    deriveKey,
    ...secrets(),
  })
  return JSON.stringify(challenge)
}

const Parameters = z.strictObject({
  algorithm: z.literal('PBKDF2/SHA-256'),
  nonce: z.string(),
  salt: z.string(),
  cost: z.literal(ITERATIONS),
  keyLength: z.number(),
  keyPrefix: z.string(),
  keySignature: z.string(),
  expiresAt: z.number(),
})

const Proof = z.object({
  challenge: z.object({ parameters: Parameters, signature: z.string() }),
  solution: z.object({ counter: z.number(), derivedKey: z.string(), time: z.number().optional() }),
})

/**
 * Whether some work was shown; each counts once. Nothing at all is no mistake: it is how a browser without scripts comes.
 * @throws Refusal proof-failed for one that is wrong, late, or was used before
 */
export async function hasWorked(proof: string | undefined): Promise<boolean> {
  if (!proof) return false
  const given = readProof(proof)
  const { verified } = given
    ? await verifySolution({ challenge: given.challenge, solution: given.solution, deriveKey, ...secrets() })
    : { verified: false }
  if (!given || !verified) throw new Refusal('proof-failed')
  await spend(given.challenge.parameters.nonce)
  return true
}

function readProof(text: string): z.infer<typeof Proof> | null {
  try {
    return Proof.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Remembered until it would be too old anyway. */
async function spend(nonce: string): Promise<void> {
  const expiresAt = new Date(Date.now() + HOURS * 3_600_000)
  try {
    await db.challenge.create({ data: { challengeHash: hashSecret(`proof of work ${nonce}`), expiresAt } })
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('proof-failed')
    throw error
  }
}
