-- CreateEnum
CREATE TYPE "RuleStage" AS ENUM ('draft', 'shadow', 'live', 'off');

-- CreateEnum
CREATE TYPE "RuleKind" AS ENUM ('words', 'pattern');

-- CreateEnum
CREATE TYPE "RuleAct" AS ENUM ('hold', 'refuse');

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'report';

-- AlterTable
ALTER TABLE "Paragraph" ADD COLUMN     "slowSeconds" INTEGER,
ADD COLUMN     "slowUntil" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Hiding" (
    "commentId" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "broughtBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "Hiding_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "Rule" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "stage" "RuleStage" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RuleVersion" (
    "ruleId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "RuleKind" NOT NULL,
    "looksFor" TEXT NOT NULL,
    "act" "RuleAct" NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RuleVersion_pkey" PRIMARY KEY ("ruleId","version")
);

-- CreateTable
CREATE TABLE "RuleHit" (
    "ruleId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "commentId" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "stage" "RuleStage" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RuleHit_pkey" PRIMARY KEY ("ruleId","commentId")
);

-- CreateTable
CREATE TABLE "Rehearsal" (
    "id" UUID NOT NULL,
    "ruleId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "byId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL,
    "seen" INTEGER NOT NULL DEFAULT 0,
    "lastId" UUID,
    "hits" INTEGER NOT NULL DEFAULT 0,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "approved" INTEGER NOT NULL DEFAULT 0,
    "people" UUID[],
    "examples" UUID[],

    CONSTRAINT "Rehearsal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonNote" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PersonNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Rule_name_key" ON "Rule"("name");

-- CreateIndex
CREATE INDEX "Rule_stage_idx" ON "Rule"("stage");

-- CreateIndex
CREATE INDEX "RuleHit_commentId_idx" ON "RuleHit"("commentId");

-- CreateIndex
CREATE INDEX "Rehearsal_ruleId_startedAt_idx" ON "Rehearsal"("ruleId", "startedAt");

-- CreateIndex
CREATE INDEX "PersonNote_personId_at_idx" ON "PersonNote"("personId", "at");

-- AddForeignKey
ALTER TABLE "Hiding" ADD CONSTRAINT "Hiding_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleVersion" ADD CONSTRAINT "RuleVersion_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "Rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleVersion" ADD CONSTRAINT "RuleVersion_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleHit" ADD CONSTRAINT "RuleHit_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "Rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleHit" ADD CONSTRAINT "RuleHit_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rehearsal" ADD CONSTRAINT "Rehearsal_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "Rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rehearsal" ADD CONSTRAINT "Rehearsal_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonNote" ADD CONSTRAINT "PersonNote_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonNote" ADD CONSTRAINT "PersonNote_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What the schema file cannot say ────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_slow_check" CHECK ("slowSeconds" BETWEEN 1 AND 86400);
ALTER TABLE "RuleVersion" ADD CONSTRAINT "RuleVersion_looks_check" CHECK (char_length("looksFor") BETWEEN 1 AND 2000);

-- One rehearsal of a rule at a time.
CREATE UNIQUE INDEX "Rehearsal_one_running_key" ON "Rehearsal" ("ruleId") WHERE "finishedAt" IS NULL;

-- A version that acts were taken by stays what it was.
CREATE TRIGGER "RuleVersion_append_only" BEFORE UPDATE OR DELETE ON "RuleVersion" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "RuleVersion_no_truncate" BEFORE TRUNCATE ON "RuleVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- An author's own comments that wait, beside their places in a thread.
CREATE INDEX "Comment_held_idx" ON "Comment" ("authorId", "paragraphId", "id") WHERE "status" = 'held';
