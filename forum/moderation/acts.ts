import type { DecisionAct } from './input'

/** Acts that take a comment out of sight. */
export const REMOVING = ['remove', 'removeAndClose', 'warn', 'suspend', 'ban'] as const satisfies DecisionAct[]

/** Whether readers lost sight of the comment by it. */
export const took = (act: DecisionAct) => act === 'askEdit' || REMOVING.some((one) => one === act)
