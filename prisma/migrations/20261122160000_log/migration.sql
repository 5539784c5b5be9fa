-- CreateTable
CREATE TABLE "log_leaf" (
    "id" UUID NOT NULL,
    "index" INTEGER,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "entry" BYTEA NOT NULL,
    "salt" BYTEA,
    "record" TEXT,
    "recorded_at" TIMESTAMPTZ NOT NULL,
    "erased_at" TIMESTAMPTZ,
    "erase_reason" TEXT,

    CONSTRAINT "log_leaf_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_tile" (
    "level" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "log_tile_pkey" PRIMARY KEY ("level","index")
);

-- CreateTable
CREATE TABLE "log_checkpoint" (
    "sequence" SERIAL NOT NULL,
    "size" INTEGER NOT NULL,
    "root" BYTEA NOT NULL,
    "note" BYTEA NOT NULL,
    "signed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "log_checkpoint_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "log_key" (
    "key" TEXT NOT NULL,
    "from_size" INTEGER NOT NULL,
    "through_size" INTEGER,

    CONSTRAINT "log_key_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "log_leaf_index_key" ON "log_leaf"("index");

-- CreateIndex
CREATE INDEX "log_leaf_kind_subject_idx" ON "log_leaf"("kind", "subject");

-- ───────────────────────────── leaves ─────────────────────────────

/* What a leaf must be is checked here too, so that no row says something else than its entry: the mark, 32 random bytes, the
   canonical record. Erasing takes salt and record together; the entry stays, because the tree rests on it. */
alter table log_leaf
  add constraint log_leaf_kind check (kind in ('decision', 'correction', 'ledger-day', 'minutes')),
  add constraint log_leaf_entry check (octet_length(entry) = 32
    and (record is null or entry = sha256(convert_to(E'wijkbeurs.leaf/1\n', 'UTF8') || salt || convert_to(record, 'UTF8')))),
  add constraint log_leaf_whole check (case when erased_at is null
    then num_nonnulls(salt, record) = 2 and octet_length(salt) = 32 and erase_reason is null
    else num_nonnulls(salt, record) = 0 and char_length(btrim(coalesce(erase_reason, ''))) between 3 and 500 end);
create unique index log_leaf_once on log_leaf (kind, subject) where kind <> 'correction';
create unique index log_leaf_entry_once on log_leaf (entry);

create function log_leaf_begins() returns trigger language plpgsql as $$
begin
  if new.index is not null or new.erased_at is not null then
    perform refuse('log_leaf_append_only', 'a leaf gets its place when the transaction ends, and is erased later or never');
  end if;
  return new;
end $$;
create trigger log_leaf_begins before insert on log_leaf for each row execute function log_leaf_begins();

/* One writer at a time gives places, until its transaction ends, so that places follow each other without gaps in the order in
   which they are committed. Deferred: it is the last lock that is taken, and it is held for a moment. The job that signs is queued
   here too, because queueing it under its one key makes who does so at once wait for each other. */
create function log_leaf_placed() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('log-leaf', 0));
  update log_leaf set index = (select coalesce(max(l.index) + 1, 0) from log_leaf l) where id = new.id;
  if to_regclass('graphile_worker.jobs') is not null then
    perform graphile_worker.add_job('publish-log', payload := '{}'::json, job_key := 'publish-log', max_attempts := 12);
  end if;
  return null;
end $$;
create constraint trigger log_leaf_placed after insert on log_leaf
  deferrable initially deferred for each row execute function log_leaf_placed();

create function log_leaf_fixed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    -- its place, once, and no other than the next
    if old.index is null and new.index = (select coalesce(max(l.index) + 1, 0) from log_leaf l)
      and (new.id, new.kind, new.subject, new.entry, new.salt, new.record, new.recorded_at)
        is not distinct from (old.id, old.kind, old.subject, old.entry, old.salt, old.record, old.recorded_at)
      and new.erased_at is null then return new; end if;
    -- erasure, once
    if old.erased_at is null and new.erased_at is not null and old.index is not null
      and (new.id, new.index, new.kind, new.subject, new.entry, new.recorded_at)
        is not distinct from (old.id, old.index, old.kind, old.subject, old.entry, old.recorded_at) then return new; end if;
  end if;
  perform refuse('log_leaf_append_only', 'a leaf of the log stays as it is; only its salt and record can be erased, together');
  return null;
end $$;
create trigger log_leaf_fixed before update or delete on log_leaf for each row execute function log_leaf_fixed();
create trigger log_leaf_never_truncated before truncate on log_leaf for each statement execute function log_leaf_fixed();

-- ───────────────────────────── what was signed ─────────────────────────────

alter table log_tile
  add constraint log_tile_place check (level between -1 and 7 and index >= 0 and octet_length(bytes) > 0),
  add constraint log_tile_width check (level < 0 or (octet_length(bytes) % 32 = 0 and octet_length(bytes) <= 256 * 32));

/* A tile only gets longer: what was published of it once stays how it begins. */
create function log_tile_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.level, new.index) = (old.level, old.index)
      and substring(new.bytes for octet_length(old.bytes)) = old.bytes then return new; end if;
  end if;
  perform refuse('log_tile_grows', 'a tile of the log only gets longer');
  return null;
end $$;
create trigger log_tile_grows before update or delete on log_tile for each row execute function log_tile_grows();
create trigger log_tile_never_truncated before truncate on log_tile for each statement execute function log_tile_grows();

/* Never two trees of one size, and never a smaller one. */
create function log_checkpoint_goes_on() returns trigger language plpgsql as $$
declare last log_checkpoint;
begin
  perform pg_advisory_xact_lock(hashtextextended('log-checkpoint', 0));
  select * into last from log_checkpoint order by sequence desc limit 1;
  if new.size < last.size or (new.size = last.size and new.root <> last.root) then
    perform refuse('log_checkpoint_goes_on', format('size %s was signed already with another tree, or a larger one', new.size));
  end if;
  return new;
end $$;
create trigger log_checkpoint_goes_on before insert on log_checkpoint for each row execute function log_checkpoint_goes_on();
create trigger log_checkpoint_append_only before update or delete on log_checkpoint
  for each row execute function record_is_append_only();
create trigger log_checkpoint_never_truncated before truncate on log_checkpoint
  for each statement execute function record_is_append_only();

alter table log_key add constraint log_key_sizes check (from_size >= 0 and through_size >= from_size);

/* A key ends once, and never comes back. */
create function log_key_ends() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.key = old.key and new.from_size = old.from_size and old.through_size is null then return new; end if;
  end if;
  perform refuse('log_key_ends', 'a key of the log stays in the list; it ends once');
  return null;
end $$;
create trigger log_key_ends before update or delete on log_key for each row execute function log_key_ends();
create trigger log_key_never_truncated before truncate on log_key for each statement execute function log_key_ends();
