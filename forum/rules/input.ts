import { z } from 'zod'
import { typed, typedLine } from '@/forum/text'
import { matcherOf, PatternProblem } from './matcher'

export const NAME_MAX = 60
export const LOOKS_FOR_MAX = 2_000
export const TRIAL_MAX = 2_000
export const STAGES = ['draft', 'shadow', 'live', 'off'] as const

const Looks = {
  kind: z.enum(['words', 'pattern']),
  looksFor: typed({ min: 1, max: LOOKS_FOR_MAX }),
}

/** A pattern that cannot be one, or could take too long, is refused where it is written. */
const works = (looks: { kind: 'words' | 'pattern'; looksFor: string }) => {
  try {
    matcherOf(looks)
    return true
  } catch (error) {
    if (error instanceof PatternProblem) return false
    throw error
  }
}
const WRONG = { path: ['looksFor'], message: 'bad-pattern' }

export const WriteRule = z
  .strictObject({
    /** The rule that gets another version; a new one without. */
    ruleId: z.union([z.uuid(), z.literal('').transform(() => undefined)]).optional(),
    name: typedLine({ min: 3, max: NAME_MAX }),
    ...Looks,
    act: z.enum(['hold', 'refuse']),
    reason: typedLine({ min: 3, max: 300 }),
  })
  .refine(works, WRONG)
export type WriteRule = z.infer<typeof WriteRule>

export const SwitchRule = z.strictObject({ ruleId: z.uuid(), stage: z.enum(STAGES) })
export type SwitchRule = z.infer<typeof SwitchRule>

export const RehearseRule = z.strictObject({ ruleId: z.uuid() })

/** Of the page's address: the rule, and a text it is tried on. */
export const RuleAddress = z.object({
  rule: z.uuid().optional().catch(undefined),
  text: typed({ max: TRIAL_MAX }).optional().catch(undefined),
})
