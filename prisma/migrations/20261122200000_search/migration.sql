-- What search, feeds and the page of recent comments look things up in: one narrow row for every comment that is published
-- or held, and for every paragraph's latest wording. Apart from "Comment", whose every vote and reply writes the row and all
-- its index entries anew; derived, so that backups leave it out and triggers keep it, whoever writes.

-- Words of other scripts than Latin's are words in UTF-8 only. The forum's own PostgreSQL has it.
DO $$ BEGIN
  IF getdatabaseencoding() <> 'UTF8' THEN
    RAISE EXCEPTION 'The forum needs a database in UTF-8, and this one is in %. Make another one with ENCODING ''UTF8'', restore a backup into it, and start again.', getdatabaseencoding();
  END IF;
END $$;

-- CreateTable
CREATE TABLE "CommentEntry" (
    "commentId" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "paragraphId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "published" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "CommentEntry_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "ParagraphEntry" (
    "paragraphId" UUID NOT NULL,
    "essayId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "ParagraphEntry_pkey" PRIMARY KEY ("paragraphId")
);

-- Stems as English has them, every word kept: whoever looks for "not" means it. Words of other languages stay as they are.
CREATE TEXT SEARCH DICTIONARY forum_stem (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION forum_words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION forum_words
    ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart
    WITH forum_stem;

-- The words a reader sees. Markup within a line joins what it stands between, any other parts it.
CREATE FUNCTION forum_plain(html text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    regexp_replace(regexp_replace(html, '</?(?:em|strong|code|a|del)(?:\s[^>]*)?>', '', 'g'), '<[^>]*>|&[#\w]+;', ' ', 'g');

-- The words of a text: see forum/search/terms.ts, which makes questions in the same way. Chinese, Japanese and Korean have no
-- blanks: each two neighbouring characters are a word, and so is the last of a run. They come in two passes, from the first
-- character on and from the second, so that a run of any length is found as pairs that follow each other.
CREATE FUNCTION forum_words(written text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  plain text := regexp_replace(normalize(written, NFKC), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u3004\u3008-\u303f]+', ' ', 'g');
BEGIN
  IF plain !~ '[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]' THEN
    RETURN to_tsvector('forum_words', plain);
  END IF;
  RETURN to_tsvector('forum_words', regexp_replace(plain, '([\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]{1,2})', ' \1 ', 'g'))
    || to_tsvector('forum_words', regexp_replace(
         regexp_replace(plain, '(^|[^\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]', '\1', 'g'),
         '([\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]{1,2})', ' \1 ', 'g'));
END $$;

-- Entries of comments: made with them, gone with their words.
CREATE FUNCTION enter_comments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CommentEntry" ("commentId", "essayId", "paragraphId", "authorId", "published", "createdAt", "words")
  SELECT "id", "essayId", "paragraphId", "authorId", "status" = 'published', "createdAt", forum_words(forum_plain("html"))
  FROM made WHERE "status" IN ('published', 'held');
  RETURN NULL;
END $$;
CREATE FUNCTION enter_changed_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."status" IN ('published', 'held') THEN
    INSERT INTO "CommentEntry" ("commentId", "essayId", "paragraphId", "authorId", "published", "createdAt", "words")
    VALUES (NEW."id", NEW."essayId", NEW."paragraphId", NEW."authorId", NEW."status" = 'published', NEW."createdAt",
      forum_words(forum_plain(NEW."html")))
    ON CONFLICT ("commentId") DO UPDATE
    SET "published" = EXCLUDED."published", "createdAt" = EXCLUDED."createdAt", "words" = EXCLUDED."words";
  ELSE
    DELETE FROM "CommentEntry" WHERE "commentId" = NEW."id";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Comment_entered" AFTER INSERT ON "Comment" REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION enter_comments();
CREATE TRIGGER "Comment_entry_changed" AFTER UPDATE OF "status", "html", "createdAt" ON "Comment"
  FOR EACH ROW WHEN (OLD."status" <> NEW."status" OR OLD."html" <> NEW."html" OR OLD."createdAt" <> NEW."createdAt")
  EXECUTE FUNCTION enter_changed_comment();

-- Entries of paragraphs: the latest wording. Most of a revision's wordings are those of the one before.
CREATE FUNCTION enter_wordings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ParagraphEntry" ("paragraphId", "essayId", "revision", "hash", "words")
  SELECT n."paragraphId", n."essayId", n."number", n."hash", forum_words(n."text")
  FROM (
    SELECT DISTINCT ON (w."paragraphId") w."paragraphId", w."text", w."hash", r."essayId", r."number"
    FROM made w JOIN "Revision" r ON r."id" = w."revisionId" ORDER BY w."paragraphId", r."number" DESC
  ) n LEFT JOIN "ParagraphEntry" e ON e."paragraphId" = n."paragraphId"
  WHERE e."paragraphId" IS NULL OR (e."revision" < n."number" AND e."hash" <> n."hash")
  ON CONFLICT ("paragraphId") DO UPDATE
  SET "revision" = EXCLUDED."revision", "hash" = EXCLUDED."hash", "words" = EXCLUDED."words";
  RETURN NULL;
END $$;
CREATE TRIGGER "Wording_entered" AFTER INSERT ON "Wording" REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION enter_wordings();

-- Where references are not checked (seed bulk), entries are made all the same.
ALTER TABLE "Comment" ENABLE ALWAYS TRIGGER "Comment_entered", ENABLE ALWAYS TRIGGER "Comment_entry_changed";
ALTER TABLE "Wording" ENABLE ALWAYS TRIGGER "Wording_entered";

-- What is there already.
INSERT INTO "CommentEntry" ("commentId", "essayId", "paragraphId", "authorId", "published", "createdAt", "words")
SELECT "id", "essayId", "paragraphId", "authorId", "status" = 'published', "createdAt", forum_words(forum_plain("html"))
FROM "Comment" WHERE "status" IN ('published', 'held') ORDER BY "createdAt";
INSERT INTO "ParagraphEntry" ("paragraphId", "essayId", "revision", "hash", "words")
SELECT DISTINCT ON (w."paragraphId") w."paragraphId", r."essayId", r."number", w."hash", forum_words(w."text")
FROM "Wording" w JOIN "Revision" r ON r."id" = w."revisionId" ORDER BY w."paragraphId", r."number" DESC;

-- CreateIndex
-- A short list of what still has to be sorted in: every search reads it whole, and whoever posts when it is full sorts it in.
CREATE INDEX "CommentEntry_words_idx" ON "CommentEntry" USING GIN ("words") WITH (gin_pending_list_limit = 256);

-- CreateIndex
CREATE INDEX "CommentEntry_createdAt_commentId_idx" ON "CommentEntry"("createdAt", "commentId");

-- CreateIndex
CREATE INDEX "CommentEntry_essayId_createdAt_commentId_idx" ON "CommentEntry"("essayId", "createdAt", "commentId");

-- CreateIndex
CREATE INDEX "CommentEntry_paragraphId_createdAt_commentId_idx" ON "CommentEntry"("paragraphId", "createdAt", "commentId");

-- CreateIndex
CREATE INDEX "CommentEntry_authorId_createdAt_commentId_idx" ON "CommentEntry"("authorId", "createdAt", "commentId");

-- CreateIndex
CREATE INDEX "ParagraphEntry_words_idx" ON "ParagraphEntry" USING GIN ("words");

-- AddForeignKey
ALTER TABLE "CommentEntry" ADD CONSTRAINT "CommentEntry_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParagraphEntry" ADD CONSTRAINT "ParagraphEntry_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE CASCADE ON UPDATE CASCADE;
