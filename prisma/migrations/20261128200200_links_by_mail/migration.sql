ALTER TYPE "LinkPurpose" ADD VALUE 'password';
ALTER TYPE "LinkPurpose" ADD VALUE 'email';
ALTER TABLE "OneTimeLink" ADD COLUMN "email" TEXT;
CREATE INDEX "OneTimeLink_personId_idx" ON "OneTimeLink"("personId");
