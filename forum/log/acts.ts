/** What an entry of the log can tell of. */
export const LOG_ACTS = [
  'comment.approve',
  'comment.remove',
  'comment.hold',
  'comment.hide',
  'comment.bring-back',
  'rule.write',
  'rule.stage',
  'setting.change',
  'comment.remove-and-close',
  'comment.ask-edit',
  'comment.warn',
  'comment.no-action',
  'thread.lock',
  'case.hand-over',
  'case.escalate',
  'person.suspend',
  'person.unsuspend',
  'person.role',
  'owner.claim',
  'essay.publish',
] as const
export type LogAct = (typeof LOG_ACTS)[number]
