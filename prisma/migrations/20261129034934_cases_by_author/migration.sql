-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "authorId" UUID;

-- Who wrote a comment never changes, so that the case can say it once and for all.
UPDATE "Case" k SET "authorId" = c."authorId" FROM "Comment" c WHERE c."id" = k."commentId";

CREATE FUNCTION author_of_new_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT c."authorId" INTO NEW."authorId" FROM "Comment" c WHERE c."id" = NEW."commentId";
  RETURN NEW;
END $$;
CREATE TRIGGER "Case_author" BEFORE INSERT ON "Case" FOR EACH ROW EXECUTE FUNCTION author_of_new_case();

-- CreateIndex
CREATE INDEX "Case_authorId_state_queue_openedAt_id_idx" ON "Case"("authorId", "state", "queue", "openedAt", "id");

-- What is done about one person's words, the latest first.
CREATE INDEX "Case_done_of_author_idx" ON "Case" ("authorId", "closedAt" DESC, "id" DESC) WHERE "state" = 'done';

-- CreateIndex
CREATE INDEX "CaseReason_code_caseId_idx" ON "CaseReason"("code", "caseId");
