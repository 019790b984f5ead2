-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "essaysOnly" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "EssayModerator" (
    "essayId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "EssayModerator_pkey" PRIMARY KEY ("essayId","personId")
);

-- CreateIndex
CREATE INDEX "EssayModerator_personId_idx" ON "EssayModerator"("personId");

-- CreateIndex
CREATE INDEX "Case_essayId_state_queue_openedAt_id_idx" ON "Case"("essayId", "state", "queue", "openedAt", "id");

-- AddForeignKey
ALTER TABLE "EssayModerator" ADD CONSTRAINT "EssayModerator_essayId_fkey" FOREIGN KEY ("essayId") REFERENCES "Essay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EssayModerator" ADD CONSTRAINT "EssayModerator_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is done in one essay, the latest first.
CREATE INDEX "Case_done_of_essay_idx" ON "Case" ("essayId", "closedAt" DESC, "id" DESC) WHERE "state" = 'done';

-- Only a moderator is one of certain essays.
ALTER TABLE "Person" ADD CONSTRAINT "Person_essaysOnly_check" CHECK ("role" = 'moderator' OR NOT "essaysOnly");
