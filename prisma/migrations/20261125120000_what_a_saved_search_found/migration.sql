-- What a saved search found, so that what starts to match later is told too, once; and when each document last changed.

-- AlterTable
ALTER TABLE "subscription" ADD COLUMN     "looked_at" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "search_first_found" ADD COLUMN     "changed_at" TIMESTAMPTZ,
ADD COLUMN     "stamp" TEXT;

-- whether a document changed since is known from its next writing on
update search_first_found set changed_at = found_at;
ALTER TABLE "search_first_found" ALTER COLUMN "changed_at" SET NOT NULL;
alter table search_first_found add constraint search_first_found_forward check (changed_at >= found_at);

-- CreateTable
CREATE TABLE "search_seen" (
    "subscriber_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL,
    "told_in" DATE,

    CONSTRAINT "search_seen_pkey" PRIMARY KEY ("subscriber_id","kind","key","document_id")
);

-- AddForeignKey
ALTER TABLE "search_seen" ADD CONSTRAINT "search_seen_subscriber_id_kind_key_fkey" FOREIGN KEY ("subscriber_id", "kind", "key") REFERENCES "subscription"("subscriber_id", "kind", "key") ON DELETE CASCADE ON UPDATE CASCADE;

alter table search_seen add constraint search_seen_kind check (kind = 'search');
alter table subscription add constraint subscription_looked_at check (looked_at is null or kind = 'search');
