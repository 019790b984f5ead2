CREATE TABLE "HandleClaim" (
  "handle" TEXT NOT NULL,
  "skeleton" TEXT NOT NULL,
  "personId" UUID NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "HandleClaim_pkey" PRIMARY KEY ("handle")
);
CREATE INDEX "HandleClaim_skeleton_idx" ON "HandleClaim"("skeleton");
CREATE INDEX "HandleClaim_personId_idx" ON "HandleClaim"("personId");
ALTER TABLE "HandleClaim" ADD CONSTRAINT "HandleClaim_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
