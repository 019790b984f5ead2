import { z } from 'zod'
import { DOMAINS_MAX, readDomain } from '@/forum/admission/domains'
import { SIGN_UP_WAYS } from '@/forum/admission/ways'
import { FLAG_REASONS, type FlagReason } from '@/forum/moderation/input'

/** Those that can be taken away: "something else" is always there. */
export const OFFERED_REASONS = FLAG_REASONS.filter((reason) => reason !== 'other')

/** A box of a form: without its mark it is not sent. */
const Box = z
  .literal('on')
  .optional()
  .transform((mark) => mark === 'on')

/** Of the owner's form. `hideAt` empty: reports never hide a comment. */
export const ChangeModeration = z
  .strictObject({
    holdFirst: Box,
    hideAt: z.union([z.literal('').transform(() => null), z.coerce.number().min(1).max(1_000)]),
    'reason-spam': Box,
    'reason-unkind': Box,
    'reason-off-topic': Box,
    'reason-illegal': Box,
    secondStep: Box,
  })
  .transform((fields) => ({
    moderators: { secondStep: fields.secondStep },
    screening: { holdFirst: fields.holdFirst },
    flags: {
      hideAt: fields.hideAt,
      reasons: FLAG_REASONS.filter((reason): reason is FlagReason => reason === 'other' || fields[`reason-${reason}`]),
    },
  }))
export type ChangeModeration = z.output<typeof ChangeModeration>

/** One a line, or with commas between them. */
const Domains = z
  .string()
  .max(30_000)
  .transform((text) => [...new Set(text.split(/[\s,;，；、]+/).filter((word) => word !== ''))].map(readDomain))
  .refine((domains) => domains.length <= DOMAINS_MAX && !domains.includes(null), 'domains-wrong')
  .transform((domains) => domains.filter((domain) => domain !== null))

/** Of the owner's form about newcomers. */
export const ChangeSignUp = z
  .strictObject({ way: z.enum(SIGN_UP_WAYS), domains: Domains, refuseDisposable: Box, proofOfWork: Box })
  .refine(({ way, domains }) => way !== 'domain' || domains.length > 0, { path: ['domains'], message: 'domains-wrong' })
  .transform((signUp) => ({ signUp }))
