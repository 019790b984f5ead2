-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "about" TEXT;
