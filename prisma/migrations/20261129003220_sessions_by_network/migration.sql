-- CreateIndex
CREATE INDEX "Session_networkHash_idx" ON "Session"("networkHash");
