-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'mention';
ALTER TYPE "NotificationKind" ADD VALUE 'watched';
ALTER TYPE "NotificationKind" ADD VALUE 'changed';

-- CreateEnum
CREATE TYPE "MailPace" AS ENUM ('now', 'daily', 'weekly', 'never');
CREATE TYPE "ThreadChoiceKind" AS ENUM ('watched', 'muted');

-- What was told before there were mails is not mailed.
ALTER TABLE "Notification" ADD COLUMN "mail" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "mailedAt" TIMESTAMPTZ(3),
ADD COLUMN "revisionId" UUID;

-- CreateTable
CREATE TABLE "MailChoice" (
    "personId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "pace" "MailPace" NOT NULL,

    CONSTRAINT "MailChoice_pkey" PRIMARY KEY ("personId","kind")
);

-- CreateTable
CREATE TABLE "ThreadChoice" (
    "personId" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "paragraphId" UUID NOT NULL,
    "choice" "ThreadChoiceKind" NOT NULL,

    CONSTRAINT "ThreadChoice_pkey" PRIMARY KEY ("personId","paragraphId")
);

-- CreateTable
CREATE TABLE "MailSuppression" (
    "address" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailSuppression_pkey" PRIMARY KEY ("address")
);

-- CreateIndex
CREATE INDEX "ThreadChoice_paragraphId_choice_idx" ON "ThreadChoice"("paragraphId", "choice");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_personId_revisionId_key" ON "Notification"("personId", "revisionId");

-- Those that wait for a mail: few, whatever was told before.
CREATE INDEX "Notification_mail_idx" ON "Notification"("personId", "id") WHERE "mail";

-- AddForeignKey
ALTER TABLE "MailChoice" ADD CONSTRAINT "MailChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadChoice" ADD CONSTRAINT "ThreadChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadChoice" ADD CONSTRAINT "ThreadChoice_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE CASCADE ON UPDATE CASCADE;
