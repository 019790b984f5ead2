import type { DecisionAct } from '@/forum/moderation/input'

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
  'comment.hide-pending',
  'comment.remove-and-close',
  'comment.ask-edit',
  'comment.warn',
  'comment.no-action',
  'thread.lock',
  'thread.slow',
  'paragraph.lock',
  'paragraph.slow',
  'paragraph.open',
  'paragraph.unlock',
  'case.hand-over',
  'case.escalate',
  'newcomer.admit',
  'newcomer.refuse',
  'invitation.make',
  'invitation.revoke',
  'person.suspend',
  'person.unsuspend',
  'person.restrict',
  'person.unrestrict',
  'person.clear-about',
  'person.role',
  'owner.claim',
  'essay.publish',
] as const
export type LogAct = (typeof LOG_ACTS)[number]

/** The entry of each decision that took effect. */
export const DECIDED: Record<DecisionAct, LogAct> = {
  approve: 'comment.approve',
  remove: 'comment.remove',
  removeAndClose: 'comment.remove-and-close',
  askEdit: 'comment.ask-edit',
  warn: 'comment.warn',
  suspend: 'comment.remove',
  ban: 'comment.remove',
  lock: 'thread.lock',
  slow: 'thread.slow',
  noAction: 'comment.no-action',
}
