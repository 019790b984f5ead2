-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('member', 'moderator', 'owner');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('owner', 'signIn');

-- CreateEnum
CREATE TYPE "RestrictionKind" AS ENUM ('suspension');

-- CreateEnum
CREATE TYPE "WordingKind" AS ENUM ('paragraph', 'list', 'quotation', 'code', 'table', 'figure', 'footnote');

-- CreateEnum
CREATE TYPE "LineageKind" AS ENUM ('kept', 'edited', 'moved', 'split', 'merged', 'removed', 'restored');

-- CreateEnum
CREATE TYPE "CommentStatus" AS ENUM ('published', 'held', 'removed', 'deleted');

-- CreateEnum
CREATE TYPE "FlagReason" AS ENUM ('spam', 'unkind', 'off-topic', 'illegal', 'other');

-- CreateEnum
CREATE TYPE "CaseState" AS ENUM ('open', 'done');

-- CreateEnum
CREATE TYPE "DecisionAct" AS ENUM ('approve', 'remove');

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('reply', 'decision');

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "email" TEXT,
    "emailVerified" TIMESTAMPTZ(3),
    "role" "Role" NOT NULL DEFAULT 'member',
    "language" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Credential" (
    "personId" UUID NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "sessionToken" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationToken" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VerificationToken_pkey" PRIMARY KEY ("identifier","token")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" UUID NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "personId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Restriction" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "RestrictionKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "liftedAt" TIMESTAMPTZ(3),
    "byId" UUID NOT NULL,

    CONSTRAINT "Restriction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Essay" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Essay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EssayAuthor" (
    "essayId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "EssayAuthor_pkey" PRIMARY KEY ("essayId","personId")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Paragraph" (
    "id" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "createdInId" UUID NOT NULL,
    "retiredInId" UUID,
    "commentCount" INTEGER NOT NULL DEFAULT 0,
    "rootSeq" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Paragraph_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Wording" (
    "paragraphId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "WordingKind" NOT NULL DEFAULT 'paragraph',
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "Wording_pkey" PRIMARY KEY ("paragraphId","revisionId")
);

-- CreateTable
CREATE TABLE "Lineage" (
    "id" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID,
    "kind" "LineageKind" NOT NULL,
    "score" DOUBLE PRECISION,
    "decidedById" UUID,

    CONSTRAINT "Lineage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "paragraphId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "parentId" UUID,
    "rootId" UUID NOT NULL,
    "depth" INTEGER NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "childSeq" INTEGER NOT NULL DEFAULT 0,
    "authorId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "quote" TEXT,
    "status" "CommentStatus" NOT NULL DEFAULT 'published',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "replyCount" INTEGER NOT NULL DEFAULT 0,
    "placeCount" INTEGER NOT NULL DEFAULT 0,
    "score" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "clientId" TEXT,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentRevision" (
    "commentId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "essayId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID NOT NULL,

    CONSTRAINT "CommentRevision_pkey" PRIMARY KEY ("commentId","revision")
);

-- CreateTable
CREATE TABLE "Vote" (
    "commentId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("commentId","personId")
);

-- CreateTable
CREATE TABLE "Flag" (
    "id" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "commentRevision" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "reason" "FlagReason" NOT NULL,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "state" "CaseState" NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "commentRevision" INTEGER NOT NULL,
    "revisionId" UUID NOT NULL,
    "act" "DecisionAct" NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LogEntry" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "act" TEXT NOT NULL,
    "essayId" UUID,
    "subject" TEXT NOT NULL,
    "byId" UUID,
    "reason" TEXT,
    "details" JSONB NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "LogEntry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "commentId" UUID NOT NULL,
    "decisionId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "seq" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "essayId" UUID NOT NULL,
    "paragraphId" UUID,
    "subjectId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "KeptForm" (
    "id" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "problem" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeptForm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_handle_key" ON "Person"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "Account"("provider", "providerAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_sessionToken_key" ON "Session"("sessionToken");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationToken_token_key" ON "VerificationToken"("token");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiToken_personId_idx" ON "ApiToken"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_tokenHash_key" ON "OneTimeLink"("tokenHash");

-- CreateIndex
CREATE INDEX "Restriction_personId_endsAt_idx" ON "Restriction"("personId", "endsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Essay_slug_key" ON "Essay"("slug");

-- CreateIndex
CREATE INDEX "EssayAuthor_personId_idx" ON "EssayAuthor"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_essayId_number_key" ON "Revision"("essayId", "number");

-- CreateIndex
CREATE INDEX "Paragraph_essayId_idx" ON "Paragraph"("essayId");

-- CreateIndex
CREATE UNIQUE INDEX "Wording_revisionId_ordinal_key" ON "Wording"("revisionId", "ordinal");

-- CreateIndex
CREATE INDEX "Lineage_essayId_revisionId_idx" ON "Lineage"("essayId", "revisionId");

-- CreateIndex
CREATE INDEX "Lineage_fromId_idx" ON "Lineage"("fromId");

-- CreateIndex
CREATE INDEX "Comment_parentId_id_idx" ON "Comment"("parentId", "id");

-- CreateIndex
CREATE INDEX "Comment_authorId_id_idx" ON "Comment"("authorId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_id_paragraphId_key" ON "Comment"("id", "paragraphId");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_paragraphId_path_key" ON "Comment"("paragraphId", "path");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_authorId_clientId_key" ON "Comment"("authorId", "clientId");

-- CreateIndex
CREATE INDEX "Vote_personId_essayId_idx" ON "Vote"("personId", "essayId");

-- CreateIndex
CREATE INDEX "Flag_caseId_idx" ON "Flag"("caseId");

-- CreateIndex
CREATE INDEX "Flag_personId_createdAt_idx" ON "Flag"("personId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Flag_commentId_personId_key" ON "Flag"("commentId", "personId");

-- CreateIndex
CREATE INDEX "Case_commentId_idx" ON "Case"("commentId");

-- CreateIndex
CREATE INDEX "Case_state_openedAt_id_idx" ON "Case"("state", "openedAt", "id");

-- CreateIndex
CREATE INDEX "Decision_commentId_createdAt_idx" ON "Decision"("commentId", "createdAt");

-- CreateIndex
CREATE INDEX "Decision_caseId_idx" ON "Decision"("caseId");

-- CreateIndex
CREATE INDEX "Decision_createdAt_idx" ON "Decision"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "LogEntry_hash_key" ON "LogEntry"("hash");

-- CreateIndex
CREATE INDEX "LogEntry_subject_idx" ON "LogEntry"("subject");

-- CreateIndex
CREATE INDEX "Notification_personId_id_idx" ON "Notification"("personId", "id");

-- CreateIndex
CREATE INDEX "Outbox_essayId_seq_idx" ON "Outbox"("essayId", "seq");

-- CreateIndex
CREATE INDEX "KeptForm_expiresAt_idx" ON "KeptForm"("expiresAt");

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Restriction" ADD CONSTRAINT "Restriction_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Restriction" ADD CONSTRAINT "Restriction_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EssayAuthor" ADD CONSTRAINT "EssayAuthor_essayId_fkey" FOREIGN KEY ("essayId") REFERENCES "Essay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EssayAuthor" ADD CONSTRAINT "EssayAuthor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_essayId_fkey" FOREIGN KEY ("essayId") REFERENCES "Essay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_essayId_fkey" FOREIGN KEY ("essayId") REFERENCES "Essay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_createdInId_fkey" FOREIGN KEY ("createdInId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_retiredInId_fkey" FOREIGN KEY ("retiredInId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lineage" ADD CONSTRAINT "Lineage_essayId_fkey" FOREIGN KEY ("essayId") REFERENCES "Essay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lineage" ADD CONSTRAINT "Lineage_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lineage" ADD CONSTRAINT "Lineage_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Paragraph"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lineage" ADD CONSTRAINT "Lineage_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Paragraph"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_essayId_fkey" FOREIGN KEY ("essayId") REFERENCES "Essay"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_parentId_paragraphId_fkey" FOREIGN KEY ("parentId", "paragraphId") REFERENCES "Comment"("id", "paragraphId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentRevision" ADD CONSTRAINT "CommentRevision_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentRevision" ADD CONSTRAINT "CommentRevision_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── What the schema file cannot say ────────────────────────────────────────────────────────────────────────────────

-- Limits and shapes. The same limits stand in forum/*/input.ts, where they produce a sentence; here they are the last wall.
ALTER TABLE "Person"
  ADD CONSTRAINT "Person_handle_check" CHECK (char_length("handle") BETWEEN 2 AND 30 AND "handle" !~ '[[:space:]/?#@]'),
  ADD CONSTRAINT "Person_email_check" CHECK ("email" = lower("email"));
ALTER TABLE "Restriction" ADD CONSTRAINT "Restriction_ends_check" CHECK ("endsAt" > "startsAt");
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_ordinal_check" CHECK ("ordinal" >= 1);
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_counters_check" CHECK ("commentCount" >= 0 AND "rootSeq" >= 0);
ALTER TABLE "Lineage" ADD CONSTRAINT "Lineage_score_check" CHECK ("score" BETWEEN 0 AND 1);
ALTER TABLE "Comment"
  ADD CONSTRAINT "Comment_depth_check" CHECK (("depth" = 0) = ("parentId" IS NULL) AND ("depth" = 0) = ("rootId" = "id")),
  ADD CONSTRAINT "Comment_path_check" CHECK (char_length("path") = 5 * ("depth" + 1)),
  ADD CONSTRAINT "Comment_body_check" CHECK (char_length("body") <= 10000 AND ("status" = 'deleted' OR "body" <> '')),
  ADD CONSTRAINT "Comment_counters_check" CHECK (
    "childSeq" >= 0 AND "replyCount" >= 0 AND "placeCount" >= 0 AND "revision" >= 1 AND "score" >= 0);
ALTER TABLE "Case" ADD CONSTRAINT "Case_closed_check" CHECK (("state" = 'done') = ("closedAt" IS NOT NULL));
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_reason_check" CHECK (btrim("reason") <> '');

-- One open case per comment: a second flag joins it, even when both arrive at the same moment.
CREATE UNIQUE INDEX "Case_one_open_key" ON "Case" ("commentId") WHERE "state" = 'open';

-- The desk's "done" tab, latest first.
CREATE INDEX "Case_done_idx" ON "Case" ("closedAt" DESC, "id" DESC) WHERE "state" = 'done';

-- The first page of a thread in each order, straight from an index however large the thread is. Roots only, so that a
-- thread of a million replies to a few comments costs the same.
-- -"score", so that (order, id) rises in both and one row comparison finds the place to go on from. A place without words
-- stands behind all of them: where it stands must not tell how many voted for what was taken away.
CREATE INDEX "Comment_roots_best_idx"
  ON "Comment" ("paragraphId", (CASE WHEN "status" = 'published' THEN -"score" ELSE 1 END), "id") WHERE "depth" = 0;
CREATE INDEX "Comment_roots_time_idx" ON "Comment" ("paragraphId", "id") WHERE "depth" = 0;

-- An author's own removed comments: beside their places in a thread, and counted at the desk.
CREATE INDEX "Comment_removed_idx" ON "Comment" ("authorId", "paragraphId", "id") WHERE "status" = 'removed';
CREATE INDEX "Notification_unread_idx" ON "Notification" ("personId") WHERE "readAt" IS NULL;

-- Written once: where a comment stands in the tree never changes.
CREATE FUNCTION refuse_comment_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a comment''s place is written once' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Comment_place_written_once" BEFORE UPDATE OF "path", "parentId", "rootId", "depth" ON "Comment"
  FOR EACH ROW WHEN (OLD."path" IS DISTINCT FROM NEW."path" OR OLD."parentId" IS DISTINCT FROM NEW."parentId"
    OR OLD."rootId" IS DISTINCT FROM NEW."rootId" OR OLD."depth" IS DISTINCT FROM NEW."depth")
  EXECUTE FUNCTION refuse_comment_move();

-- Append-only: decisions and the log. TRUNCATE as well; the statement trigger has no rows to look at.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Decision_append_only" BEFORE UPDATE OR DELETE ON "Decision" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "Decision_no_truncate" BEFORE TRUNCATE ON "Decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "LogEntry_append_only" BEFORE UPDATE OR DELETE ON "LogEntry" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "LogEntry_no_truncate" BEFORE TRUNCATE ON "LogEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- One owner link is claimed by one person: the first owner is made under this lock-free rule.
CREATE UNIQUE INDEX "OneTimeLink_one_owner_key" ON "OneTimeLink" ("purpose") WHERE "purpose" = 'owner' AND "usedAt" IS NULL;

-- Counters of the posting and sign-in limits (rate-limiter-flexible); not Prisma's business.
CREATE TABLE "rate_limit" ("key" VARCHAR(255) PRIMARY KEY, "points" INTEGER NOT NULL DEFAULT 0, "expire" BIGINT);
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit" ("expire");
