-- AlterTable
ALTER TABLE "past_vote" ADD COLUMN "licence" TEXT NOT NULL DEFAULT '',
ADD COLUMN "source" TEXT NOT NULL DEFAULT '';

-- A file is given on only under a licence that was named, with where it came from.
ALTER TABLE "past_vote" ADD CONSTRAINT "past_vote_licence" CHECK (char_length("licence") <= 100 AND char_length("source") <= 300
  AND ("source" = '' OR "source" ~ '^https?://'));
