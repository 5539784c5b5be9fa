-- CreateTable
CREATE TABLE "redaction" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "input" JSONB NOT NULL,
    "released" JSONB,
    "begun_by_id" UUID,
    "begun_at" TIMESTAMPTZ NOT NULL,
    "offered_by_id" UUID,
    "offered_at" TIMESTAMPTZ,
    "sent_back_why" TEXT NOT NULL DEFAULT '',
    "released_by_id" UUID,
    "released_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "redaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "redaction_mark" (
    "id" UUID NOT NULL,
    "redaction_id" UUID NOT NULL,
    "passage" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "replacement" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'found',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ,

    CONSTRAINT "redaction_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "redaction_word" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "sort" TEXT NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "redaction_word_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "redaction_version_id_key" ON "redaction"("version_id");

-- CreateIndex
CREATE INDEX "redaction_body_id_state_idx" ON "redaction"("body_id", "state");

-- CreateIndex
CREATE INDEX "redaction_mark_redaction_id_passage_idx" ON "redaction_mark"("redaction_id", "passage");

-- CreateIndex
CREATE UNIQUE INDEX "redaction_word_body_id_word_key" ON "redaction_word"("body_id", "word");

-- AddForeignKey
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "minutes_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_begun_by_id_fkey" FOREIGN KEY ("begun_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_offered_by_id_fkey" FOREIGN KEY ("offered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_released_by_id_fkey" FOREIGN KEY ("released_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redaction_mark" ADD CONSTRAINT "redaction_mark_redaction_id_fkey" FOREIGN KEY ("redaction_id") REFERENCES "redaction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redaction_mark" ADD CONSTRAINT "redaction_mark_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redaction_word" ADD CONSTRAINT "redaction_word_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redaction_word" ADD CONSTRAINT "redaction_word_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ═════════════════════════════ redaction ═════════════════════════════

alter table redaction
  add constraint redaction_state check (state in ('open', 'offered', 'released')),
  add constraint redaction_input check (jsonb_typeof(input) = 'object' and octet_length(input::text) <= 6000000),
  add constraint redaction_offered check ((state in ('offered', 'released')) = (offered_at is not null)),
  add constraint redaction_released check ((state = 'released') = (released_at is not null)
    and (released is not null and jsonb_typeof(released) = 'array') = (state = 'released')),
  add constraint redaction_sent_back check (char_length(sent_back_why) <= 1000);

alter table redaction_mark
  add constraint redaction_mark_place check (start >= 0 and "end" > start and "end" <= 100000 and char_length(passage) between 1 and 200),
  add constraint redaction_mark_kind check (kind in ('name', 'mail', 'phone', 'account', 'citizen-number', 'address', 'postcode', 'listed', 'own')),
  add constraint redaction_mark_ground check (ground ~ '^5\.[12]\.\d(\.[a-i])?$'),
  add constraint redaction_mark_replacement check (char_length(replacement) <= 120),
  add constraint redaction_mark_state check (state in ('found', 'accepted', 'rejected') and (state = 'found') = (decided_at is null));

alter table redaction_word
  add constraint redaction_word_sort check (sort in ('always', 'never')),
  add constraint redaction_word_length check (char_length(btrim(word)) between 2 and 120);

/* Begun by one, offered when every mark is decided, released by another, who decided none of it. What is released stays: only who did
   it goes out when an account is deleted, and the words with names when their time is over. */
create function redaction_moves() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'open' then perform refuse('redaction_moves', 'a redaction begins open'); end if;
    return new;
  end if;
  if (new.id, new.version_id, new.body_id, new.begun_at) is distinct from (old.id, old.version_id, old.body_id, old.begun_at) then
    perform refuse('redaction_fixed', 'a redaction stays of its version');
  end if;
  if new.input is distinct from old.input and not (old.state = 'released' and new.input = '{}') then
    perform refuse('redaction_fixed', 'what was looked at does not change; another text is another version');
  end if;
  if old.state = 'released' then
    if (to_jsonb(new) - 'input' - 'begun_by_id' - 'offered_by_id' - 'released_by_id') is distinct from
       (to_jsonb(old) - 'input' - 'begun_by_id' - 'offered_by_id' - 'released_by_id')
       or (new.begun_by_id is not null and new.begun_by_id is distinct from old.begun_by_id)
       or (new.offered_by_id is not null and new.offered_by_id is distinct from old.offered_by_id)
       or (new.released_by_id is not null and new.released_by_id is distinct from old.released_by_id) then
      perform refuse('redaction_released_stays', 'what was released does not change');
    end if;
    return new;
  end if;
  if (old.state, new.state) not in (('open', 'open'), ('open', 'offered'), ('offered', 'offered'), ('offered', 'open'), ('offered', 'released')) then
    perform refuse('redaction_moves', 'a redaction is offered before it is released');
  end if;
  if new.state in ('offered', 'released') and exists (select from redaction_mark where redaction_id = new.id and state = 'found') then
    perform refuse('redaction_all_decided', 'something that was found is not decided yet');
  end if;
  if new.state = 'released' then
    if new.released_by_id is null or new.released_by_id in (old.begun_by_id, old.offered_by_id)
       or exists (select from redaction_mark where redaction_id = new.id and decided_by_id = new.released_by_id) then
      perform refuse('redaction_two_persons', 'who took names out does not release it');
    end if;
  end if;
  return new;
end $$;
create trigger redaction_moves before insert or update on redaction for each row execute function redaction_moves();

create function redaction_stays() returns trigger language plpgsql as $$
begin
  perform refuse('redaction_stays', 'how minutes were made public is not deleted');
  return null;
end $$;
create trigger redaction_stays before delete on redaction for each row execute function redaction_stays();
create trigger redaction_no_truncate before truncate on redaction for each statement execute function redaction_stays();

/* Marks change while the redaction is open; two never take out the same letters. Once released they go only when the text is gone. */
create function redaction_mark_open() returns trigger language plpgsql as $$
declare
  the_redaction record;
begin
  select * into the_redaction from redaction where id = coalesce(new.redaction_id, old.redaction_id);
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - 'decided_by_id') is not distinct from (to_jsonb(old) - 'decided_by_id') and new.decided_by_id is null then
      return new;
    end if;
  end if;
  if tg_op = 'DELETE' then
    if the_redaction.state = 'released' and the_redaction.input = '{}' then return old; end if;
  end if;
  if the_redaction.state <> 'open' then
    perform refuse('redaction_mark_open', 'what was offered or released does not change');
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if exists (select from redaction_mark where redaction_id = new.redaction_id and passage = new.passage and id <> new.id
      and start < new."end" and new.start < "end") then
    perform refuse('redaction_marks_apart', 'two marks take out the same letters');
  end if;
  return new;
end $$;
create trigger redaction_mark_open before insert or update or delete on redaction_mark
  for each row execute function redaction_mark_open();

/* What the publication of minutes asks. */
create or replace function minutes_version_released(the_version uuid) returns boolean language sql stable as $$
  select exists (select from redaction where version_id = the_version and state = 'released')
$$;
