import { z } from 'zod'

/** What stands in an address. */
export const ById = z.strictObject({ id: z.uuid() })
export const BySlug = z.strictObject({ slug: z.string().min(1).max(120) })
