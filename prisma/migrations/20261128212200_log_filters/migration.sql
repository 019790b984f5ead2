-- CreateIndex
CREATE INDEX "LogEntry_act_seq_idx" ON "LogEntry"("act", "seq");

-- CreateIndex
CREATE INDEX "LogEntry_essayId_seq_idx" ON "LogEntry"("essayId", "seq");

-- CreateIndex
CREATE INDEX "LogEntry_at_idx" ON "LogEntry"("at");
