-- What an account held at the end of a day is one row, however many entries there were before it. Until now a page added
-- up every day since the beginning.

-- AlterTable
ALTER TABLE "ledger_day" RENAME TO "ledger_day_of_kind";
ALTER TABLE "ledger_day_of_kind" RENAME CONSTRAINT "ledger_day_pkey" TO "ledger_day_of_kind_pkey";

-- CreateTable
CREATE TABLE "ledger_day" (
    "account_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "balance_cents" BIGINT NOT NULL,
    "released_cents" BIGINT NOT NULL,

    CONSTRAINT "ledger_day_pkey" PRIMARY KEY ("account_id","day")
);

-- AddForeignKey
ALTER TABLE "ledger_day" ADD CONSTRAINT "ledger_day_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

insert into ledger_day (account_id, day, balance_cents, released_cents)
  select account_id, day, sum(sum(amount_cents)) over so_far,
    sum(coalesce(sum(amount_cents) filter (where kind = 'release'), 0)) over so_far
  from ledger_day_of_kind group by account_id, day
  window so_far as (partition by account_id order by day);

DROP TABLE "ledger_day_of_kind";

create trigger ledger_day_derived before insert or update or delete on ledger_day
  for each row execute function ledger_day_is_derived();
create trigger ledger_day_no_truncate before truncate on ledger_day
  for each statement execute function ledger_day_is_derived();

-- What is dated back is added to every day since: few rows, since an account has one row a day at most. A correction counts
-- under what it corrects, so that what was released stays true.
create or replace function posting_counts_on_its_day() returns trigger language plpgsql as $$
declare
  the_day date;
  released bigint;
begin
  select amsterdam_day(e.occurred_at), case when coalesce(c.kind, e.kind) = 'release' then new.amount_cents else 0 end
    into strict the_day, released
    from ledger_entry e left join ledger_entry c on c.id = e.corrects_id where e.id = new.entry_id;
  insert into ledger_day (account_id, day, balance_cents, released_cents)
    select new.account_id, the_day, coalesce(max(balance_cents), 0), coalesce(max(released_cents), 0) from (
      select balance_cents, released_cents from ledger_day
        where account_id = new.account_id and day < the_day order by day desc limit 1) before
    on conflict (account_id, day) do nothing;
  update ledger_day set balance_cents = balance_cents + new.amount_cents, released_cents = released_cents + released
    where account_id = new.account_id and day >= the_day;
  return null;
end $$;

create or replace function account_had_it_then() returns trigger language plpgsql as $$
begin
  if new.amount_cents < 0 and exists (
    select 1 from ledger_day d join ledger_account a on a.id = d.account_id
      where d.account_id = new.account_id and d.balance_cents < a.floor_cents
        and d.day >= (select amsterdam_day(occurred_at) from ledger_entry where id = new.entry_id)) then
    perform refuse('fund_not_overcommitted_then', 'on that day, or a day since, the money was not there');
  end if;
  return null;
end $$;

-- ─────────────── rule 3 on every day, also for what one decision promised and what one source pledged ───────────────

-- A correction gives back what was paid or released from its own day on. What is dated between the two could promise the
-- same money again: the account holds what other decisions promised, this decision does not.
create function commitment_covered_then() returns trigger language plpgsql as $$
declare
  ours ledger_entry;
begin
  if new.amount_cents > 0 then return null; end if;
  if not exists (select 1 from ledger_account where id = new.account_id and kind = 'committed') then return null; end if;
  select * into ours from ledger_entry where id = new.entry_id;
  if exists (
    select 1 from (
      select amsterdam_day(e.occurred_at) as day, sum(sum(p.amount_cents)) over (order by amsterdam_day(e.occurred_at)) as total
        from ledger_entry e join posting p on p.entry_id = e.id and p.account_id = new.account_id
        where e.decision_id = ours.decision_id or e.spending_id = ours.spending_id group by 1) days
    where day >= amsterdam_day(ours.occurred_at) and total < 0) then
    perform refuse('commitment_not_overdrawn_then', 'on that day, or a day since, less was committed by this decision or spending');
  end if;
  return null;
end $$;
-- named to come after posting_within_commitment, which looks at all days together
create trigger posting_within_commitment_then after insert on posting
  for each row execute function commitment_covered_then();

create or replace function overprogramming_stays_stated() returns trigger language plpgsql as $$
declare
  s money_source;
  -- the share itself has no history: a new share counts from now on
  since date := case when tg_table_name = 'posting'
    then (select amsterdam_day(occurred_at) from ledger_entry where id = (to_jsonb(new) ->> 'entry_id')::uuid)
    else 'infinity' end;
begin
  for s in
    select m.* from money_source m
    where (tg_table_name = 'money_source' and m.id = (to_jsonb(new) ->> 'id')::uuid)
       or (tg_table_name = 'posting' and (to_jsonb(new) ->> 'account_id')::uuid in (m.origin_account_id, m.overprogrammed_account_id))
    for share
  loop
    if exists (
      select 1 from (
        select since as day
        union select day from ledger_day where account_id in (s.origin_account_id, s.overprogrammed_account_id) and day > since) days
        cross join lateral (
          select coalesce(max(balance_cents), 0)::numeric as cents from (
            select balance_cents from ledger_day where account_id = s.origin_account_id and day <= days.day
              order by day desc limit 1) newest) pledged
        cross join lateral (
          select coalesce(max(balance_cents), 0)::numeric as cents from (
            select balance_cents from ledger_day where account_id = s.overprogrammed_account_id and day <= days.day
              order by day desc limit 1) newest) over
      where over.cents > 0 or pledged.cents > 0 or -over.cents * 10000 > -pledged.cents * s.overprogramming_bps) then
      perform refuse('source_overprogramming_stated', 'more is planned than the stated share allows');
    end if;
  end loop;
  return null;
end $$;

-- ─────────────── what else went unseen ───────────────

-- Another label or actielijn would carry the money of a line elsewhere, on every day since the line was opened, without a
-- change by two people.
create function fund_stays_for_its_purpose() returns trigger language plpgsql as $$
begin
  if (new.actielijn_id, new.label) is distinct from (old.actielijn_id, old.label) then
    perform refuse('fund_fixed', 'money goes to another purpose by a change, not by another name of its line');
  end if;
  return new;
end $$;
create trigger fund_stays_for_its_purpose before update on fund
  for each row execute function fund_stays_for_its_purpose();

-- As for decisions (`commitment_has_decision`): what a wijkalliantie confirmed is committed on the day of it.
create function spending_committed_on_its_day() returns trigger language plpgsql as $$
begin
  if new.kind = 'commitment' and exists (
    select 1 from small_spending s
      where s.id = new.spending_id and amsterdam_day(s.confirmed_at) is distinct from amsterdam_day(new.occurred_at)) then
    perform refuse('commitment_has_spending', 'a commitment is of the day on which its spending was confirmed');
  end if;
  return null;
end $$;
-- named to come after commitment_has_spending
create constraint trigger commitment_has_spending_then after insert on ledger_entry
  deferrable initially deferred for each row execute function spending_committed_on_its_day();

-- ─────────────── what was promised, from the index alone ───────────────

-- Lists and counts of decisions with money ask for each whether and when it was committed, and not what came after.
create index decision_day_promise on decision_day (ground_id) include (day, amount_cents) where kind = 'commitment';
