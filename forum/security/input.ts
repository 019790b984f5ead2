import { z } from 'zod'
import { Email, Password, Secret } from '@/forum/people/input'
import { typedLine } from '@/forum/text'
import { madeInField, shownInField } from './passkey-input'

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

/** Six digits of an app, or a recovery code, however it is typed. */
const Code = z.string().min(1).max(100)
const Back = z.string().max(4_000).optional()

export const SecondStep = z.strictObject({ code: Code, back: Back })
export const ShowPasskey = z.strictObject({ credential: shownInField, back: Back })
export const ConfirmApp = z.strictObject({ code: Code })
export const SwitchTwoSteps = z.strictObject({ to: z.enum(['on', 'off']) })
export const AddPasskey = z.strictObject({ credential: madeInField, name: typedLine({ min: 1, max: 60 }) })
export const RemovePasskey = z.strictObject({ passkey: z.uuid() })
export const ConnectAccount = z.strictObject({ provider: z.string().max(40) })
export const DisconnectAccount = z.strictObject({ account: z.uuid() })
