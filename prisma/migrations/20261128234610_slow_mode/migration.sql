-- AlterEnum
ALTER TYPE "DecisionAct" ADD VALUE 'slow';

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "slowSeconds" INTEGER;

-- AlterTable
ALTER TABLE "Paragraph" ADD COLUMN     "slowNote" TEXT;
