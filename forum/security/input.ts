import { z } from 'zod'
import { Email, Password, Secret } from '@/forum/people/input'

export const ChangePassword = z.strictObject({
  /** Absent where the account has none yet. */
  password: z.string().max(1_000).default(''),
  newPassword: Password,
})
export type ChangePassword = z.infer<typeof ChangePassword>

export const EndSession = z.strictObject({ session: z.uuid() })

export const AskNewPassword = z.strictObject({ email: Email })
export const SetNewPassword = z.strictObject({ secret: Secret, newPassword: Password })
export const ChangeEmail = z.strictObject({ email: Email })
export const ConfirmEmail = z.strictObject({ secret: Secret })
