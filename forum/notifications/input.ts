import { z } from 'zod'

/** `upTo`: the newest notification the person had before them. What arrived since is not read. */
export const MarkRead = z.strictObject({ upTo: z.uuid() })
export type MarkRead = z.infer<typeof MarkRead>
