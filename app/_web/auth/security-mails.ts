import { viewerOfPerson } from '@/forum/people/standing'
import { Refusal } from '@/forum/refusal'
import { askEmailProof } from '@/forum/security/mail-links'
import { env } from '@/lib/env'
import { logError } from '@/lib/log'
import { canMail } from '@/lib/mail'
import type { Language } from '@/messages/language'
import { securityMails } from '@/messages/security-mails'
import { sendAccountMail } from './account-mail'

// The mails about what an account is opened with. To an address without an account goes a mail too, so that nobody learns
// from an answer, or from its time, which addresses have one.

type To = { to: string; language: Language }

export async function sendPasswordLink({
  to,
  language,
  secret,
  handle,
}: To & { secret: string; handle: string | null }) {
  const t = securityMails[language].password
  const forum = env().FORUM_NAME
  const subject = t.subject(forum)
  const link = { path: `/sign-in/new-password?token=${encodeURIComponent(secret)}`, words: t.button }
  if (handle === null)
    await sendAccountMail({ to, language, subject, before: [t.hello(forum), t.noAccount], after: [t.notYou] })
  else
    await sendAccountMail({
      to,
      language,
      subject,
      before: [t.hello(forum), t.open(handle)],
      link,
      after: [t.once, t.notYou],
    })
}

export async function sendEmailLink({
  to,
  language,
  secret,
  taken,
  handle,
}: To & { secret: string; taken: boolean; handle: string }) {
  const t = securityMails[language].email
  const forum = env().FORUM_NAME
  const subject = t.subject(forum)
  const link = { path: `/settings/security/confirm?token=${encodeURIComponent(secret)}`, words: t.button }
  if (taken)
    await sendAccountMail({ to, language, subject, before: [t.hello(forum, handle), t.taken], after: [t.notYou] })
  else
    await sendAccountMail({
      to,
      language,
      subject,
      before: [t.hello(forum, handle), t.open],
      link,
      after: [t.once, t.notYou],
    })
}

/** After signing up. The account works without it; a mail server that is away is no reason to lose a newcomer. */
export async function askToProve(personId: string, email: string, language: Language): Promise<void> {
  if (!canMail()) return
  try {
    const viewer = await viewerOfPerson(personId)
    const link = await askEmailProof(viewer, email)
    await sendEmailLink({ to: email, language, handle: viewer.handle ?? '', ...link })
  } catch (error) {
    if (!(error instanceof Refusal)) logError('a mail to a newcomer could not be sent', error)
  }
}

export type Told = 'password' | 'email' | 'second' | 'secondOff' | 'passkey' | 'codes' | 'linked'

/** What happened to an account is told to its address; when that fails, it has happened all the same. */
export async function tellAccount({ to, language, what }: { to: string | null; language: Language; what: Told }) {
  if (to === null || !canMail()) return
  const t = securityMails[language].told
  try {
    await sendAccountMail({
      to,
      language,
      subject: t.subject(env().FORUM_NAME),
      before: [t[what](env().FORUM_NAME), t.notYou],
      link: { path: '/settings/security', words: t.button },
    })
  } catch (error) {
    logError('a mail about an account could not be sent', error)
  }
}
