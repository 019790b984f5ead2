-- AlterEnum
ALTER TYPE "RestrictionKind" ADD VALUE 'approval';

-- AlterTable
ALTER TABLE "Restriction" ADD COLUMN     "essayId" UUID;

-- CreateIndex
CREATE INDEX "Restriction_essayId_idx" ON "Restriction"("essayId");

-- AddForeignKey
ALTER TABLE "Restriction" ADD CONSTRAINT "Restriction_essayId_fkey" FOREIGN KEY ("essayId") REFERENCES "Essay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A suspension holds everywhere.
ALTER TABLE "Restriction" ADD CONSTRAINT "Restriction_suspension_check" CHECK ("kind" <> 'suspension' OR "essayId" IS NULL);
