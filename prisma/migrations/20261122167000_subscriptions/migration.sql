-- Following a body, theme, wijk or initiative by mail, with an account or with a confirmed address.

-- CreateTable
CREATE TABLE "subscriber" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "email" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "confirmed_at" TIMESTAMPTZ,
    "asked_at" TIMESTAMPTZ,
    "told_until" TIMESTAMPTZ NOT NULL,
    "token_hash" TEXT NOT NULL,
    "requester_hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "subscriber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "subscriber_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "since" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("subscriber_id","kind","key")
);

-- CreateTable
CREATE TABLE "digest" (
    "subscriber_id" UUID NOT NULL,
    "period" DATE NOT NULL,
    "from_moment" TIMESTAMPTZ NOT NULL,
    "until_moment" TIMESTAMPTZ NOT NULL,
    "item_count" INTEGER NOT NULL,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("subscriber_id","period")
);

-- CreateIndex
CREATE UNIQUE INDEX "subscriber_person_id_key" ON "subscriber"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscriber_token_hash_key" ON "subscriber"("token_hash");

-- AddForeignKey
ALTER TABLE "subscriber" ADD CONSTRAINT "subscriber_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_subscriber_id_fkey" FOREIGN KEY ("subscriber_id") REFERENCES "subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest" ADD CONSTRAINT "digest_subscriber_id_fkey" FOREIGN KEY ("subscriber_id") REFERENCES "subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table subscriber
  add constraint subscriber_rhythm check (rhythm in ('daily', 'weekly')),
  add constraint subscriber_locale check (locale in ('nl', 'en')),
  -- an account has its address where it belongs, and confirmed it by signing in
  add constraint subscriber_address check ((person_id is null) = (email <> '')),
  add constraint subscriber_confirmed check (person_id is null or confirmed_at is not null);
create unique index subscriber_email_once on subscriber (lower(email)) where email <> '';
create index subscriber_requester on subscriber (requester_hash, created_at) where requester_hash <> '';

alter table subscription
  add constraint subscription_kind check (kind in ('body', 'theme', 'wijk', 'initiative')),
  add constraint subscription_key check (char_length(key) between 1 and 120);

alter table digest
  add constraint digest_forward check (from_moment <= until_moment and item_count >= 0);

-- Periods follow each other without gap or overlap, so that everything is told once: the row takes the moment up to which was told.
create function digest_follows() returns trigger language plpgsql as $$
declare
  told timestamptz;
begin
  select told_until into told from subscriber where id = new.subscriber_id for update;
  if told is distinct from new.from_moment then
    perform refuse('digest_follows', 'a period begins where the one before ended');
  end if;
  update subscriber set told_until = new.until_moment where id = new.subscriber_id;
  return new;
end $$;
create trigger digest_follows before insert on digest
  for each row execute function digest_follows();

-- ─────────────── retention ───────────────

/* Adds to what the retention of before knows and repeats none of it, so that it stands whatever other migrations added. */
do $$
begin
  execute format('create or replace view retention_row as
    select kind, key, key2, since from (%s) known
    union all
    select ''subscribers-unconfirmed'', s.id, null::uuid, amsterdam_day(s.created_at) from subscriber s
      where s.confirmed_at is null',
    rtrim(pg_get_viewdef('retention_row'::regclass), ';'));
  execute replace(pg_get_functiondef('shortest_retention(text)'::regprocedure), 'when ''receipts'' then',
    'when ''subscribers-unconfirmed'' then interval ''1 day'' when ''receipts'' then');
  execute replace(pg_get_functiondef('remove_past_retention(text, int)'::regprocedure), 'when ''receipts'' then',
    'when ''subscribers-unconfirmed'' then delete from subscriber where id = any (keys) and confirmed_at is null;
     when ''receipts'' then');
end $$;

insert into retention_period (id, kind, amount, unit, starts_on, reason, added_at)
  select gen_random_uuid(), kind, amount, unit, '2021-01-01', reason, now() from (values
    ('subscribers-unconfirmed', 2, 'day', 'Wie het adres niet bevestigt, volgt niets.')
  ) as given (kind, amount, unit, reason);
