-- CreateIndex
CREATE INDEX "Case_essayId_state_queue_score_id_idx" ON "Case"("essayId", "state", "queue", "score", "id");
