import type pg from 'pg'

/**
 * What a forum of that size has besides comments, in SQL: `seed bulk` makes comments and votes only. One comment in
 * fifty was reported, one in a hundred removed, one in twenty edited; every reply told somebody.
 */
export async function fillDesk(client: pg.Client): Promise<void> {
  await client.query('BEGIN')
  // The same as in seed bulk: every row refers to one that this transaction has just read.
  await client.query(`SET LOCAL session_replication_role = 'replica'`)
  for (const statement of STATEMENTS) await client.query(statement)
  await client.query('COMMIT')
}

const NUMBERED = `(SELECT c.*, row_number() OVER (ORDER BY c."id") AS n FROM "Comment" c) c`
/** An id as it would have been made at that time. */
const idAt = (time: string) => `uuidv7(${time} - clock_timestamp())`

const STATEMENTS = [
  // One case in twenty is still open.
  `INSERT INTO "Case" ("id", "essayId", "commentId", "authorId", "state", "openedAt", "closedAt")
   SELECT ${idAt('"createdAt"')}, "essayId", "id", "authorId",
     (CASE WHEN n % 1000 = 0 THEN 'open' ELSE 'done' END)::"CaseState", "createdAt",
     CASE WHEN n % 1000 = 0 THEN NULL ELSE "createdAt" + interval '1 hour' END
   FROM ${NUMBERED} WHERE n % 50 = 0`,
  `INSERT INTO "Flag" ("id", "essayId", "commentId", "commentRevision", "personId", "caseId", "reason", "createdAt")
   SELECT ${idAt('k."openedAt"')}, k."essayId", k."commentId", 1, p."id", k."id", 'unkind', k."openedAt"
   FROM "Case" k CROSS JOIN LATERAL (
     SELECT p."id" FROM "Person" p WHERE k."id" IS NOT NULL ORDER BY random() LIMIT 2) p`,
  `INSERT INTO "Decision" ("id", "essayId", "caseId", "commentId", "commentRevision", "revisionId", "act", "reason", "byId", "createdAt")
   SELECT ${idAt('k."closedAt"')}, k."essayId", k."id", k."commentId", 1, c."revisionId",
     (CASE WHEN row_number() OVER () % 2 = 0 THEN 'remove' ELSE 'approve' END)::"DecisionAct", 'within-rules',
     (SELECT "id" FROM "Person" WHERE "role" = 'moderator' LIMIT 1), k."closedAt"
   FROM "Case" k JOIN "Comment" c ON c."id" = k."commentId" WHERE k."state" = 'done'`,
  `INSERT INTO "DecisionOutcome" ("decisionId", "kind", "at") SELECT "id", 'applied', "createdAt" FROM "Decision"`,
  `UPDATE "Comment" c SET "status" = 'removed' FROM "Decision" d WHERE d."commentId" = c."id" AND d."act" = 'remove'`,
  `UPDATE "Comment" c SET "status" = 'held' FROM ${NUMBERED.replace(/c$/, 'x')} WHERE x."id" = c."id" AND x.n % 501 = 0`,
  `INSERT INTO "CommentRevision" ("commentId", "revision", "essayId", "body", "html", "replacedAt", "byId")
   SELECT "id", 1, "essayId", "body", "html", "createdAt", "authorId" FROM ${NUMBERED} WHERE n % 20 = 0`,
  `INSERT INTO "Notification" ("id", "personId", "essayId", "kind", "commentId", "createdAt", "readAt")
   SELECT ${idAt('c."createdAt"')}, p."authorId", c."essayId", 'reply', c."id", c."createdAt",
     CASE WHEN random() < 0.9 THEN c."createdAt" END
   FROM "Comment" c JOIN "Comment" p ON p."id" = c."parentId"`,
  `INSERT INTO "Arrival" ("commentId", "essayId", "paragraphId", "at")
   SELECT "id", "essayId", "paragraphId", "createdAt" FROM "Comment" WHERE "status" = 'published'`,
  `UPDATE "Paragraph" p SET "lastArrivalAt" = (SELECT max(a."at") FROM "Arrival" a WHERE a."paragraphId" = p."id")`,
  // Everybody was here before there was anything, and has read one in ten threads.
  `INSERT INTO "EssayReadMark" ("personId", "essayId", "seenUntil")
   SELECT p."id", e."id", timestamptz '2000-01-01' FROM "Person" p CROSS JOIN "Essay" e`,
  `INSERT INTO "ReadMark" ("personId", "essayId", "paragraphId", "seenUntil")
   SELECT p."id", t."essayId", t."id", now() FROM "Person" p CROSS JOIN "Paragraph" t
   WHERE hashtext(p."id"::text || t."id"::text) % 10 = 0`,
  `INSERT INTO "Outbox" ("topic", "essayId", "paragraphId", "subjectId", "createdAt")
   SELECT 'comment.posted', "essayId", "paragraphId", "id", "createdAt" FROM "Comment" ORDER BY "id"`,
]
