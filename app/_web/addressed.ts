import { z } from 'zod'
import { Slug } from '@/forum/essay/input'

/** What stands in an address. */
export const ById = z.strictObject({ id: z.uuid() })
export const BySlug = z.strictObject({ slug: Slug })
