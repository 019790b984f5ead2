const RULES = '/moderation/rules'

/** The page of rules, without language prefix; with one of them open. */
export const rulesPath = (ruleId?: string) => (ruleId ? `${RULES}?rule=${encodeURIComponent(ruleId)}` : RULES)
