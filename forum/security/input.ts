import { z } from 'zod'
import { Password } from '@/forum/people/input'

export const ChangePassword = z.strictObject({
  /** Absent where the account has none yet. */
  password: z.string().max(1_000).default(''),
  newPassword: Password,
})
export type ChangePassword = z.infer<typeof ChangePassword>

export const EndSession = z.strictObject({ session: z.uuid() })
