-- AlterTable
ALTER TABLE "Paragraph" ADD COLUMN     "lastArrivalAt" TIMESTAMPTZ(3);

-- In two steps: with the default at once every row would be written anew. What stands there already has no number.
ALTER TABLE "Outbox" ADD COLUMN     "xid" xid8;
ALTER TABLE "Outbox" ALTER COLUMN "xid" SET DEFAULT pg_current_xact_id();

-- CreateTable
CREATE TABLE "Arrival" (
    "commentId" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "paragraphId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Arrival_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "ReadMark" (
    "personId" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "paragraphId" UUID NOT NULL,
    "seenUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReadMark_pkey" PRIMARY KEY ("personId","essayId","paragraphId")
);

-- CreateTable
CREATE TABLE "EssayReadMark" (
    "personId" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "seenUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EssayReadMark_pkey" PRIMARY KEY ("personId","essayId")
);

-- CreateIndex
CREATE INDEX "Arrival_paragraphId_at_idx" ON "Arrival"("paragraphId", "at");

-- CreateIndex
CREATE INDEX "ReadMark_paragraphId_idx" ON "ReadMark"("paragraphId");

-- CreateIndex
CREATE INDEX "EssayReadMark_essayId_idx" ON "EssayReadMark"("essayId");

-- CreateIndex
CREATE INDEX "Outbox_essayId_xid_idx" ON "Outbox"("essayId", "xid");

-- AddForeignKey
ALTER TABLE "Arrival" ADD CONSTRAINT "Arrival_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadMark" ADD CONSTRAINT "ReadMark_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadMark" ADD CONSTRAINT "ReadMark_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EssayReadMark" ADD CONSTRAINT "EssayReadMark_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EssayReadMark" ADD CONSTRAINT "EssayReadMark_essayId_fkey" FOREIGN KEY ("essayId") REFERENCES "Essay"("id") ON DELETE CASCADE ON UPDATE CASCADE;
