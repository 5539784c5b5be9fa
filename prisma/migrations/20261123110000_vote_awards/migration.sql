-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "vote_attempt" INTEGER,
ADD COLUMN     "vote_id" UUID,
ADD COLUMN     "vote_number" INTEGER;

-- CreateTable
CREATE TABLE "vote_award" (
    "vote_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "initiative_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "votes" INTEGER NOT NULL,
    "cost_cents" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'won',
    "settled_at" TIMESTAMPTZ,

    CONSTRAINT "vote_award_pkey" PRIMARY KEY ("vote_id","attempt","number")
);

-- CreateTable
CREATE TABLE "vote_annulment" (
    "vote_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "proposer_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "confirmer_id" UUID,
    "confirmed_at" TIMESTAMPTZ,

    CONSTRAINT "vote_annulment_pkey" PRIMARY KEY ("vote_id","attempt")
);

-- CreateIndex
CREATE INDEX "vote_award_initiative_id_state_idx" ON "vote_award"("initiative_id", "state");

-- CreateIndex
CREATE INDEX "vote_annulment_proposer_id_idx" ON "vote_annulment"("proposer_id");

-- CreateIndex
CREATE INDEX "vote_annulment_confirmer_id_idx" ON "vote_annulment"("confirmer_id");

-- CreateIndex
CREATE INDEX "decision_vote_id_vote_attempt_vote_number_idx" ON "decision"("vote_id", "vote_attempt", "vote_number");

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_vote_id_vote_attempt_vote_number_fkey" FOREIGN KEY ("vote_id", "vote_attempt", "vote_number") REFERENCES "vote_award"("vote_id", "attempt", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_award" ADD CONSTRAINT "vote_award_vote_id_attempt_fkey" FOREIGN KEY ("vote_id", "attempt") REFERENCES "vote_count"("vote_id", "attempt") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_award" ADD CONSTRAINT "vote_award_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_award" ADD CONSTRAINT "vote_award_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_annulment" ADD CONSTRAINT "vote_annulment_vote_id_attempt_fkey" FOREIGN KEY ("vote_id", "attempt") REFERENCES "vote_count"("vote_id", "attempt") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_annulment" ADD CONSTRAINT "vote_annulment_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_annulment" ADD CONSTRAINT "vote_annulment_confirmer_id_fkey" FOREIGN KEY ("confirmer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── winners, and what became of each ───────────────

alter table vote_award
  add constraint vote_award_state check (state in ('won', 'granted', 'declined', 'withdrawn', 'referred', 'granted-elsewhere', 'annulled')
    and (state = 'won') = (settled_at is null)),
  add constraint vote_award_figures check (place >= 1 and votes >= 0 and cost_cents > 0);

alter table vote_annulment
  add constraint vote_annulment_reason check (char_length(reason) between 1 and 1000),
  add constraint vote_annulment_two_persons check (confirmer_id is null or confirmer_id <> proposer_id),
  add constraint vote_annulment_moments check ((confirmer_id is null) = (confirmed_at is null));

alter table decision add constraint decision_vote_whole check (
  num_nonnulls(vote_id, vote_attempt, vote_number) in (0, 3)
  and (vote_id is null or coalesce(initiative_id is not null and round_entry_id is null and outcome in ('grant', 'decline'), false)));

-- Winners of votes that were counted before this.
insert into vote_award (vote_id, attempt, number, initiative_id, place, votes, cost_cents)
  select c.vote_id, c.attempt, p.number, p.initiative_id, w.place,
    coalesce((select (o ->> 'votes')::int from jsonb_array_elements(c.result -> 'votes') o where (o ->> 'project')::int = p.number), 0), p.cost_cents
  from vote v join vote_count c on c.vote_id = v.id and not c.is_tie
    cross join lateral jsonb_array_elements_text(c.result -> 'winners') with ordinality w(number, place)
    join vote_project p on p.vote_id = v.id and p.number = w.number::int
  where v.state = 'counted' and c.attempt = (select max(l.attempt) from vote_count l where l.vote_id = v.id);

create function vote_award_fits() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform refuse('vote_append_only', 'winners stay in the record');
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'won' or not exists (
      select from vote v join vote_count c on c.vote_id = v.id and c.attempt = new.attempt and not c.is_tie and c.result -> 'winners' @> to_jsonb(new.number)
        join vote_project p on p.vote_id = v.id and p.number = new.number
        where v.id = new.vote_id and v.state = 'closed' and p.initiative_id = new.initiative_id and p.cost_cents = new.cost_cents) then
      perform refuse('vote_award_of_count', 'the count says who won');
    end if;
    return new;
  end if;
  if old.state <> 'won' or to_jsonb(old) - array['state', 'settled_at'] is distinct from to_jsonb(new) - array['state', 'settled_at'] then
    perform refuse('vote_append_only', 'what became of a winner stays as it is');
  end if;
  if not (case new.state
    when 'won' then true
    when 'granted' then exists (select from decision d where (d.vote_id, d.vote_attempt, d.vote_number) = (new.vote_id, new.attempt, new.number)
      and d.state = 'confirmed' and d.outcome = 'grant')
    when 'declined' then exists (select from decision d where (d.vote_id, d.vote_attempt, d.vote_number) = (new.vote_id, new.attempt, new.number)
      and d.state = 'confirmed' and d.outcome = 'decline')
    when 'annulled' then exists (select from vote_annulment a where a.vote_id = new.vote_id and a.attempt = new.attempt and a.confirmed_at is not null)
    when 'granted-elsewhere' then exists (select from initiative i where i.id = new.initiative_id and i.stage = 'granted')
    else exists (select from initiative i where i.id = new.initiative_id and i.stage = new.state) end) then
    perform refuse('vote_award_settled', 'a winner is let go for a reason that stands in the record');
  end if;
  return new;
end $$;
create trigger vote_award_fits before insert or update or delete on vote_award for each row execute function vote_award_fits();

-- What open winners cost stays apart. The last one that is settled concludes the vote.
create function vote_follows_awards() returns trigger language plpgsql as $$
begin
  if exists (select from vote_award a where a.vote_id = new.vote_id and a.state = 'won') then
    update vote set reserved_cents = 0, revision = revision + 1 where id = new.vote_id and state = 'counted';
  else
    update vote set state = 'concluded', concluded_at = new.settled_at, revision = revision + 1 where id = new.vote_id and state = 'counted';
  end if;
  return null;
end $$;
create trigger vote_follows_awards after update on vote_award for each row execute function vote_follows_awards();

-- A plan that goes its own way lets go of what it won.
create function winner_goes_its_way() returns trigger language plpgsql as $$
begin
  update vote_award set state = case new.stage when 'granted' then 'granted-elsewhere' else new.stage end, settled_at = now()
    where initiative_id = new.id and state = 'won';
  return null;
end $$;
create trigger winner_goes_its_way after update of stage on initiative for each row
  when (new.stage in ('withdrawn', 'referred', 'granted') and old.stage is distinct from new.stage) execute function winner_goes_its_way();

-- ─────────────── the decision on a winner ───────────────

-- The row of the vote is held: two decisions on winners of one vote, and annulling its count, wait for each other.
create function decision_follows_vote() returns trigger language plpgsql as $$
begin
  if new.vote_id is null or new.state = 'discarded' or (tg_op = 'UPDATE' and old.state <> 'prepared') then
    return new;
  end if;
  perform from vote v where v.id = new.vote_id and v.state = 'counted' and v.body_id = new.body_id
    and (new.fund_id is null or new.fund_id = v.fund_id) for no key update;
  if not found then
    perform refuse('decision_follows_vote', 'the body of the vote decides on its winners, with the money of the vote');
  end if;
  if not exists (select from vote_award a where (a.vote_id, a.attempt, a.number) = (new.vote_id, new.vote_attempt, new.vote_number)
    and a.state = 'won' and a.initiative_id = new.initiative_id and coalesce(new.amount_cents, 0) <= a.cost_cents) then
    perform refuse('decision_follows_vote', 'this plan did not win, or not so much');
  end if;
  if exists (select from vote_annulment a where a.vote_id = new.vote_id and a.attempt = new.vote_attempt and a.confirmed_at is null) then
    perform refuse('vote_annulment_waits', 'somebody proposed to annul the count that this rests on');
  end if;
  return new;
end $$;
create trigger decision_follows_vote before insert or update on decision for each row execute function decision_follows_vote();

-- Before its money is promised, in the same transaction: the update locks the account of the fund, so that nobody comes in between.
create function decision_settles_award() returns trigger language plpgsql as $$
begin
  update vote_award set state = case new.outcome when 'grant' then 'granted' else 'declined' end, settled_at = new.confirmed_at
    where (vote_id, attempt, number) = (new.vote_id, new.vote_attempt, new.vote_number);
  return null;
end $$;
create trigger decision_settles_award after update of state on decision for each row
  when (new.vote_id is not null and new.state = 'confirmed' and old.state = 'prepared') execute function decision_settles_award();

-- ─────────────── annulling a count ───────────────

create function vote_annulment_fits() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.confirmed_at is not null then
      perform refuse('vote_append_only', 'that a count was annulled stays in the record');
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and (old.confirmed_at is not null
    or to_jsonb(old) - array['confirmer_id', 'confirmed_at'] is distinct from to_jsonb(new) - array['confirmer_id', 'confirmed_at']) then
    perform refuse('vote_append_only', 'what was proposed stays as it is');
  end if;
  if tg_op = 'INSERT' and new.confirmed_at is not null then
    perform refuse('vote_annulment_two_persons', 'one proposes, another confirms');
  end if;
  perform from vote v where v.id = new.vote_id and v.state = 'counted' for update;
  if not found or new.attempt <> (select max(c.attempt) from vote_count c where c.vote_id = new.vote_id) then
    perform refuse('vote_move', 'only the count that stands is annulled');
  end if;
  if exists (select from decision d where d.vote_id = new.vote_id and d.vote_attempt = new.attempt and d.state in ('prepared', 'confirmed')) then
    perform refuse('vote_decided_on', 'a decision rests on this count');
  end if;
  return new;
end $$;
create trigger vote_annulment_fits before insert or update or delete on vote_annulment for each row execute function vote_annulment_fits();

create function annulled_count_opens() returns trigger language plpgsql as $$
begin
  update vote set state = 'closed', counted_at = null, revision = revision + 1 where id = new.vote_id;
  update vote_award set state = 'annulled', settled_at = new.confirmed_at where vote_id = new.vote_id and attempt = new.attempt and state = 'won';
  return null;
end $$;
create trigger annulled_count_opens after update on vote_annulment for each row
  when (new.confirmed_at is not null and old.confirmed_at is null) execute function annulled_count_opens();

-- As before, and what is apart after counting follows from the winners; a vote with winners that wait is not concluded; and a count
-- that was annulled brings the vote back to closed.
create or replace function vote_keeps_its_rules() returns trigger language plpgsql as $$
declare
  fixed text[] := array['state', 'revision', 'reserved_cents', 'opened_at', 'closed_at', 'counted_at', 'concluded_at', 'canceller_id', 'cancelled_at', 'cancel_reason'];
begin
  if tg_op = 'DELETE' then
    perform refuse('vote_append_only', 'votes are never removed');
  end if;
  if not exists (select from fund f where f.id = new.fund_id and f.body_id = new.body_id) then
    perform refuse('vote_fund_of_body', 'a body opens a vote on money of its own');
  end if;
  if not exists (select from body b where b.id = new.body_id and b.kind in ('wijkalliantie', 'opgaveteam')) then
    perform refuse('vote_body_kind', 'a wijkalliantie or an opgaveteam opens a vote');
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      perform refuse('vote_move', 'a vote begins as a draft');
    end if;
  elsif old.state <> new.state then
    if (old.state, new.state) not in (('draft', 'announced'), ('announced', 'open'), ('open', 'closed'), ('closed', 'counted'), ('counted', 'concluded'),
      ('counted', 'closed'), ('draft', 'cancelled'), ('announced', 'cancelled'), ('open', 'cancelled'), ('closed', 'cancelled')) then
      perform refuse('vote_move', 'a vote goes from draft to announced, open, closed, counted and concluded, or is cancelled');
    end if;
    if (old.state, new.state) = ('counted', 'closed') and not exists (
      select from vote_annulment a where a.vote_id = new.id and a.confirmed_at is not null
        and a.attempt = (select max(c.attempt) from vote_count c where c.vote_id = new.id)) then
      perform refuse('vote_move', 'a count is annulled by two persons');
    end if;
    if new.state = 'concluded' and exists (select from vote_award a where a.vote_id = new.id and a.state = 'won') then
      perform refuse('vote_winners_settled', 'each winner has a decision first, or a reason why not');
    end if;
    if new.state = 'announced' then
      if not exists (select from vote_area a where a.vote_id = new.id) then
        perform refuse('vote_has_area', 'somebody must be able to vote');
      end if;
      if exists (select from vote_project p where p.vote_id = new.id and p.verdict is null) then
        perform refuse('vote_projects_checked', 'every project is checked before the vote is announced');
      end if;
      if not exists (select from vote_project p where p.vote_id = new.id and p.verdict = 'included') then
        perform refuse('vote_has_project', 'there must be something to choose');
      end if;
      if exists (select from vote_project p where p.vote_id = new.id and p.verdict = 'included' and p.cost_cents > new.amount_cents) then
        perform refuse('vote_project_affordable', 'a project that costs more than the whole amount cannot win');
      end if;
    end if;
  end if;
  if tg_op = 'UPDATE' and old.state <> 'draft' then
    if to_jsonb(old) - fixed is distinct from to_jsonb(new) - fixed then
      perform refuse('vote_announced_fixed', 'what was announced stays as it is');
    end if;
    if old.state in ('concluded', 'cancelled') then
      perform refuse('vote_move', 'this vote has ended');
    end if;
  end if;
  new.reserved_cents := case
    when new.state in ('announced', 'open', 'closed') then new.amount_cents
    when new.state = 'counted' then (select coalesce(sum(a.cost_cents), 0) from vote_award a where a.vote_id = new.id and a.state = 'won')
    else 0 end;
  return new;
end $$;

-- ─────────────── rule 2: who has an interest in what can be chosen does not run the vote ───────────────

create function interest_in_vote(the_person uuid, the_vote uuid) returns text language sql stable as $$
  select interest_of(the_person, p.initiative_id) from vote_project p
    where p.vote_id = the_vote and p.verdict = 'included' and interest_of(the_person, p.initiative_id) is not null
    order by p.number limit 1
$$;

create function vote_run_without_interest() returns trigger language plpgsql as $$
declare
  the_vote uuid := coalesce(to_jsonb(new) ->> 'vote_id', to_jsonb(new) ->> 'id')::uuid;
  -- one of each table
  the_person uuid := coalesce(to_jsonb(new) ->> 'announcer_id', to_jsonb(new) ->> 'counted_by_id',
    to_jsonb(new) ->> 'confirmer_id', to_jsonb(new) ->> 'proposer_id')::uuid;
begin
  perform hold_interests(array[the_person]);
  if interest_in_vote(the_person, the_vote) is not null then
    perform refuse('vote_run_without_interest', 'who has an interest in a project does not announce or count');
  end if;
  return new;
end $$;
create trigger vote_run_without_interest before update on vote for each row
  when (new.announcer_id is not null and old.announcer_id is null) execute function vote_run_without_interest();
create trigger vote_run_without_interest before insert on vote_count for each row execute function vote_run_without_interest();
create trigger vote_run_without_interest before insert or update on vote_annulment for each row execute function vote_run_without_interest();

select tell_changes('vote_award');
select tell_changes('vote_annulment');
