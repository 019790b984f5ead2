import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { visibleEssays } from '@/forum/visibility'
import { db } from '@/lib/db'
import { keyedHash, sameHash } from '@/lib/secret'
import type { ChoosePaces, ChooseThread, Unsubscribe } from './input'
import { DEFAULT_PACES, MAIL_KINDS, type MailKind, type Pace } from './kinds'

/** How soon each kind comes by mail to the viewer, and where to. @throws Refusal sign-in-required */
export async function readPaces(viewer: Viewer) {
  allow('self.read', viewer)
  const person = await db.person.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { email: true, emailVerified: true, mailChoices: { select: { kind: true, pace: true } } },
  })
  const chosen = new Map<string, Pace>(person.mailChoices.map(({ kind, pace }) => [kind, pace]))
  const refused =
    person.email === null ? null : await db.mailSuppression.findUnique({ where: { address: person.email } })
  return {
    paces: MAIL_KINDS.map((kind) => ({ kind, pace: chosen.get(kind) ?? DEFAULT_PACES[kind] })),
    email: person.email,
    confirmed: person.emailVerified !== null,
    refused: refused !== null,
  }
}

/** @throws Refusal sign-in-required */
export async function choosePaces(viewer: Viewer, input: ChoosePaces): Promise<void> {
  allow('self.change', viewer)
  await db.$transaction(MAIL_KINDS.map((kind) => setPace(viewer.id, kind, input[kind])))
}

function setPace(personId: string, kind: MailKind, pace: Pace) {
  return db.mailChoice.upsert({
    where: { personId_kind: { personId, kind } },
    create: { personId, kind, pace },
    update: { pace },
    select: { kind: true },
  })
}

/** What the viewer chose for a thread. @throws Refusal sign-in-required, not-found */
export async function readThreadChoice(viewer: Viewer, paragraphId: string) {
  allow('self.read', viewer)
  const found = await db.threadChoice.findUnique({
    where: { personId_paragraphId: { personId: viewer.id, paragraphId } },
    select: { choice: true },
  })
  return found?.choice ?? ('usual' as const)
}

/** Watch a thread, hear of what is to oneself only, or of nothing in it. @throws Refusal sign-in-required, not-found */
export async function chooseThread(viewer: Viewer, { paragraphId, choice }: ChooseThread): Promise<void> {
  allow('self.change', viewer)
  const thread = await db.paragraph.findFirst({
    where: { id: paragraphId, essay: visibleEssays(viewer) },
    select: { essayId: true },
  })
  if (!thread) throw new Refusal('not-found')
  const key = { personId: viewer.id, paragraphId }
  if (choice === 'usual') await db.threadChoice.deleteMany({ where: key })
  else
    await db.threadChoice.upsert({
      where: { personId_paragraphId: key },
      create: { ...key, essayId: thread.essayId, choice },
      update: { choice },
      select: { choice: true },
    })
}

/** For the link of a mail: opens without signing in, does one thing, and never expires, as old mails are opened too. */
export function unsubscribeToken(personId: string, kind: string): string {
  return `${personId}.${kind}.${signature(personId, kind)}`
}

const signature = (personId: string, kind: string) => keyedHash(`unsubscribe ${personId} ${kind}`)

/** @throws Refusal link-used for a link that no mail of ours had */
export function unsubscribeSubject({ token }: Unsubscribe): { personId: string; kind: MailKind } {
  const [personId = '', kind = '', signed = ''] = token.split('.')
  const known = MAIL_KINDS.find((one) => one === kind)
  if (!known || !sameHash(signed, signature(personId, known))) throw new Refusal('link-used')
  return { personId, kind: known }
}

/** No more mails of this kind. Whoever has the mail may; twice is once. @throws Refusal link-used */
export async function unsubscribe(input: Unsubscribe): Promise<{ kind: MailKind }> {
  const { personId, kind } = unsubscribeSubject(input)
  const person = await db.person.findUnique({ where: { id: personId }, select: { id: true } })
  if (!person) throw new Refusal('link-used')
  await setPace(personId, kind, 'never')
  return { kind }
}

/** The same as a question, for the page that the link opens; null for a link that is none of ours. */
export function unsubscribeKind(token: string): MailKind | null {
  try {
    return unsubscribeSubject({ token }).kind
  } catch {
    return null
  }
}
