import type pg from 'pg'

/** Cases of a forum, how many of them wait, and what one of its people has behind them. */
export type DeskSize = {
  cases: number
  open: number
  /** Comments of `PROLIFIC`, those of them that were decided about, and reports they made. */
  history: { comments: number; decided: number; flags: number }
}

/** The share of cases that still wait; all of them came in the last tenth of the time. */
export const OPEN = 1 / 20
/** Somebody with a long history. */
export const PROLIFIC = 'desk-prolific'
/** Somebody who wrote little: this many of the open cases are about their words, and as many of those done. */
export const QUIET = 'desk-quiet'
export const OF_QUIET = 5
/** A reason that this many of the open cases have, and some of those done. */
export const RARE_REASON = 'illegal'
const OF_RARE = 8
export const MODERATORS = ['bench-moderator', 'desk-second', 'desk-third'] as const

/**
 * What a desk has had to do in two years, in SQL: flags by readers, what checks and a rule held, decisions with what became of
 * them, appeals. Cases are spread evenly over the comments there are, and these over essays and people.
 */
export async function fillCases(client: pg.Client, size: DeskSize): Promise<void> {
  await client.query('BEGIN')
  // The same as in seed bulk: every row refers to one that this transaction has just read.
  await client.query(`SET LOCAL session_replication_role = 'replica'`)
  for (const statement of statements(size)) await client.query(statement)
  await client.query('COMMIT')
}

const person = (handle: string) => `(SELECT "id" FROM "Person" WHERE "handle" = '${handle}')`
/** An id as it would have been made at that time. */
const idAt = (time: string) => `uuidv7(${time} - clock_timestamp())`
/** Reports of a large forum come from many, a few each. */
const REPORTERS = 5_000
/** One of them, by number. */
const reporter = (n: string) => `(SELECT "id" FROM reporter WHERE "no" = 1 + (${n}) % ${REPORTERS})`
/** A moderator, by number. */
const moderator = (n: string) => `(SELECT "id" FROM moderator WHERE "no" = 1 + (${n}) % 3)`

const statements = (size: DeskSize) => [
  ...people(),
  ...choose(size),
  ...authors(size),
  ...cases,
  ...reasons,
  ...decisions,
  ...histories(size),
]

const people = () => [
  `INSERT INTO "Person" ("id", "handle", "displayName", "role", "createdAt")
   SELECT uuidv7(), h, h, (CASE WHEN h IN ('desk-second', 'desk-third') THEN 'moderator' ELSE 'member' END)::"Role",
     now() - interval '800 days'
   FROM unnest(ARRAY['${PROLIFIC}', '${QUIET}', 'desk-second', 'desk-third']) h`,
  `CREATE TEMP TABLE reporter ON COMMIT DROP AS SELECT uuidv7() AS "id", "no" FROM generate_series(1, ${REPORTERS}) "no"`,
  `INSERT INTO "Person" ("id", "handle", "displayName", "createdAt")
   SELECT "id", 'reporter-' || "no", 'Reporter ' || "no", now() - interval '800 days' FROM reporter`,
  `CREATE TEMP TABLE moderator ON COMMIT DROP AS SELECT "id", row_number() OVER (ORDER BY "handle") AS "no"
   FROM "Person" WHERE "handle" IN (${MODERATORS.map((handle) => `'${handle}'`).join(', ')})`,
  `CREATE INDEX ON reporter ("no")`,
]

/** Comments on a paragraph and answers to these, so that what stands above them is as long everywhere. */
const choose = ({ cases, open }: DeskSize) => [
  `CREATE TEMP TABLE picked ON COMMIT DROP AS
   WITH candidate AS (
     SELECT c.*, row_number() OVER (ORDER BY c."id") AS r, count(*) OVER () AS all_of_them FROM "Comment" c WHERE c."depth" < 2
   ), chosen AS (
     SELECT *, r * ${cases} / all_of_them AS n FROM candidate
     WHERE r * ${cases} / all_of_them <> (r - 1) * ${cases} / all_of_them
   ), waiting AS (
     SELECT chosen.*, n > 0.9 * ${cases} AND n % 2 = 0 AS waits FROM chosen
   )
   SELECT waiting."id" AS "commentId", "essayId", "revisionId", n, waits, row_number() OVER (PARTITION BY waits ORDER BY n) AS k,
     least(now() - interval '1 minute', "createdAt" + n % 90 * interval '1 minute') AS "openedAt", uuidv7() AS "caseId"
   FROM waiting`,
  `ALTER TABLE picked ADD "queue" "CaseQueue", ADD "reason" text, ADD "authorId" uuid, ADD "act" "DecisionAct", ADD "decidedAt" timestamptz`,
  `UPDATE picked SET "caseId" = ${idAt('"openedAt"')},
     "queue" = (CASE WHEN waits AND k % 20 < 4 THEN 'held' WHEN waits AND k % 20 = 4 THEN 'escalated' ELSE 'open' END)::"CaseQueue",
     "reason" = CASE WHEN k % ((CASE WHEN waits THEN ${open} ELSE ${cases} END) / ${OF_RARE}) = 0 THEN '${RARE_REASON}'
       ELSE (ARRAY['spam', 'unkind', 'off-topic', 'unkind', 'other'])[1 + n % 5] END,
     "act" = (ARRAY['approve', 'remove', 'noAction', 'remove', 'remove', 'warn', 'approve', 'remove', 'removeAndClose', 'remove'])[1 + n % 10]::"DecisionAct",
     "decidedAt" = least(now(), "openedAt" + (1 + n % 60) * (1 + n % 7) * (1 + n % 7) * interval '1 minute')`,
  `CREATE UNIQUE INDEX ON picked ("commentId")`,
]

/** Whose words they are: most of whoever wrote them, some of the two whose pages are measured. */
const authors = ({ history }: DeskSize) => [
  `UPDATE "Comment" SET "authorId" = ${person(QUIET)} WHERE "id" IN (
     SELECT "commentId" FROM (SELECT *, row_number() OVER (PARTITION BY waits, "queue" ORDER BY hashint8(n)) AS i FROM picked
       WHERE "queue" = 'open' AND "reason" <> '${RARE_REASON}') p WHERE i <= ${OF_QUIET})`,
  `UPDATE "Comment" SET "authorId" = ${person(PROLIFIC)} WHERE "id" IN (
     SELECT "commentId" FROM (SELECT p.*, row_number() OVER (PARTITION BY waits ORDER BY hashint8(n + 1)) AS i FROM picked p
       JOIN "Comment" c ON c."id" = p."commentId" WHERE "queue" = 'open' AND c."authorId" <> ${person(QUIET)}) p
     WHERE i <= CASE WHEN waits THEN 1 ELSE ${history.decided} END)`,
  `UPDATE "Comment" SET "authorId" = ${person(PROLIFIC)} WHERE "id" IN (
     SELECT "id" FROM "Comment" c WHERE NOT EXISTS (SELECT 1 FROM picked p WHERE p."commentId" = c."id")
     ORDER BY hashtext("id"::text) LIMIT ${Math.max(0, history.comments - history.decided - 1)})`,
  `UPDATE picked p SET "authorId" = c."authorId" FROM "Comment" c WHERE c."id" = p."commentId"`,
]

const cases = [
  `INSERT INTO "Case" ("id", "essayId", "commentId", "authorId", "state", "queue", "openedAt", "closedAt", "version")
   SELECT "caseId", "essayId", "commentId", "authorId", (CASE WHEN waits THEN 'open' ELSE 'done' END)::"CaseState", "queue", "openedAt",
     CASE WHEN NOT waits THEN "decidedAt" END, CASE WHEN waits THEN 1 ELSE 3 END FROM picked`,
  `UPDATE "Comment" c SET "status" = (CASE WHEN p.waits THEN 'held' ELSE 'removed' END)::"CommentStatus"
   FROM picked p WHERE p."commentId" = c."id"
     AND (p."queue" = 'held' OR NOT p.waits AND p."act" IN ('remove', 'removeAndClose', 'warn'))`,
  // One comment in twenty was changed.
  `INSERT INTO "CommentRevision" ("commentId", "revision", "essayId", "body", "html", "replacedAt", "byId")
   SELECT c."id", 1, c."essayId", c."body", c."html", c."createdAt" + interval '5 minutes', c."authorId"
   FROM picked p JOIN "Comment" c ON c."id" = p."commentId" WHERE n % 20 = 0`,
]

/** One to three reports a case, one of the forum's own checks behind what is held, and a rule behind one in 25. */
const reasons = [
  `INSERT INTO "Flag" ("id", "essayId", "commentId", "commentRevision", "personId", "caseId", "reason", "note", "createdAt")
   SELECT ${idAt('"openedAt"')}, "essayId", "commentId", 1, ${reporter('n * 7 + j * 31')}, "caseId", "reason"::"FlagReason",
     CASE WHEN "reason" = 'other' THEN 'It says the same as three others.' END, "openedAt" + j * interval '3 minutes'
   FROM picked, generate_series(0, (n % 3)::int) j WHERE "queue" <> 'held'`,
  `INSERT INTO "Rule" ("id", "name", "stage", "createdAt") VALUES (uuidv7(), 'desk bench', 'live', now() - interval '2 years')`,
  `INSERT INTO "RuleVersion" ("ruleId", "version", "kind", "looksFor", "act", "reason", "byId")
   SELECT "id", 1, 'words', 'casino', 'hold', 'No casinos.', ${person(MODERATORS[0])} FROM "Rule"`,
  `INSERT INTO "CaseReason" ("id", "essayId", "caseId", "source", "code", "points", "at")
   SELECT ${idAt('"createdAt"')}, "essayId", "caseId", 'flag', "reason"::text, 1, "createdAt" FROM "Flag"`,
  `INSERT INTO "CaseReason" ("id", "essayId", "caseId", "source", "code", "points", "at")
   SELECT ${idAt('"openedAt"')}, "essayId", "caseId", 'check', (ARRAY['links', 'first-comments', 'repeat'])[1 + n % 3], 1, "openedAt"
   FROM picked WHERE "queue" = 'held'`,
  `INSERT INTO "CaseReason" ("id", "essayId", "caseId", "source", "code", "points", "ruleId", "ruleVersion", "at")
   SELECT ${idAt('"openedAt"')}, "essayId", "caseId", 'rule', r."name", 2, r."id", 1, "openedAt" FROM picked, "Rule" r WHERE n % 25 = 5`,
  `UPDATE "Case" k SET "score" = s."points" FROM (
     SELECT "caseId", sum("points") AS "points" FROM "CaseReason" GROUP BY 1) s WHERE s."caseId" = k."id"`,
]

const decide = (at: string, by: string, act: string, which: string) => `
  INSERT INTO "Decision" ("id", "essayId", "caseId", "commentId", "commentRevision", "revisionId", "act", "reason", "byId", "createdAt")
  SELECT ${idAt(at)}, "essayId", "caseId", "commentId", 1, "revisionId", ${act}, 'Read twice, and the rules of the house beside it.',
    ${by}, ${at} FROM picked WHERE NOT waits AND ${which}`

/** One in 50 was taken back in time and taken otherwise, one in 40 appealed, a third of these with success. */
const decisions = [
  decide(`"decidedAt" - interval '2 minutes'`, moderator('n'), `'noAction'`, 'n % 50 = 7'),
  `INSERT INTO "DecisionOutcome" ("decisionId", "kind", "byId", "at")
   SELECT "id", 'cancelled', "byId", "createdAt" + interval '10 seconds' FROM "Decision"`,
  decide(`"decidedAt" - interval '15 seconds'`, moderator('n'), `"act"`, 'TRUE'),
  `INSERT INTO "Appeal" ("id", "essayId", "decisionId", "caseId", "personId", "text", "createdAt", "dueAt")
   SELECT ${idAt('d."createdAt"')}, d."essayId", d."id", d."caseId", p."authorId", 'I meant the essay, not its readers.',
     d."createdAt" + interval '2 hours', d."createdAt" + interval '7 days'
   FROM picked p JOIN "Decision" d ON d."caseId" = p."caseId" WHERE n % 40 = 3 AND d."createdAt" < now() - interval '2 days'`,
  decide(
    `"decidedAt" + interval '1 day'`,
    moderator('n + 1'),
    `(CASE WHEN n % 120 = 3 THEN 'approve' ELSE 'remove' END)::"DecisionAct"`,
    `"caseId" IN (SELECT "caseId" FROM "Appeal")`,
  ),
  `UPDATE "Appeal" a SET "answerId" = d."id", "overturned" = d."act" = 'approve' FROM "Decision" d WHERE d."caseId" = a."caseId" AND d."createdAt" > a."createdAt"`,
  `INSERT INTO "DecisionOutcome" ("decisionId", "kind", "at")
   SELECT "id", 'applied', "createdAt" + interval '15 seconds' FROM "Decision" ON CONFLICT DO NOTHING`,
]

/** What else stands on a person's page of the desk: reports, notes, suspensions, accounts from the same network. */
const histories = ({ history }: DeskSize) => [
  `UPDATE "Flag" SET "personId" = ${person(PROLIFIC)} WHERE "id" IN (
     SELECT DISTINCT ON (f."caseId") f."id" FROM "Flag" f JOIN picked p ON p."caseId" = f."caseId"
     WHERE NOT p.waits AND p."authorId" <> ${person(PROLIFIC)} LIMIT ${history.flags})`,
  `INSERT INTO "PersonNote" ("id", "personId", "byId", "body", "at")
   SELECT uuidv7(), ${person(PROLIFIC)}, ${moderator('i')}, 'Was asked by mail to stay with the matter.', now() - i * interval '9 days'
   FROM generate_series(1, 12) i`,
  `INSERT INTO "Restriction" ("id", "personId", "kind", "reason", "startsAt", "endsAt", "byId")
   SELECT uuidv7(), ${person(PROLIFIC)}, 'suspension', 'A third warning.', now() - i * interval '60 days',
     now() - i * interval '60 days' + interval '7 days', ${moderator('i')} FROM generate_series(1, 4) i`,
  `INSERT INTO "Session" ("id", "sessionToken", "userId", "expires", "networkHash")
   SELECT uuidv7(), 'desk ' || i, CASE WHEN i = 0 THEN ${person(PROLIFIC)} ELSE ${reporter('i * 3')} END, now() + interval '9 days', 'desk'
   FROM generate_series(0, 4) i`,
]
