-- CreateTable
CREATE TABLE "search_state" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "live" TEXT NOT NULL DEFAULT 'a',
    "filling" TEXT,
    "filling_token" UUID,
    "rules_a" INTEGER NOT NULL DEFAULT 0,
    "rules_b" INTEGER NOT NULL DEFAULT 0,
    "documents_a" INTEGER NOT NULL DEFAULT 0,
    "documents_b" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "search_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_shelf_a" (
    "id" TEXT COLLATE "C" NOT NULL,
    "terms" tsvector NOT NULL,
    "facets" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "cents" BIGINT NOT NULL,
    "title_words" SMALLINT NOT NULL,
    "term_count" SMALLINT NOT NULL,

    CONSTRAINT "search_shelf_a_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_shelf_b" (
    "id" TEXT COLLATE "C" NOT NULL,
    "terms" tsvector NOT NULL,
    "facets" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "cents" BIGINT NOT NULL,
    "title_words" SMALLINT NOT NULL,
    "term_count" SMALLINT NOT NULL,

    CONSTRAINT "search_shelf_b_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_page_a" (
    "id" TEXT COLLATE "C" NOT NULL,
    "document" JSON NOT NULL,
    "stamp" TEXT NOT NULL,

    CONSTRAINT "search_page_a_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_page_b" (
    "id" TEXT COLLATE "C" NOT NULL,
    "document" JSON NOT NULL,
    "stamp" TEXT NOT NULL,

    CONSTRAINT "search_page_b_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "shelf" TEXT NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("shelf","word")
);

-- CreateTable
CREATE TABLE "search_value" (
    "shelf" TEXT NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "search_value_pkey" PRIMARY KEY ("shelf","value")
);

-- CreateTable
CREATE TABLE "search_gone" (
    "id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "search_gone_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "search_shelf_a_terms" ON "search_shelf_a" USING GIN ("terms") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "search_shelf_a_day" ON "search_shelf_a"("day" DESC, "id");

-- CreateIndex
CREATE INDEX "search_shelf_a_cents" ON "search_shelf_a"("cents" DESC, "id");

-- CreateIndex
CREATE INDEX "search_shelf_b_terms" ON "search_shelf_b" USING GIN ("terms") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "search_shelf_b_day" ON "search_shelf_b"("day" DESC, "id");

-- CreateIndex
CREATE INDEX "search_shelf_b_cents" ON "search_shelf_b"("cents" DESC, "id");

-- CreateIndex
CREATE INDEX "search_word_shelf_number_idx" ON "search_word"("shelf", "number");

-- Rules by hand.

alter table search_state
  add constraint search_state_one_row check (id),
  add constraint search_state_live check (live in ('a', 'b')),
  add constraint search_state_filling check (filling in ('a', 'b') and filling <> live),
  add constraint search_state_filling_has_token check ((filling is null) = (filling_token is null)),
  add constraint search_state_documents check (documents_a >= 0 and documents_b >= 0);

alter table search_word add constraint search_word_shelf check (shelf in ('a', 'b'));
alter table search_value add constraint search_value_shelf check (shelf in ('a', 'b'));

insert into search_state (id) values (true);

-- Most documents have the same few values: what is in them is counted often and changed seldom.
alter table search_shelf_a set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
alter table search_shelf_b set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
