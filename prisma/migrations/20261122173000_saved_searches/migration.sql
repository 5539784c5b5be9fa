-- Searches that somebody follows, and when each document could be found first.

-- CreateTable
CREATE TABLE "search_first_found" (
    "document_id" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "search_first_found_pkey" PRIMARY KEY ("document_id")
);

alter table subscription
  drop constraint subscription_kind,
  drop constraint subscription_key,
  add constraint subscription_kind check (kind in ('body', 'theme', 'wijk', 'initiative', 'search')),
  add constraint subscription_key check (char_length(key) between 1 and case kind when 'search' then 500 else 120 end);
