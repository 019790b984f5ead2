import type { DecisionAct } from './input'

/** Acts that take a comment out of sight. */
export const REMOVING = ['remove', 'removeAndClose', 'warn', 'suspend', 'ban'] as const satisfies DecisionAct[]

/** Whether readers lost sight of the comment by it. */
export const took = (act: DecisionAct) => act === 'askEdit' || REMOVING.some((one) => one === act)

/** Acts that find a report groundless: nothing was done, to the comment or around it. */
export const GROUNDLESS = ['approve', 'noAction'] as const satisfies DecisionAct[]

const LEAVING = ['lock', 'slow', 'noAction'] as const satisfies DecisionAct[]

/** Whether the comment stays what it is by it, visible or held. */
export const leaves = (act: DecisionAct) => LEAVING.some((one) => one === act)
