import { z } from 'zod'

const Base64Url = z
  .string()
  .min(1)
  .max(16_000)
  .regex(/^[\w-]+=*$/)

const Attachment = z.enum(['platform', 'cross-platform']).optional().catch(undefined)

/** What a browser answers when it made a key; only what is needed of it. */
export const MadePasskey = z.object({
  id: Base64Url,
  rawId: Base64Url,
  type: z.literal('public-key'),
  authenticatorAttachment: Attachment,
  response: z.object({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: z.array(z.string().max(40)).max(10).optional().catch(undefined),
  }),
})
export type MadePasskey = z.infer<typeof MadePasskey>

/** What it answers when a key signed. */
export const ShownPasskey = z.object({
  id: Base64Url,
  rawId: Base64Url,
  type: z.literal('public-key'),
  authenticatorAttachment: Attachment,
  response: z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: Base64Url.optional().catch(undefined),
  }),
})
export type ShownPasskey = z.infer<typeof ShownPasskey>

const json = z
  .string()
  .max(32_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'passkey-failed' })
      return z.NEVER
    }
  })

/** The answer as it travels in a form's field. */
export const madeInField = json.pipe(MadePasskey)
export const shownInField = json.pipe(ShownPasskey)
