-- CreateEnum
CREATE TYPE "EssayVisibility" AS ENUM ('public', 'unlisted');

-- CreateEnum
CREATE TYPE "SourceFormat" AS ENUM ('text', 'markdown');

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'credit';

-- AlterTable
ALTER TABLE "Essay" ADD COLUMN     "houseRules" TEXT,
ADD COLUMN     "houseRulesHtml" TEXT,
ADD COLUMN     "visibility" "EssayVisibility" NOT NULL DEFAULT 'public';

-- AlterTable
ALTER TABLE "Paragraph" ADD COLUMN     "lockNote" TEXT,
ADD COLUMN     "lockedAt" TIMESTAMPTZ(3),
ADD COLUMN     "question" TEXT;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "format" "SourceFormat" NOT NULL DEFAULT 'text',
ADD COLUMN     "publishedById" UUID,
ADD COLUMN     "restores" INTEGER,
ADD COLUMN     "source" TEXT;

-- Revisions so far were plain text: their source is their paragraphs.
UPDATE "Revision" r SET "source" = (
    SELECT coalesce(string_agg(w."text", E'\n\n' ORDER BY w."ordinal"), '') FROM "Wording" w WHERE w."revisionId" = r."id"
);
ALTER TABLE "Revision" ALTER COLUMN "source" SET NOT NULL;

-- AlterTable
ALTER TABLE "Wording" ADD COLUMN     "headings" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "html" TEXT;

-- CreateTable
CREATE TABLE "RevisionDraft" (
    "id" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "base" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "format" "SourceFormat" NOT NULL,
    "note" TEXT,
    "decisions" JSONB NOT NULL DEFAULT '{}',
    "restores" INTEGER,
    "credits" UUID[],
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RevisionDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RevisionCredit" (
    "revisionId" UUID NOT NULL,
    "commentId" UUID NOT NULL,

    CONSTRAINT "RevisionCredit_pkey" PRIMARY KEY ("revisionId","commentId")
);

-- CreateTable
CREATE TABLE "Pin" (
    "paragraphId" UUID NOT NULL,
    "commentId" UUID NOT NULL,

    CONSTRAINT "Pin_pkey" PRIMARY KEY ("paragraphId")
);

-- CreateIndex
CREATE INDEX "RevisionDraft_authorId_idx" ON "RevisionDraft"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "RevisionDraft_essayId_authorId_key" ON "RevisionDraft"("essayId", "authorId");

-- CreateIndex
CREATE INDEX "RevisionCredit_commentId_idx" ON "RevisionCredit"("commentId");

-- CreateIndex
CREATE UNIQUE INDEX "Pin_commentId_key" ON "Pin"("commentId");

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionDraft" ADD CONSTRAINT "RevisionDraft_essayId_fkey" FOREIGN KEY ("essayId") REFERENCES "Essay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionDraft" ADD CONSTRAINT "RevisionDraft_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionCredit" ADD CONSTRAINT "RevisionCredit_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionCredit" ADD CONSTRAINT "RevisionCredit_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pin" ADD CONSTRAINT "Pin_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pin" ADD CONSTRAINT "Pin_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Words for readers are words, and a note says why a paragraph is locked only while it is.
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_question_check" CHECK (btrim("question") <> '');
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_lockNote_check" CHECK ("lockNote" IS NULL OR "lockedAt" IS NOT NULL);
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_headings_check" CHECK (jsonb_typeof("headings") = 'array');
ALTER TABLE "RevisionDraft" ADD CONSTRAINT "RevisionDraft_decisions_check" CHECK (jsonb_typeof("decisions") = 'object');

-- CreateIndex
CREATE INDEX "Lineage_toId_idx" ON "Lineage"("toId");

-- Questions that wait for an answer: the figure beside each paragraph on the author's page.
CREATE INDEX "Comment_unanswered_idx" ON "Comment" ("paragraphId")
    WHERE "depth" = 0 AND "status" = 'published' AND "replyCount" = 0 AND "body" ~ '[?？؟]\s*$';
