/** A heading of the page that says what is kept; its words stand in messages/privacy.ts. */
export type Section =
  | 'account'
  | 'waysIn'
  | 'sessions'
  | 'tokens'
  | 'writing'
  | 'votes'
  | 'reading'
  | 'telling'
  | 'reports'
  | 'moderation'
  | 'essays'
  | 'traces'
  | 'copies'

export const SECTIONS: readonly Section[] = [
  'account',
  'waysIn',
  'sessions',
  'tokens',
  'writing',
  'votes',
  'reading',
  'telling',
  'reports',
  'moderation',
  'essays',
  'traces',
  'copies',
]

export type Kept = {
  section: Section
  /** Every column; tests/database/inventory.test.ts holds them to the database. */
  columns: readonly string[]
  /** The column with the id of the person whose rows these are, for whoever asks for everything about themselves. */
  person?: string
  /** Columns that nobody is handed: what opens an account, if only as a hash. */
  secret?: readonly string[]
  /**
   * What becomes of a person's rows when the account is deleted. `atOnce`: gone with the request; `inBatches`: gone with the
   * job; `blanked`: the rows stay, `blank` is taken out of them by the job; `byChoice`: forum/privacy/deletion.ts does what
   * the person chose; `stays`: it refers to an account of which nothing is left; `expires`: it goes by itself.
   */
  end: 'atOnce' | 'inBatches' | 'blanked' | 'byChoice' | 'stays' | 'expires'
  blank?: readonly string[]
}

/** Every table with something about a person in it. */
export const KEPT: Record<string, Kept> = {
  Person: {
    section: 'account',
    columns: [
      'id',
      'handle',
      'displayName',
      'about',
      'email',
      'emailVerified',
      'role',
      'essaysOnly',
      'language',
      'theme',
      'textSize',
      'marks',
      'keys',
      'twoSteps',
      'createdAt',
      'deletedAt',
    ],
    person: 'id',
    end: 'stays',
  },
  HandleClaim: {
    section: 'account',
    columns: ['handle', 'skeleton', 'personId', 'since'],
    person: 'personId',
    end: 'atOnce',
  },
  Admission: {
    section: 'account',
    columns: ['personId', 'state', 'since', 'decidedAt', 'decidedById', 'reason'],
    person: 'personId',
    // Somebody else.
    secret: ['decidedById'],
    end: 'atOnce',
  },
  InvitationUse: {
    section: 'account',
    columns: ['personId', 'invitationId', 'at'],
    person: 'personId',
    end: 'atOnce',
  },
  Invitation: {
    section: 'moderation',
    columns: ['id', 'secretHash', 'note', 'places', 'taken', 'byId', 'createdAt', 'expiresAt', 'revokedAt'],
    person: 'byId',
    secret: ['secretHash'],
    end: 'blanked',
    blank: ['note'],
  },
  Credential: {
    section: 'waysIn',
    columns: ['personId', 'passwordHash', 'updatedAt'],
    person: 'personId',
    secret: ['passwordHash'],
    end: 'atOnce',
  },
  Account: {
    section: 'waysIn',
    columns: ['id', 'userId', 'type', 'provider', 'providerAccountId'],
    person: 'userId',
    end: 'atOnce',
  },
  OneTimeLink: {
    section: 'waysIn',
    columns: ['id', 'purpose', 'tokenHash', 'personId', 'email', 'createdAt', 'expiresAt', 'usedAt'],
    person: 'personId',
    secret: ['tokenHash'],
    end: 'atOnce',
  },
  Totp: {
    section: 'waysIn',
    columns: ['personId', 'secret', 'confirmedAt', 'lastStep', 'createdAt'],
    person: 'personId',
    secret: ['secret'],
    end: 'atOnce',
  },
  RecoveryCode: {
    section: 'waysIn',
    columns: ['id', 'personId', 'codeHash', 'usedAt'],
    person: 'personId',
    secret: ['codeHash'],
    end: 'atOnce',
  },
  Passkey: {
    section: 'waysIn',
    columns: [
      'id',
      'personId',
      'credentialId',
      'publicKey',
      'counter',
      'transports',
      'name',
      'createdAt',
      'lastUsedAt',
    ],
    person: 'personId',
    secret: ['publicKey'],
    end: 'atOnce',
  },
  Challenge: {
    section: 'waysIn',
    columns: ['challengeHash', 'personId', 'expiresAt'],
    person: 'personId',
    secret: ['challengeHash'],
    end: 'atOnce',
  },
  VerificationToken: { section: 'waysIn', columns: ['identifier', 'token', 'expires'], end: 'expires' },
  Session: {
    section: 'sessions',
    columns: [
      'id',
      'sessionToken',
      'userId',
      'expires',
      'createdAt',
      'device',
      'networkHash',
      'seenAt',
      'halfway',
      'provenAt',
    ],
    person: 'userId',
    secret: ['sessionToken', 'networkHash'],
    end: 'atOnce',
  },
  ApiToken: {
    section: 'tokens',
    columns: ['id', 'personId', 'name', 'tokenHash', 'createdAt', 'lastUsedAt', 'scope', 'expiresAt'],
    person: 'personId',
    secret: ['tokenHash'],
    end: 'atOnce',
  },
  Comment: {
    section: 'writing',
    columns: [
      'id',
      'essayId',
      'paragraphId',
      'revisionId',
      'parentId',
      'rootId',
      'depth',
      'path',
      'childSeq',
      'authorId',
      'body',
      'html',
      'quote',
      'status',
      'revision',
      'replyCount',
      'placeCount',
      'score',
      'createdAt',
      'editedAt',
      'clientId',
      'closedAt',
    ],
    person: 'authorId',
    end: 'byChoice',
  },
  CommentRevision: {
    section: 'writing',
    columns: ['commentId', 'revision', 'essayId', 'body', 'html', 'replacedAt', 'byId'],
    person: 'byId',
    end: 'byChoice',
  },
  CommentEntry: {
    section: 'writing',
    columns: ['commentId', 'essayId', 'paragraphId', 'authorId', 'published', 'createdAt', 'words'],
    end: 'byChoice',
  },
  CommentDraft: {
    section: 'writing',
    columns: ['id', 'personId', 'essayId', 'paragraphId', 'subjectId', 'body', 'quote', 'version', 'updatedAt'],
    person: 'personId',
    end: 'atOnce',
  },
  KeptForm: {
    section: 'writing',
    columns: ['id', 'secretHash', 'form', 'fields', 'problem', 'createdAt', 'expiresAt'],
    end: 'expires',
  },
  Vote: {
    section: 'votes',
    columns: ['commentId', 'personId', 'essayId', 'createdAt'],
    person: 'personId',
    end: 'byChoice',
  },
  ReadMark: {
    section: 'reading',
    columns: ['personId', 'essayId', 'paragraphId', 'seenUntil'],
    person: 'personId',
    end: 'inBatches',
  },
  EssayReadMark: {
    section: 'reading',
    columns: ['personId', 'essayId', 'seenUntil'],
    person: 'personId',
    end: 'inBatches',
  },
  Notification: {
    section: 'telling',
    columns: [
      'id',
      'personId',
      'essayId',
      'kind',
      'commentId',
      'decisionId',
      'revisionId',
      'createdAt',
      'readAt',
      'mail',
      'mailedAt',
    ],
    person: 'personId',
    end: 'inBatches',
  },
  MailChoice: { section: 'telling', columns: ['personId', 'kind', 'pace'], person: 'personId', end: 'atOnce' },
  ThreadChoice: {
    section: 'telling',
    columns: ['personId', 'essayId', 'paragraphId', 'choice'],
    person: 'personId',
    end: 'inBatches',
  },
  EssayWatch: { section: 'telling', columns: ['personId', 'essayId'], person: 'personId', end: 'inBatches' },
  PersonChoice: {
    section: 'telling',
    columns: ['personId', 'otherId', 'choice'],
    person: 'personId',
    end: 'inBatches',
  },
  MailSuppression: { section: 'telling', columns: ['address', 'reason', 'at'], end: 'expires' },
  Flag: {
    section: 'reports',
    columns: ['id', 'essayId', 'commentId', 'commentRevision', 'personId', 'caseId', 'reason', 'note', 'createdAt'],
    person: 'personId',
    end: 'blanked',
    blank: ['note'],
  },
  Restriction: {
    section: 'moderation',
    columns: ['id', 'personId', 'kind', 'essayId', 'reason', 'startsAt', 'endsAt', 'liftedAt', 'byId'],
    person: 'personId',
    // Somebody else.
    secret: ['byId'],
    end: 'atOnce',
  },
  Decision: {
    section: 'moderation',
    columns: [
      'id',
      'essayId',
      'caseId',
      'commentId',
      'commentRevision',
      'revisionId',
      'act',
      'reason',
      'basis',
      'days',
      'slowSeconds',
      'batchId',
      'byId',
      'createdAt',
    ],
    person: 'byId',
    end: 'stays',
  },
  PersonNote: {
    section: 'moderation',
    columns: ['id', 'personId', 'byId', 'body', 'at'],
    person: 'personId',
    // Somebody else.
    secret: ['byId'],
    end: 'atOnce',
  },
  RuleVersion: {
    section: 'moderation',
    columns: ['ruleId', 'version', 'kind', 'looksFor', 'act', 'reason', 'byId', 'createdAt'],
    person: 'byId',
    end: 'stays',
  },
  Rehearsal: {
    section: 'moderation',
    columns: [
      'id',
      'ruleId',
      'version',
      'byId',
      'startedAt',
      'finishedAt',
      'total',
      'seen',
      'lastId',
      'hits',
      'removed',
      'approved',
      'people',
      'examples',
    ],
    person: 'byId',
    end: 'stays',
  },
  DecisionOutcome: {
    section: 'moderation',
    columns: ['decisionId', 'kind', 'byId', 'at'],
    person: 'byId',
    end: 'stays',
  },
  Case: {
    section: 'moderation',
    columns: [
      'id',
      'essayId',
      'commentId',
      'authorId',
      'state',
      'version',
      'openedAt',
      'closedAt',
      'score',
      'queue',
      'effectAt',
      'fence',
      'passedById',
      'passedNote',
    ],
    person: 'passedById',
    end: 'blanked',
    blank: ['passedNote'],
  },
  Lease: {
    section: 'moderation',
    columns: ['caseId', 'personId', 'fence', 'expiresAt'],
    person: 'personId',
    end: 'atOnce',
  },
  Appeal: {
    section: 'moderation',
    columns: [
      'id',
      'essayId',
      'decisionId',
      'caseId',
      'personId',
      'text',
      'createdAt',
      'dueAt',
      'answerId',
      'overturned',
    ],
    person: 'personId',
    end: 'atOnce',
  },
  Warning: {
    section: 'moderation',
    columns: ['decisionId', 'personId', 'acknowledgedAt'],
    person: 'personId',
    end: 'atOnce',
  },
  LogEntry: {
    section: 'moderation',
    columns: ['seq', 'at', 'act', 'essayId', 'subject', 'byId', 'reason', 'details', 'prevHash', 'hash'],
    person: 'byId',
    end: 'stays',
  },
  EssayAuthor: { section: 'essays', columns: ['essayId', 'personId'], person: 'personId', end: 'atOnce' },
  EssayModerator: { section: 'essays', columns: ['essayId', 'personId'], person: 'personId', end: 'atOnce' },
  Revision: {
    section: 'essays',
    columns: ['id', 'essayId', 'number', 'note', 'publishedAt', 'source', 'format', 'publishedById', 'restores'],
    person: 'publishedById',
    end: 'stays',
  },
  RevisionDraft: {
    section: 'essays',
    columns: [
      'id',
      'essayId',
      'authorId',
      'base',
      'source',
      'format',
      'note',
      'decisions',
      'restores',
      'credits',
      'updatedAt',
    ],
    person: 'authorId',
    end: 'atOnce',
  },
  Lineage: {
    section: 'essays',
    columns: ['id', 'essayId', 'revisionId', 'fromId', 'toId', 'kind', 'score', 'decidedById'],
    person: 'decidedById',
    end: 'stays',
  },
  rate_limit: { section: 'traces', columns: ['key', 'points', 'expire'], end: 'expires' },
  Deletion: {
    section: 'traces',
    columns: ['personId', 'choice', 'askedAt', 'cursor', 'doneAt'],
    person: 'personId',
    end: 'stays',
  },
  RetiredHandle: { section: 'traces', columns: ['handleHash', 'at'], end: 'stays' },
  Export: {
    section: 'copies',
    columns: ['id', 'personId', 'language', 'askedAt', 'written', 'total', 'finishedAt'],
    person: 'personId',
    end: 'atOnce',
  },
}

/** Tables with nothing about a person, each with the reason. */
export const IMPERSONAL: Record<string, string> = {
  Essay: 'the text’s name and rules',
  RevisionCredit: 'which comments a revision thanks for',
  Paragraph: 'the lasting identity of a paragraph, and counts',
  Pin: 'which comment stands above the others',
  Wording: 'the text',
  ParagraphEntry: 'the text, for search',
  Arrival: 'the order in which comments became readable',
  CaseReason: 'why, in points',
  Hiding: 'that readers hid a comment',
  Rule: 'a check that moderators wrote',
  RuleHit: 'which comments a rule caught',
  Outbox: 'that something changed and where, for a week; no people',
  Setting: 'what the owner decided for the whole forum',
}
