import { Refusal } from '@/forum/refusal'
import { logError } from '@/lib/log'
import { firstComments } from './checks/first-comments'
import { heatedChain } from './checks/heated-chain'
import { history } from './checks/history'
import { links } from './checks/links'
import { pace } from './checks/pace'
import { repeat } from './checks/repeat'
import { restricted } from './checks/restricted'
import { rules } from './checks/rules'
import { slowMode } from './checks/slow-mode'
import { type Caught, type Check, type Hold, holdFor, type Verdict, type Written } from './checks/written'

/**
 * What is looked at before words are published, in this order. Length and shape were parsed at the door, and a locked thread
 * is the policy's. What refuses comes first, and the pace last of it: what is refused anyway uses none of it up.
 */
export const CHECKS: readonly Check[] = [
  slowMode,
  heatedChain,
  repeat,
  rules,
  pace,
  links,
  firstComments,
  history,
  restricted,
]

export type Screened = { holds: Hold[]; caught: Caught[] }

/**
 * Asks every check. One that fails holds: what could not be looked at is looked at by a person.
 * @throws Refusal of the first check that refuses
 */
export async function screen(written: Written, checks: readonly Check[] = CHECKS): Promise<Screened> {
  const screened: Screened = { holds: [], caught: [] }
  for (const check of checks) {
    for (const verdict of await ask(check, written)) {
      if (verdict === null) continue
      if ('refuse' in verdict) throw new Refusal(verdict.refuse, { field: 'body', facts: verdict.facts ?? {} })
      if ('hold' in verdict) screened.holds.push(verdict.hold)
      else screened.caught.push(verdict.caught)
    }
  }
  return screened
}

async function ask(check: Check, written: Written): Promise<Verdict[]> {
  try {
    const looked = await check.look(written)
    return Array.isArray(looked) ? looked : [looked]
  } catch (error) {
    logError('a check before publication failed', error, { check: check.name })
    return [holdFor('check-failed')]
  }
}
