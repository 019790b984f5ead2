-- CreateEnum
CREATE TYPE "CaseQueue" AS ENUM ('open', 'held', 'appeal', 'escalated');

-- CreateEnum
CREATE TYPE "DecisionOutcomeKind" AS ENUM ('applied', 'cancelled', 'lapsed');

-- AlterEnum
ALTER TYPE "CaseSource" ADD VALUE 'moderator';

-- AlterEnum
ALTER TYPE "CaseState" ADD VALUE 'decided';

-- AlterEnum
ALTER TYPE "DecisionAct" ADD VALUE 'removeAndClose';
ALTER TYPE "DecisionAct" ADD VALUE 'askEdit';
ALTER TYPE "DecisionAct" ADD VALUE 'warn';
ALTER TYPE "DecisionAct" ADD VALUE 'suspend';
ALTER TYPE "DecisionAct" ADD VALUE 'ban';
ALTER TYPE "DecisionAct" ADD VALUE 'lock';
ALTER TYPE "DecisionAct" ADD VALUE 'noAction';

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "effectAt" TIMESTAMPTZ(3),
ADD COLUMN     "fence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "passedById" UUID,
ADD COLUMN     "passedNote" TEXT,
ADD COLUMN     "queue" "CaseQueue" NOT NULL DEFAULT 'open';

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "closedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "basis" TEXT,
ADD COLUMN     "batchId" UUID,
ADD COLUMN     "days" INTEGER;

-- CreateTable
CREATE TABLE "Lease" (
    "caseId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "fence" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Lease_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "DecisionOutcome" (
    "decisionId" UUID NOT NULL,
    "kind" "DecisionOutcomeKind" NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DecisionOutcome_pkey" PRIMARY KEY ("decisionId")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "answerId" UUID,
    "overturned" BOOLEAN,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Warning" (
    "decisionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "acknowledgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Warning_pkey" PRIMARY KEY ("decisionId")
);

-- CreateIndex
CREATE INDEX "Lease_personId_idx" ON "Lease"("personId");

-- CreateIndex
CREATE INDEX "DecisionOutcome_byId_idx" ON "DecisionOutcome"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_decisionId_key" ON "Appeal"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_answerId_key" ON "Appeal"("answerId");

-- CreateIndex
CREATE INDEX "Appeal_caseId_idx" ON "Appeal"("caseId");

-- CreateIndex
CREATE INDEX "Appeal_personId_idx" ON "Appeal"("personId");

-- CreateIndex
CREATE INDEX "Warning_personId_acknowledgedAt_idx" ON "Warning"("personId", "acknowledgedAt");

-- CreateIndex
CREATE INDEX "Case_state_queue_openedAt_id_idx" ON "Case"("state", "queue", "openedAt", "id");

-- CreateIndex
CREATE INDEX "Case_state_queue_score_id_idx" ON "Case"("state", "queue", "score", "id");

-- CreateIndex
CREATE INDEX "Case_effectAt_idx" ON "Case"("effectAt");

-- CreateIndex
CREATE INDEX "Decision_batchId_idx" ON "Decision"("batchId");

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_passedById_fkey" FOREIGN KEY ("passedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lease" ADD CONSTRAINT "Lease_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lease" ADD CONSTRAINT "Lease_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionOutcome" ADD CONSTRAINT "DecisionOutcome_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionOutcome" ADD CONSTRAINT "DecisionOutcome_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Warning" ADD CONSTRAINT "Warning_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Warning" ADD CONSTRAINT "Warning_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What the schema file cannot say ────────────────────────────────────────────────────────────────────────────────

-- What was decided before there was a moment to cancel took effect at once.
INSERT INTO "DecisionOutcome" ("decisionId", "kind", "at") SELECT "id", 'applied', "createdAt" FROM "Decision";

-- A case that is decided and not yet done is still the comment's one case: what arrives in that moment joins it.
DROP INDEX "Case_one_open_key";
CREATE UNIQUE INDEX "Case_one_open_key" ON "Case" ("commentId") WHERE "state" <> 'done';

ALTER TABLE "Case" ADD CONSTRAINT "Case_effect_check" CHECK ("effectAt" IS NULL OR "state" NOT IN ('open', 'done'));
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_days_check" CHECK ("days" BETWEEN 1 AND 3650);
ALTER TABLE "Appeal"
  ADD CONSTRAINT "Appeal_text_check" CHECK (char_length("text") BETWEEN 1 AND 4000 AND btrim("text") <> ''),
  ADD CONSTRAINT "Appeal_answer_check" CHECK (("answerId" IS NULL) = ("overturned" IS NULL));

CREATE TRIGGER "DecisionOutcome_append_only" BEFORE UPDATE OR DELETE ON "DecisionOutcome"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "DecisionOutcome_no_truncate" BEFORE TRUNCATE ON "DecisionOutcome"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- Nobody judges an appeal against their own decision, whatever the program believes.
CREATE FUNCTION refuse_own_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Appeal" a JOIN "Decision" d ON d."id" = a."decisionId"
    WHERE a."caseId" = NEW."caseId" AND a."answerId" IS NULL AND d."byId" = NEW."byId"
  ) THEN
    RAISE EXCEPTION 'an appeal is decided by somebody else' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Decision_no_own_appeal" BEFORE INSERT ON "Decision" FOR EACH ROW EXECUTE FUNCTION refuse_own_appeal();

CREATE FUNCTION refuse_own_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."answerId" IS NOT NULL AND EXISTS (
    SELECT 1 FROM "Decision" d JOIN "Decision" n ON n."byId" = d."byId"
    WHERE d."id" = NEW."decisionId" AND n."id" = NEW."answerId"
  ) THEN
    RAISE EXCEPTION 'an appeal is decided by somebody else' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Appeal_no_own_answer" BEFORE INSERT OR UPDATE ON "Appeal" FOR EACH ROW EXECUTE FUNCTION refuse_own_answer();

-- The list follows the comment: whoever holds or releases one need not know of cases.
CREATE FUNCTION follow_held_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Case" SET "queue" = (CASE WHEN NEW."status" = 'held' THEN 'held' ELSE 'open' END)::"CaseQueue"
  WHERE "commentId" = NEW."id" AND "state" <> 'done'
    AND "queue" = (CASE WHEN NEW."status" = 'held' THEN 'open' ELSE 'held' END)::"CaseQueue";
  RETURN NULL;
END $$;
CREATE TRIGGER "Comment_held_queue" AFTER UPDATE OF "status" ON "Comment" FOR EACH ROW
  WHEN (OLD."status" IS DISTINCT FROM NEW."status" AND (OLD."status" = 'held' OR NEW."status" = 'held'))
  EXECUTE FUNCTION follow_held_comment();

CREATE FUNCTION queue_of_new_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."queue" = 'open' AND EXISTS (SELECT 1 FROM "Comment" WHERE "id" = NEW."commentId" AND "status" = 'held') THEN
    NEW."queue" := 'held';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Case_held_queue" BEFORE INSERT ON "Case" FOR EACH ROW WHEN (NEW."state" <> 'done') EXECUTE FUNCTION queue_of_new_case();
