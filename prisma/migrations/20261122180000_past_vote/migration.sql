-- CreateTable
CREATE TABLE "past_vote" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "budget" BIGINT NOT NULL,
    "voters" INTEGER NOT NULL,
    "projects" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "past_vote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "past_vote_slug_key" ON "past_vote"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "past_vote_sha256_key" ON "past_vote"("sha256");

-- A vote has an address, a name, money and a file; its figures are those of its file, which never changes.
ALTER TABLE "past_vote"
  ADD CONSTRAINT "past_vote_slug_is_an_address" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "past_vote_has_a_title" CHECK (btrim("title") <> ''),
  ADD CONSTRAINT "past_vote_year_or_nothing" CHECK ("year" ~ '^([0-9]{4})?$'),
  ADD CONSTRAINT "past_vote_counts_up" CHECK ("budget" >= 0 AND "voters" >= 0 AND "projects" >= 0),
  ADD CONSTRAINT "past_vote_sha256_of_text" CHECK ("sha256" = encode(sha256(convert_to("text", 'UTF8')), 'hex'));

CREATE FUNCTION past_vote_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a past vote does not change: take it away, and take in the other file';
END $$;
CREATE TRIGGER past_vote_stays BEFORE UPDATE ON "past_vote" FOR EACH ROW EXECUTE FUNCTION past_vote_stays();

SELECT tell_changes('past_vote');
