-- CreateTable
CREATE TABLE "ledger_check" (
    "id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ NOT NULL,
    "lasted_ms" INTEGER NOT NULL,
    "entries" BIGINT NOT NULL,
    "rules" INTEGER NOT NULL,
    "broken_rules" INTEGER NOT NULL,
    "new_violations" INTEGER NOT NULL,

    CONSTRAINT "ledger_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_violation" (
    "id" UUID NOT NULL,
    "invariant" TEXT NOT NULL,
    "offender" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ NOT NULL,
    "last_seen_at" TIMESTAMPTZ NOT NULL,
    "gone_at" TIMESTAMPTZ,

    CONSTRAINT "ledger_violation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ledger_check_checked_at_idx" ON "ledger_check"("checked_at");

-- What the check found stays on record; what is gone and comes back is found anew.
create unique index ledger_violation_once on ledger_violation (invariant, offender) where gone_at is null;
create trigger ledger_check_append_only before update or delete on ledger_check
  for each row execute function record_is_append_only();
create trigger ledger_check_no_truncate before truncate on ledger_check
  for each statement execute function record_is_append_only();
create trigger ledger_violation_append_only before delete on ledger_violation
  for each row execute function record_is_append_only();
create trigger ledger_violation_no_truncate before truncate on ledger_violation
  for each statement execute function record_is_append_only();

-- Below: ways round the rules of budgets that a review found, closed.

-- ─────────────── accounts, lines and sources are what they seem ───────────────

alter table ledger_account drop constraint ledger_account_floor,
  -- rule 3: a floor below zero would be credit
  add constraint ledger_account_floor check (
    case when kind in ('source', 'overprogrammed') then floor_cents is null else floor_cents is not distinct from 0 end),
  -- what the pages can add up without loss
  add constraint ledger_account_countable check (balance_cents between -9007199254740991 and 9007199254740991);

-- An update that changes nothing makes an old account look new to `opening_at_birth`.
create function account_is_touched_by_postings() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    perform refuse('ledger_append_only', 'an account is changed by postings only');
  end if;
  return new;
end $$;
-- named to come after ledger_account_derived
create trigger ledger_account_touched before update on ledger_account
  for each row execute function account_is_touched_by_postings();

-- A line on the account of a source would be a purse without bottom.
create function accounts_fit_their_owner() returns trigger language plpgsql as $$
declare
  the_row jsonb := to_jsonb(new);
  the_kind text;
begin
  foreach the_kind in array tg_argv loop
    if not exists (
      select 1 from ledger_account a where a.balance_cents = 0
        and a.kind = case the_kind when 'origin' then 'source' else the_kind end
        and a.id = (the_row ->> (the_kind || '_account_id'))::uuid) then
      perform refuse(tg_table_name || '_accounts', format('its account %s is none, or not empty', the_kind));
    end if;
  end loop;
  return new;
end $$;
create trigger fund_accounts before insert on fund
  for each row execute function accounts_fit_their_owner('available', 'committed', 'paid');
create trigger money_source_accounts before insert on money_source
  for each row execute function accounts_fit_their_owner('origin', 'unallocated', 'overprogrammed');

-- Rule 4: a line or source that goes leaves its money with nobody.
create trigger fund_append_only before delete on fund
  for each row execute function ledger_is_append_only();
create trigger fund_no_truncate before truncate on fund
  for each statement execute function ledger_is_append_only();
create trigger money_source_append_only before delete on money_source
  for each row execute function ledger_is_append_only();
create trigger money_source_no_truncate before truncate on money_source
  for each statement execute function ledger_is_append_only();

-- A period that shrinks while a line is opened in it: the second of the two waits and sees the first.
create function fund_holds_its_source() returns trigger language plpgsql as $$
begin
  perform 1 from money_source where id = new.money_source_id for share;
  return new;
end $$;
-- named to come before fund_keeps_to_its_source
create trigger fund_holds_its_source before insert on fund
  for each row execute function fund_holds_its_source();

-- The same for a share that is lowered while more is planned.
create or replace function overprogramming_stays_stated() returns trigger language plpgsql as $$
declare
  s money_source;
begin
  for s in
    select m.* from money_source m
    where (tg_table_name = 'money_source' and m.id = (to_jsonb(new) ->> 'id')::uuid)
       or (tg_table_name = 'posting' and (to_jsonb(new) ->> 'account_id')::uuid in (m.origin_account_id, m.overprogrammed_account_id))
    for share
  loop
    if exists (
      select 1 from ledger_account o, ledger_account p where o.id = s.overprogrammed_account_id and p.id = s.origin_account_id
        and (o.balance_cents > 0 or p.balance_cents > 0 or -o.balance_cents * 10000 > -p.balance_cents * s.overprogramming_bps)) then
      perform refuse('source_overprogramming_stated', 'more is planned than the stated share allows');
    end if;
  end loop;
  return null;
end $$;

-- ─────────────── an entry moves one amount, within one source ───────────────

create function source_of_account(the_account uuid) returns uuid language sql stable as $$
  select id from money_source where origin_account_id = the_account
  union all select id from money_source where unallocated_account_id = the_account
  union all select id from money_source where overprogrammed_account_id = the_account
  union all select money_source_id from fund where available_account_id = the_account
  union all select money_source_id from fund where committed_account_id = the_account
  union all select money_source_id from fund where paid_account_id = the_account
$$;

-- Checked for each posting, because `set constraints all immediate` lets what is checked for the entry pass before a
-- third line is added.
create function entry_moves_one_amount() returns trigger language plpgsql as $$
declare
  e ledger_entry;
  giving posting;
  getting posting;
  the_source uuid;
begin
  select * into e from ledger_entry where id = new.entry_id;
  if (select count(*) from posting where entry_id = e.id) <> 2 then
    perform refuse('entry_two_postings', 'an entry moves one amount from one account to another');
  end if;
  select * into giving from posting where entry_id = e.id and amount_cents < 0;
  select * into getting from posting where entry_id = e.id and amount_cents > 0;
  the_source := source_of_account(giving.account_id);
  if the_source is null or the_source is distinct from source_of_account(getting.account_id) then
    perform refuse('entry_one_source', 'money stays within its source');
  end if;
  if e.kind = 'commitment' then
    if not exists (select 1 from fund where available_account_id = giving.account_id and committed_account_id = getting.account_id) then
      perform refuse('commitment_of_fund', 'a commitment sets money of a fund apart in that fund');
    end if;
    if e.decision_id is not null and not exists (
      select 1 from decision d join fund f on f.id = d.fund_id
        where d.id = e.decision_id and d.origin = 'product' and d.state = 'confirmed' and d.outcome = 'grant'
          and f.available_account_id = giving.account_id and d.amount_cents = getting.amount_cents
          and (d.confirmed_at at time zone 'Europe/Amsterdam')::date = (e.occurred_at at time zone 'Europe/Amsterdam')::date) then
      perform refuse('commitment_has_decision', 'a commitment is what its decision grants, on the day of it');
    end if;
    if exists (select 1 from money_source where id = the_source
               and ends_on < (e.occurred_at at time zone 'Europe/Amsterdam')::date) then
      perform refuse('commitment_within_period', 'the period of the source is over');
    end if;
  end if;
  if e.kind = 'opening' and exists (
    select 1 from ledger_account where id = getting.account_id and kind not in ('unallocated', 'available')) then
    perform refuse('opening_from_source', 'an opening gives money that can still be promised');
  end if;
  return null;
end $$;
-- named to come after posting_balanced
create constraint trigger posting_moves_one_amount after insert on posting
  deferrable initially deferred for each row execute function entry_moves_one_amount();

alter table ledger_entry add constraint ledger_entry_opening check (kind <> 'opening' or decision_id is null);

-- Rule 1: an opening has no two persons, so it belongs to the moment at which its line or source is opened, before
-- anything else happens with that source. Later money is an approved change.
create function opening_is_at_birth() returns trigger language plpgsql as $$
begin
  if new.amount_cents < 0 or not exists (select 1 from ledger_entry where id = new.entry_id and kind = 'opening') then
    return new;
  end if;
  if not exists (select 1 from ledger_account where id = new.account_id and xmin::text = (pg_current_xact_id()::xid)::text)
     or exists (select 1 from posting where account_id = new.account_id) then
    perform refuse('opening_at_birth', 'money for what is open already is a change, by two persons');
  end if;
  if exists (
    select 1 from money_source s join fund f on f.money_source_id = s.id
      join posting p on p.account_id in (f.available_account_id, s.unallocated_account_id)
      join ledger_entry e on e.id = p.entry_id and e.kind <> 'opening'
    where s.id = source_of_account(new.account_id)) then
    perform refuse('opening_at_birth', 'this source is in use: its money is given by a change, by two persons');
  end if;
  return new;
end $$;
create trigger opening_at_birth before insert on posting
  for each row execute function opening_is_at_birth();

-- ─────────────── when ───────────────

create function amsterdam_day(moment timestamptz) returns date language sql stable as $$
  select (moment at time zone 'Europe/Amsterdam')::date
$$;

-- Nothing is dated ahead of the day on which somebody wrote it, nor before what it follows from. A source is pledged and
-- planned in the year before its period at the earliest.
create function budget_change_is_in_time() returns trigger language plpgsql as $$
declare
  earliest date;
begin
  if new.occurred_on > amsterdam_day(new.proposed_at) then
    perform refuse('budget_change_not_ahead', 'a change is dated today or earlier');
  end if;
  select greatest(
      (select max(make_date(extract(year from s.begins_on)::int - 1, 1, 1)) from money_source s
        where s.id = new.money_source_id
           or s.id in (select f.money_source_id from fund f where f.id in (new.from_fund_id, new.to_fund_id))),
      (select min(amsterdam_day(e.occurred_at)) from ledger_entry e
        where new.kind in ('release', 'payment') and e.decision_id = new.decision_id and e.kind = 'commitment'),
      (select amsterdam_day(e.occurred_at) from ledger_entry e where e.id = new.corrects_id))
    into earliest;
  if new.occurred_on < earliest then
    perform refuse('budget_change_not_before', 'a change is not dated before what it follows from');
  end if;
  return new;
end $$;
create trigger budget_change_in_time before insert on budget_change
  for each row execute function budget_change_is_in_time();

create function entry_is_on_its_day() returns trigger language plpgsql as $$
begin
  if exists (select 1 from budget_change c where c.id = new.change_id
             and (c.occurred_on <> amsterdam_day(new.occurred_at) or new.occurred_at > c.answered_at)) then
    perform refuse('entry_on_its_day', 'an entry is of the day that its change says, and not after its approval');
  end if;
  return null;
end $$;
create constraint trigger ledger_entry_on_its_day after insert on ledger_entry
  deferrable initially deferred for each row execute function entry_is_on_its_day();

-- When an entry was written is not for the writer to say.
create function entry_is_recorded_now() returns trigger language plpgsql as $$
begin
  new.recorded_at := now();
  return new;
end $$;
create trigger ledger_entry_recorded before insert on ledger_entry
  for each row execute function entry_is_recorded_now();

-- Rule 3 on every day: what is dated back may not leave an account below its floor on a day between. Today the balance
-- itself is checked; only a day before the last of the account is looked at here.
create function account_had_it_then() returns trigger language plpgsql as $$
declare
  the_day date;
  the_floor bigint;
  least numeric;
begin
  if new.amount_cents > 0 then return null; end if;
  select floor_cents into the_floor from ledger_account where id = new.account_id;
  if the_floor is null then return null; end if;
  select amsterdam_day(occurred_at) into the_day from ledger_entry where id = new.entry_id;
  if not exists (select 1 from ledger_day where account_id = new.account_id and day > the_day) then return null; end if;
  select min(total) into least from (
    select day, sum(sum(amount_cents)) over (order by day) as total
      from ledger_day where account_id = new.account_id group by day) days
    where day >= the_day;
  if least < the_floor then
    perform refuse('fund_not_overcommitted_then', 'on that day, or a day since, the money was not there');
  end if;
  return null;
end $$;
-- named to come after posting_within_day, which adds to the sums
create trigger posting_within_day_floor after insert on posting
  for each row execute function account_had_it_then();

-- ─────────────── numbers and amounts ───────────────

alter table budget_change drop constraint budget_change_amount,
  -- a hundred billion euros: more is a slip of the keyboard
  add constraint budget_change_amount check (amount_cents > 0),
  add constraint budget_change_amount_countable check (amount_cents <= 10000000000000);

-- The register has no gaps: the counter goes up by one, and what it gives is used in the same transaction.
create function change_counter_counts() returns trigger language plpgsql as $$
begin
  if tg_op in ('DELETE', 'TRUNCATE') then
    perform refuse('budget_change_counter', 'the counter stays');
  elsif (tg_op = 'INSERT' and new.last <> 1)
     or (tg_op = 'UPDATE' and (new.year, new.last) is distinct from (old.year, old.last + 1)) then
    perform refuse('budget_change_counter', 'the counter goes up one by one');
  end if;
  return new;
end $$;
create trigger budget_change_counter before insert or update or delete on budget_change_counter
  for each row execute function change_counter_counts();
create trigger budget_change_counter_no_truncate before truncate on budget_change_counter
  for each statement execute function change_counter_counts();

create function change_number_of(the_year int, the_sequence int) returns text language sql immutable as $$
  select 'W' || lpad(the_year::text, 4, '0') || '-' || lpad(the_sequence::text, greatest(4, length(the_sequence::text)), '0')
$$;

create function change_number_is_used() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from budget_change where number = change_number_of(new.year, new.last)) then
    perform refuse('budget_change_counter', 'a number is taken together with the change that bears it');
  end if;
  return null;
end $$;
create constraint trigger change_number_used after insert or update on budget_change_counter
  deferrable initially deferred for each row execute function change_number_is_used();

create function change_bears_next_number() returns trigger language plpgsql as $$
begin
  if new.number is not null and new.number is distinct from (
    select change_number_of(year, last) from budget_change_counter where year = extract(year from amsterdam_day(new.answered_at))) then
    perform refuse('budget_change_next_number', 'the number of a change is the next one of its year');
  end if;
  return new;
end $$;
-- named to come after budget_change_closed, which refuses a second number
create trigger budget_change_next_number before insert or update on budget_change
  for each row execute function change_bears_next_number();

-- ─────────────── sums per day from the index alone ───────────────

create index ledger_day_sums on ledger_day (account_id, day) include (kind, amount_cents);
