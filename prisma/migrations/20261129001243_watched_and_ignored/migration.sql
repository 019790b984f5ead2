-- CreateEnum
CREATE TYPE "PersonChoiceKind" AS ENUM ('muted', 'blocked');

-- CreateTable
CREATE TABLE "EssayWatch" (
    "personId" UUID NOT NULL,
    "essayId" UUID NOT NULL,

    CONSTRAINT "EssayWatch_pkey" PRIMARY KEY ("personId","essayId")
);

-- CreateTable
CREATE TABLE "PersonChoice" (
    "personId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "choice" "PersonChoiceKind" NOT NULL,

    CONSTRAINT "PersonChoice_pkey" PRIMARY KEY ("personId","otherId")
);

-- CreateIndex
CREATE INDEX "EssayWatch_essayId_idx" ON "EssayWatch"("essayId");

-- CreateIndex
CREATE INDEX "PersonChoice_otherId_idx" ON "PersonChoice"("otherId");

-- AddForeignKey
ALTER TABLE "EssayWatch" ADD CONSTRAINT "EssayWatch_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EssayWatch" ADD CONSTRAINT "EssayWatch_essayId_fkey" FOREIGN KEY ("essayId") REFERENCES "Essay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonChoice" ADD CONSTRAINT "PersonChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonChoice" ADD CONSTRAINT "PersonChoice_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
