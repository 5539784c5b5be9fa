-- CreateTable
CREATE TABLE "vote_lot" (
    "vote_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "lots" INTEGER[],
    "drawn_at" TIMESTAMPTZ NOT NULL,
    "place" TEXT NOT NULL,
    "proposer_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "confirmer_id" UUID,
    "confirmed_at" TIMESTAMPTZ,

    CONSTRAINT "vote_lot_pkey" PRIMARY KEY ("vote_id","attempt")
);

-- CreateTable
CREATE TABLE "vote_cancellation" (
    "vote_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "proposer_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "confirmer_id" UUID,
    "confirmed_at" TIMESTAMPTZ,

    CONSTRAINT "vote_cancellation_pkey" PRIMARY KEY ("vote_id")
);

-- CreateIndex
CREATE INDEX "vote_lot_proposer_id_idx" ON "vote_lot"("proposer_id");

-- CreateIndex
CREATE INDEX "vote_lot_confirmer_id_idx" ON "vote_lot"("confirmer_id");

-- CreateIndex
CREATE INDEX "vote_cancellation_proposer_id_idx" ON "vote_cancellation"("proposer_id");

-- CreateIndex
CREATE INDEX "vote_cancellation_confirmer_id_idx" ON "vote_cancellation"("confirmer_id");

-- AddForeignKey
ALTER TABLE "vote_lot" ADD CONSTRAINT "vote_lot_vote_id_attempt_fkey" FOREIGN KEY ("vote_id", "attempt") REFERENCES "vote_count"("vote_id", "attempt") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_lot" ADD CONSTRAINT "vote_lot_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_lot" ADD CONSTRAINT "vote_lot_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_lot" ADD CONSTRAINT "vote_lot_confirmer_id_fkey" FOREIGN KEY ("confirmer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_cancellation" ADD CONSTRAINT "vote_cancellation_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_cancellation" ADD CONSTRAINT "vote_cancellation_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_cancellation" ADD CONSTRAINT "vote_cancellation_confirmer_id_fkey" FOREIGN KEY ("confirmer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── what one proposes and another confirms ───────────────

alter table vote_cancellation
  add constraint vote_cancellation_reason check (char_length(reason) between 1 and 1000),
  add constraint vote_cancellation_two_persons check (confirmer_id is null or confirmer_id <> proposer_id),
  add constraint vote_cancellation_moments check ((confirmer_id is null) = (confirmed_at is null));

alter table vote_lot
  add constraint vote_lot_place check (char_length(place) between 3 and 200),
  add constraint vote_lot_drawn check (drawn_at <= proposed_at),
  add constraint vote_lot_two_persons check (confirmer_id is null or confirmer_id <> proposer_id),
  add constraint vote_lot_moments check ((confirmer_id is null) = (confirmed_at is null));

-- As `vote_annulment_fits` says of an annulment: proposed by one, then confirmed as it stands or dropped; and confirmed it stays.
create function vote_step_by_two() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.confirmed_at is not null then
      perform refuse('vote_append_only', 'what two persons did stays in the record');
    end if;
    return old;
  end if;
  if tg_op = 'INSERT' and new.confirmed_at is not null then
    perform refuse(tg_table_name || '_two_persons', 'one proposes, another confirms');
  end if;
  if tg_op = 'UPDATE' and (old.confirmed_at is not null
    or to_jsonb(old) - array['confirmer_id', 'confirmed_at'] is distinct from to_jsonb(new) - array['confirmer_id', 'confirmed_at']) then
    perform refuse('vote_append_only', 'what was proposed stays as it is');
  end if;
  return new;
end $$;
create trigger vote_step_by_two before insert or update or delete on vote_cancellation for each row execute function vote_step_by_two();
create trigger vote_step_by_two before insert or update or delete on vote_lot for each row execute function vote_step_by_two();
create trigger vote_run_without_interest before insert or update on vote_cancellation for each row execute function vote_run_without_interest();
create trigger vote_run_without_interest before insert or update on vote_lot for each row execute function vote_run_without_interest();

-- ─────────────── cancelling ───────────────

create function vote_cancellation_fits() returns trigger language plpgsql as $$
begin
  perform from vote v where v.id = new.vote_id and v.state in ('announced', 'open', 'closed') for update;
  if not found then
    perform refuse('vote_move', 'what was announced and not counted can be cancelled');
  end if;
  return new;
end $$;
create trigger vote_cancellation_fits before insert or update on vote_cancellation for each row execute function vote_cancellation_fits();

create function confirmed_cancellation_ends_vote() returns trigger language plpgsql as $$
begin
  update vote set state = 'cancelled', canceller_id = new.confirmer_id, cancelled_at = new.confirmed_at, cancel_reason = new.reason, revision = revision + 1
    where id = new.vote_id;
  return null;
end $$;
create trigger confirmed_cancellation_ends_vote after update on vote_cancellation for each row
  when (new.confirmed_at is not null and old.confirmed_at is null) execute function confirmed_cancellation_ends_vote();

-- A draft is thrown away by one; what everybody saw is not.
create function vote_cancelled_by_two() returns trigger language plpgsql as $$
begin
  if not exists (select from vote_cancellation c where c.vote_id = new.id and c.confirmed_at is not null) then
    perform refuse('vote_cancellation_two_persons', 'a vote that was announced is cancelled by two persons');
  end if;
  return new;
end $$;
create trigger vote_cancelled_by_two before update on vote for each row
  when (new.state = 'cancelled' and old.state not in ('draft', 'cancelled')) execute function vote_cancelled_by_two();

-- ─────────────── lots ───────────────

create function vote_lot_fits() returns trigger language plpgsql as $$
declare
  tie vote_count;
begin
  perform from vote v where v.id = new.vote_id and v.state = 'closed' for update;
  if not found then
    perform refuse('vote_move', 'lots are drawn while a vote is closed and a tie stands');
  end if;
  select * into tie from vote_count c where c.vote_id = new.vote_id and c.attempt = new.attempt and c.is_tie
    and c.attempt = (select max(l.attempt) from vote_count l where l.vote_id = new.vote_id);
  if not found then
    perform refuse('vote_move', 'there is no tie that a lot would end');
  end if;
  if (select array_agg(t::int order by t::int) from jsonb_array_elements_text(tie.result -> 'tied') t)
    is distinct from (select array_agg(l order by l) from unnest(new.lots) l) then
    perform refuse('vote_lot_whole', 'each project of the tie has a place, once');
  end if;
  -- people say the minute
  if new.drawn_at < date_trunc('minute', tie.counted_at) then
    perform refuse('vote_lot_after_tie', 'a lot is drawn after everybody knows of the tie');
  end if;
  return new;
end $$;
create trigger vote_lot_fits before insert or update on vote_lot for each row execute function vote_lot_fits();

-- Lots of a count are those of the count before, with those of its tie, which two persons saw drawn, behind them.
create function vote_count_waits_for_two() returns trigger language plpgsql as $$
declare
  before vote_count;
  lot int[];
begin
  if exists (select from vote_cancellation c where c.vote_id = new.vote_id and c.confirmed_at is null) then
    perform refuse('vote_cancellation_waits', 'somebody proposed to cancel this vote');
  end if;
  select * into before from vote_count c where c.vote_id = new.vote_id order by c.attempt desc limit 1;
  if before.is_tie then
    select l.lots into lot from vote_lot l where l.vote_id = new.vote_id and l.attempt = before.attempt and l.confirmed_at is not null;
    if lot is null then
      perform refuse('vote_lot_two_persons', 'a lot decides a tie, and two persons saw it drawn');
    end if;
  end if;
  lot := coalesce(lot, '{}');
  if new.lots is distinct from array(select l from unnest(coalesce(before.lots, '{}')) with ordinality earlier(l, place)
    where l <> all (lot) order by place) || lot then
    perform refuse('vote_lot_two_persons', 'the lots of a count are those that two persons saw drawn');
  end if;
  return new;
end $$;
create trigger vote_count_waits_for_two before insert on vote_count for each row execute function vote_count_waits_for_two();

-- ─────────────── something to choose ───────────────

-- After `vote_keeps_its_rules`, which says what is missing altogether.
create function vote_offers_choice() returns trigger language plpgsql as $$
begin
  if (select count(*) from vote_project p where p.vote_id = new.id and p.verdict = 'included') < 2 then
    perform refuse('vote_offers_choice', 'who votes chooses between at least two projects');
  end if;
  return new;
end $$;
create trigger vote_offers_choice before update on vote for each row
  when (new.state = 'announced' and old.state = 'draft') execute function vote_offers_choice();

select tell_changes('vote_cancellation');
select tell_changes('vote_lot');
