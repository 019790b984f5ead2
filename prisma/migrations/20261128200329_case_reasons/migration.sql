-- CreateEnum
CREATE TYPE "CaseSource" AS ENUM ('flag', 'check', 'rule', 'author');

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "score" DOUBLE PRECISION NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "CaseReason" (
    "id" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "source" "CaseSource" NOT NULL,
    "code" TEXT NOT NULL,
    "points" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "ruleId" UUID,
    "ruleVersion" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CaseReason_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "CaseReason_caseId_at_idx" ON "CaseReason"("caseId", "at");

-- AddForeignKey
ALTER TABLE "CaseReason" ADD CONSTRAINT "CaseReason_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What the schema file cannot say ────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "CaseReason" ADD CONSTRAINT "CaseReason_rule_check" CHECK (("ruleId" IS NULL) = ("ruleVersion" IS NULL));

-- Cases that are here already say why, too: each report counted one.
INSERT INTO "CaseReason" ("id", "essayId", "caseId", "source", "code", "points", "at")
  SELECT gen_random_uuid(), "essayId", "caseId", 'flag', "reason"::text, 1, "createdAt" FROM "Flag";
UPDATE "Case" k SET "score" = n."count" FROM (SELECT "caseId", count(*) FROM "Flag" GROUP BY "caseId") n
  WHERE n."caseId" = k."id";
