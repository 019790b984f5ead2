import { matcherOfRule, readActiveRules } from '@/forum/rules/active'
import { type Check, holdFor, type Verdict } from './written'

/** For all rules together. RE2's time follows the length of a text, but there may be many rules. */
const MOST_MS = 250

/** The rules that moderators wrote. What runs out of time is held, and says so. */
export const rules: Check = {
  name: 'rules',
  async look({ body, by }) {
    if (by.role !== 'member') return null
    const active = await readActiveRules()
    const verdicts: Verdict[] = []
    const began = performance.now()
    for (const rule of active) {
      if (performance.now() - began > MOST_MS) return [...verdicts, holdFor('rules-time')]
      if (matcherOfRule(rule)(body) === null) continue
      const { id, version, stage, name, reason } = rule
      verdicts.push({ caught: { ruleId: id, version, stage } })
      if (stage === 'shadow') continue
      if (rule.act === 'refuse') verdicts.push({ refuse: 'rule', facts: { reason, rule: name, version } })
      else verdicts.push({ hold: { source: 'rule', code: name, rule: { id, version }, reason } })
    }
    return verdicts
  },
}
