-- What members have begun to write, and beginnings of handles.

-- CreateTable
CREATE TABLE "CommentDraft" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "paragraphId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "quote" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommentDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CommentDraft_personId_updatedAt_idx" ON "CommentDraft"("personId", "updatedAt");

-- CreateIndex
CREATE INDEX "CommentDraft_personId_paragraphId_idx" ON "CommentDraft"("personId", "paragraphId");

-- CreateIndex
CREATE UNIQUE INDEX "CommentDraft_personId_subjectId_key" ON "CommentDraft"("personId", "subjectId");

-- CreateIndex
-- In the order of characters, so that a range of it is what begins alike, whatever the database sorts by.
CREATE INDEX "Person_handle_idx" ON "Person"("handle" COLLATE "C");

-- AddForeignKey
ALTER TABLE "CommentDraft" ADD CONSTRAINT "CommentDraft_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentDraft" ADD CONSTRAINT "CommentDraft_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE CASCADE ON UPDATE CASCADE;
