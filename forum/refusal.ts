/**
 * The one kind of expected "no". The code is the reason; its sentence, in each language, stands in messages/refusals.ts.
 * Everything else that is thrown is a defect and is logged.
 */
const STATUS = {
  'not-found': 404,
  'sign-in-required': 401,
  'not-allowed': 403,
  suspended: 403,
  'address-unproven': 403,
  'approval-awaited': 403,
  'approval-refused': 403,
  'invitation-needed': 403,
  'domain-needed': 403,
  'domains-wrong': 422,
  'foreign-origin': 403,
  'bad-input': 422,
  'bad-characters': 422,
  'body-empty': 422,
  'body-too-long': 422,
  'quote-not-found': 422,
  'parent-elsewhere': 422,
  'parent-gone': 409,
  locked: 403,
  'too-deep': 422,
  'already-posted': 409,
  'edit-too-late': 403,
  'changed-meanwhile': 409,
  'revision-changed': 409,
  undecided: 409,
  'own-comment': 403,
  'already-flagged': 409,
  'note-needed': 422,
  'case-closed': 409,
  'case-changed': 409,
  'case-claimed': 409,
  'act-unfit': 409,
  'too-late': 409,
  escalated: 403,
  'own-decision': 403,
  'already-appealed': 409,
  'nobody-such': 422,
  'blank-left': 422,
  'warning-unread': 403,
  'wrong-password': 401,
  'email-taken': 409,
  'handle-taken': 409,
  'handle-alike': 409,
  'handle-mixed': 422,
  'handle-length': 422,
  'handle-characters': 422,
  'password-short': 422,
  'password-long': 422,
  'password-common': 422,
  'password-yours': 422,
  'prove-again': 403,
  'wrong-code': 401,
  'passkey-failed': 401,
  'passkey-alone': 401,
  'passkey-known': 409,
  'second-missing': 409,
  'second-step-required': 403,
  blocked: 403,
  'list-full': 409,
  'address-disposable': 422,
  'proof-failed': 422,
  'last-way-in': 409,
  'link-used': 410,
  'last-owner': 409,
  'too-fast': 429,
  'too-many-streams': 429,
  'slow-mode': 429,
  heated: 429,
  repeated: 409,
  'first-day': 429,
  rule: 422,
  'bad-pattern': 422,
  'name-taken': 409,
  'too-large': 413,
  'malformed-json': 400,
  'malformed-form': 400,
  'unsupported-type': 415,
  'bad-token': 401,
  'token-reads-only': 403,
  'tokens-full': 409,
  'form-expired': 410,
  'no-text': 422,
  'not-a-text': 422,
  'unreadable-text': 422,
  'unreadable-document': 422,
  'document-too-large': 413,
  'text-too-long': 413,
  'too-many-paragraphs': 422,
  'paragraph-too-long': 422,
  'too-much-markup': 422,
  'search-too-long': 422,
  'drafts-full': 409,
} as const

export type RefusalCode = keyof typeof STATUS

export class Refusal extends Error {
  readonly status: number

  constructor(
    readonly code: RefusalCode,
    /** `field`: name of the input it is about. `facts`: what the sentence needs, e.g. seconds to wait; public. */
    readonly about: { field?: string; facts?: Record<string, string | number> } = {},
  ) {
    super(code)
    this.name = 'Refusal'
    this.status = STATUS[code]
  }
}

export function isRefusalCode(value: unknown): value is RefusalCode {
  return typeof value === 'string' && Object.hasOwn(STATUS, value)
}
