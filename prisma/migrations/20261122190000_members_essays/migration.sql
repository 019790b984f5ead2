-- AlterEnum
ALTER TYPE "EssayVisibility" ADD VALUE 'members';
