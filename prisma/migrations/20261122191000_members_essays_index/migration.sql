-- What a guest may read leaves these few out, in every statement about comments.
CREATE INDEX "Essay_members_idx" ON "Essay" ("id") WHERE "visibility" = 'members';
