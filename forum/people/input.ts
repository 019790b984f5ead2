import { z } from 'zod'
import { isUnseen, typed, typedLine } from '@/forum/text'
import { isCommonPassword } from '@/lib/common-passwords'
import { isDeletedHandle } from './limits'
import { isOneWriting, skeletonOf } from './look-alike'

// NIST SP 800-63B: length counts, composition does not. The upper bound keeps hashing cheap.
export const PASSWORD_MIN = 8
export const PASSWORD_MAX = 200
export const HANDLE_MAX = 30

/** Trimmed, NFKC (a full-width @ is an @), lower case: two spellings of one address are one account. */
export const Email = typed({ max: 254 })
  .transform((value) => value.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email().max(254))

/** Letters and digits of any script, with - and _ inside. Stored and compared in lower case. */
export const Handle = typed({ max: HANDLE_MAX * 2 })
  .transform((value) => value.normalize('NFKC').trim().toLowerCase())
  .refine((value) => [...value].length >= 2 && [...value].length <= HANDLE_MAX, 'handle-length')
  .refine((value) => /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?$/u.test(value), 'handle-characters')
  .refine((value) => isOneWriting(value), 'handle-mixed')
  .refine((value) => !RESERVED.has(skeletonOf(value)) && !isDeletedHandle(value), 'handle-taken')

export const Password = z
  .string()
  .refine((value) => [...value].length >= PASSWORD_MIN, 'password-short')
  .refine((value) => [...value].length <= PASSWORD_MAX, 'password-long')
  .refine((value) => !isCommonPassword(value), 'password-common')

/** Names that would pass for the forum itself, and what looks like them. */
const RESERVED = new Set(
  [
    ...[
      'admin',
      'administrator',
      'moderator',
      'mod',
      'owner',
      'system',
      'root',
      'staff',
      'support',
      'help',
      'security',
    ],
    ...['marginalia', 'forum', 'guest', 'deleted', 'anonymous', 'everyone', 'here', 'postmaster', 'webmaster', 'abuse'],
    ...['管理员', '版主', '所有者', '系统', '客服', '官方'],
  ].map(skeletonOf),
)

export const SignUp = z.strictObject({ handle: Handle, email: Email, password: Password })
export type SignUp = z.infer<typeof SignUp>

export const SignIn = z.strictObject({ email: Email, password: z.string().min(1).max(1_000) })
export type SignIn = z.infer<typeof SignIn>

export const ABOUT_MAX = 500

export const ChangeProfile = z.strictObject({
  displayName: typedLine({ min: 1, max: 60 }),
  about: typed({ max: ABOUT_MAX }).transform((about) => (isUnseen(about) ? null : about.trim())),
  /** Of the mails to them: those that the forum's own words are in. */
  language: z.enum(['en', 'zh']).optional(),
})
export type ChangeProfile = z.infer<typeof ChangeProfile>

export const ChooseDisplay = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.enum(['small', 'normal', 'large', 'larger']),
  marks: z.enum(['on', 'off']),
  keys: z.enum(['on', 'off']),
})
export type ChooseDisplay = z.infer<typeof ChooseDisplay>

export const ChangeHandle = z.strictObject({ handle: Handle })

/** `of`: the slugs of the essays that a moderator is one of; all when left out. Of none is no moderator. */
export type ChangeRole = { role: 'member' | 'owner' } | { role: 'moderator'; of?: 'all' | readonly string[] }

/** `restricted`: who may not do everything at this moment. `moderators`: who moderates, owners with them. */
export const PEOPLE_AMONG = ['everybody', 'restricted', 'moderators'] as const
export type PeopleAmong = (typeof PEOPLE_AMONG)[number]

/** The way back after a form of an account. What a path of ours is, only the door knows. */
const Back = z.string().max(4_000).optional()
export const Secret = z.string().min(1).max(200)

/** `proof`: the work of a browser, see forum/admission/proof-of-work.ts. */
export const SignUpForm = SignUp.extend({ back: Back, proof: z.string().max(4_000).optional() })
export const SignInForm = SignIn.extend({ back: Back })
export const StartProvider = z.strictObject({ provider: z.string().max(40), back: Back })
export const AskMagicLink = z.strictObject({ email: Email, back: Back })
export const ConfirmMagicLink = z.strictObject({
  secret: Secret,
  back: Back,
  invitation: z.string().max(200).optional(),
})
export const UseLink = z.strictObject({ secret: Secret })
export const NoInput = z.strictObject({})

/** A handle that somebody asks for: the rules of a new one are no condition, names may be older than a rule. */
export const AskedHandle = typed({ min: 1, max: HANDLE_MAX * 2 }).transform((value) =>
  value.normalize('NFKC').trim().toLowerCase(),
)

/** A ticked essay is a field of its own, `of-SLUG`. */
export const ESSAY_TICK = 'of-'

export const ChangeRoleForm = z
  .object({ handle: AskedHandle, role: z.enum(['member', 'moderator', 'moderator-of', 'owner']) })
  .catchall(z.literal('on'))
  .transform(({ handle, role, ...ticks }) => {
    const of = Object.keys(ticks).flatMap((name) =>
      name.startsWith(ESSAY_TICK) ? [name.slice(ESSAY_TICK.length)] : [],
    )
    return { handle, ...(role === 'moderator-of' ? { role: 'moderator' as const, of } : { role }) }
  })
  .refine((given) => !('of' in given) || given.of.length > 0, { path: ['of'] })
