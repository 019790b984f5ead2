import { z } from 'zod'

/** Who may read an essay, in the order in which they are offered; forum/visibility.ts says what follows from it. */
export const VISIBILITIES = ['public', 'unlisted', 'members'] as const
export const Visibility = z.enum(VISIBILITIES)
export type Visibility = z.infer<typeof Visibility>
