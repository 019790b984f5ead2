import { z } from 'zod'

export const DeleteAccount = z.strictObject({
  choice: z.enum(['stay', 'go']),
  /** Absent where the account has none. */
  password: z.string().max(1_000).default(''),
})
export type DeleteAccount = z.infer<typeof DeleteAccount>

export const ExportId = z.strictObject({ id: z.uuid() })
export const ExportFormat = z.strictObject({ as: z.enum(['json', 'html']).default('json') })
