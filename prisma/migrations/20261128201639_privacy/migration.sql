-- CreateEnum
CREATE TYPE "TokenScope" AS ENUM ('read', 'write', 'moderate');

-- CreateEnum
CREATE TYPE "DeletionChoice" AS ENUM ('stay', 'go');

-- AlterTable
ALTER TABLE "ApiToken" ADD COLUMN     "expiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "scope" "TokenScope" NOT NULL DEFAULT 'moderate';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Deletion" (
    "personId" UUID NOT NULL,
    "choice" "DeletionChoice" NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cursor" UUID,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Deletion_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "RetiredHandle" (
    "handleHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RetiredHandle_pkey" PRIMARY KEY ("handleHash")
);

-- CreateTable
CREATE TABLE "Export" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "written" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Export_personId_askedAt_idx" ON "Export"("personId", "askedAt");

-- CreateIndex
CREATE INDEX "Export_askedAt_idx" ON "Export"("askedAt");

-- AddForeignKey
ALTER TABLE "Deletion" ADD CONSTRAINT "Deletion_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
