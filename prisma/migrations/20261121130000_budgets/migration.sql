-- AlterTable: what existed gets its values below
ALTER TABLE "fund" ADD COLUMN     "actielijn_id" UUID,
ADD COLUMN     "label" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "money_source_id" UUID,
ADD COLUMN     "paid_account_id" UUID;

-- AlterTable
ALTER TABLE "ledger_entry" ADD COLUMN     "change_id" UUID;

-- CreateTable
CREATE TABLE "money_source" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "organisation_id" UUID,
    "valuation" TEXT NOT NULL DEFAULT '',
    "conditions" TEXT NOT NULL DEFAULT '',
    "conditions_en" TEXT NOT NULL DEFAULT '',
    "begins_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "overprogramming_bps" INTEGER NOT NULL DEFAULT 0,
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "source_key" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "origin_account_id" UUID NOT NULL,
    "unallocated_account_id" UUID NOT NULL,
    "overprogrammed_account_id" UUID NOT NULL,

    CONSTRAINT "money_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_change" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "kind" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "money_source_id" UUID,
    "from_fund_id" UUID,
    "to_fund_id" UUID,
    "decision_id" UUID,
    "corrects_id" UUID,
    "occurred_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "proposer_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "approver_id" UUID,
    "answered_at" TIMESTAMPTZ,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "budget_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_change_counter" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "budget_change_counter_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "ledger_day" (
    "account_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,

    CONSTRAINT "ledger_day_pkey" PRIMARY KEY ("account_id","day","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "money_source_slug_key" ON "money_source"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "money_source_origin_account_id_key" ON "money_source"("origin_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "money_source_unallocated_account_id_key" ON "money_source"("unallocated_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "money_source_overprogrammed_account_id_key" ON "money_source"("overprogrammed_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_change_number_key" ON "budget_change"("number");

-- CreateIndex
CREATE INDEX "budget_change_state_idx" ON "budget_change"("state");

-- CreateIndex
CREATE INDEX "budget_change_decision_id_idx" ON "budget_change"("decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_paid_account_id_key" ON "fund"("paid_account_id");

-- CreateIndex
CREATE INDEX "fund_body_id_year_idx" ON "fund"("body_id", "year");

-- CreateIndex
CREATE INDEX "fund_money_source_id_idx" ON "fund"("money_source_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_change_id_key" ON "ledger_entry"("change_id");

-- AddForeignKey
ALTER TABLE "money_source" ADD CONSTRAINT "money_source_origin_account_id_fkey" FOREIGN KEY ("origin_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_source" ADD CONSTRAINT "money_source_unallocated_account_id_fkey" FOREIGN KEY ("unallocated_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_source" ADD CONSTRAINT "money_source_overprogrammed_account_id_fkey" FOREIGN KEY ("overprogrammed_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_source" ADD CONSTRAINT "money_source_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_source" ADD CONSTRAINT "money_source_source_key_fkey" FOREIGN KEY ("source_key") REFERENCES "source_paper"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund" ADD CONSTRAINT "fund_money_source_id_fkey" FOREIGN KEY ("money_source_id") REFERENCES "money_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund" ADD CONSTRAINT "fund_actielijn_id_fkey" FOREIGN KEY ("actielijn_id") REFERENCES "actielijn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund" ADD CONSTRAINT "fund_paid_account_id_fkey" FOREIGN KEY ("paid_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_change" ADD CONSTRAINT "budget_change_money_source_id_fkey" FOREIGN KEY ("money_source_id") REFERENCES "money_source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_change" ADD CONSTRAINT "budget_change_from_fund_id_fkey" FOREIGN KEY ("from_fund_id") REFERENCES "fund"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_change" ADD CONSTRAINT "budget_change_to_fund_id_fkey" FOREIGN KEY ("to_fund_id") REFERENCES "fund"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_change" ADD CONSTRAINT "budget_change_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_change" ADD CONSTRAINT "budget_change_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "ledger_entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_change" ADD CONSTRAINT "budget_change_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_change" ADD CONSTRAINT "budget_change_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_day" ADD CONSTRAINT "ledger_day_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "budget_change"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ─────────────── kinds of accounts and entries ───────────────

alter table ledger_account drop constraint ledger_account_kind,
  add constraint ledger_account_kind check (kind in ('source', 'unallocated', 'overprogrammed', 'available', 'committed', 'paid')),
  -- rule 3: only what comes from outside the programme has no floor
  add constraint ledger_account_floor check ((kind in ('source', 'overprogrammed')) = (floor_cents is null));

-- What was opened before sources had a row of their own came from the coalition.
do $$
declare
  origin ledger_account;
  the_fund fund;
  source_id uuid := gen_random_uuid();
  unallocated_id uuid := gen_random_uuid();
  overprogrammed_id uuid := gen_random_uuid();
  paid_id uuid;
begin
  select * into origin from ledger_account where kind = 'source' order by code limit 1;
  if origin.id is not null then
    insert into ledger_account (id, code, name, kind, floor_cents) values
      (unallocated_id, 'source:coalition:unallocated', 'Coalitiemiddelen (unallocated)', 'unallocated', 0),
      (overprogrammed_id, 'source:coalition:overprogrammed', 'Coalitiemiddelen (overprogrammed)', 'overprogrammed', null);
    insert into money_source (id, slug, kind, form, name, name_en, begins_on, ends_on, origin_account_id, unallocated_account_id, overprogrammed_account_id)
      values (source_id, 'coalitiemiddelen', 'coalition', 'money', 'Coalitiemiddelen', 'Coalition money', '2020-01-01', '2043-12-31', origin.id, unallocated_id, overprogrammed_id);
    for the_fund in select * from fund loop
      paid_id := gen_random_uuid();
      insert into ledger_account (id, code, name, kind, floor_cents)
        values (paid_id, format('fund:%s:paid', the_fund.slug), format('%s (paid)', the_fund.name), 'paid', 0);
      update fund set money_source_id = source_id, paid_account_id = paid_id where id = the_fund.id;
    end loop;
  end if;
end $$;
alter table fund alter column money_source_id set not null, alter column paid_account_id set not null;

alter table ledger_entry drop constraint ledger_entry_kind, drop constraint ledger_entry_commitment,
  add constraint ledger_entry_kind check (kind in
    ('opening', 'pledge', 'pledge-lowered', 'overprogramming', 'budget', 'return', 'move', 'commitment', 'release', 'payment', 'correction')),
  add constraint ledger_entry_commitment check (kind not in ('commitment', 'release', 'payment') or decision_id is not null),
  -- everything but an opening and what a decision commits is an approved change
  add constraint ledger_entry_change check (kind in ('opening', 'commitment') = (change_id is null));

-- ─────────────── sources and lines of the bestedingsplan ───────────────

alter table money_source
  add constraint money_source_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint money_source_kind check (kind in ('coalition', 'state-grant', 'municipal', 'partner', 'donation')),
  add constraint money_source_form check (form in ('money', 'hours', 'space', 'in-kind')),
  add constraint money_source_valuation check (form = 'money' or char_length(valuation) > 0),
  add constraint money_source_period check (begins_on <= ends_on),
  add constraint money_source_overprogramming check (overprogramming_bps between 0 and 10000);

alter table fund add constraint fund_year check (year between 2000 and 2100);

-- A line is spent in money, within the period of its source, and stays what it was opened as.
create function fund_keeps_to_its_source() returns trigger language plpgsql as $$
declare
  s money_source;
begin
  if tg_op = 'UPDATE' and (new.money_source_id, new.body_id, new.year, new.available_account_id, new.committed_account_id, new.paid_account_id)
     is distinct from (old.money_source_id, old.body_id, old.year, old.available_account_id, old.committed_account_id, old.paid_account_id) then
    perform refuse('fund_fixed', 'a line of the plan stays with its source, body, year and accounts');
  end if;
  select * into s from money_source where id = new.money_source_id;
  if s.form <> 'money' then
    perform refuse('fund_in_money', 'hours, space and goods cannot be granted');
  end if;
  if new.year not between extract(year from s.begins_on) and extract(year from s.ends_on) then
    perform refuse('fund_year_in_source', 'the year lies outside the period of the source');
  end if;
  if new.actielijn_id is not null and not exists (select 1 from actielijn where id = new.actielijn_id and body_id = new.body_id) then
    perform refuse('fund_actielijn_of_body', 'the actielijn belongs to another body');
  end if;
  return new;
end $$;
create trigger fund_keeps_to_its_source before insert or update on fund
  for each row execute function fund_keeps_to_its_source();

create function money_source_is_fixed() returns trigger language plpgsql as $$
begin
  if (new.form, new.origin_account_id, new.unallocated_account_id, new.overprogrammed_account_id)
     is distinct from (old.form, old.origin_account_id, old.unallocated_account_id, old.overprogrammed_account_id) then
    perform refuse('money_source_fixed', 'a source keeps its form and accounts');
  end if;
  if exists (select 1 from fund where money_source_id = new.id
             and year not between extract(year from new.begins_on) and extract(year from new.ends_on)) then
    perform refuse('fund_year_in_source', 'a line of the plan lies outside this period');
  end if;
  return new;
end $$;
create trigger money_source_fixed before update on money_source
  for each row execute function money_source_is_fixed();

-- Rule 3: more may be planned than was pledged, but by no more than the stated share of the pledge. Both ways of breaking
-- it lock the unallocated account first, so the sums here are complete.
create function overprogramming_stays_stated() returns trigger language plpgsql as $$
declare
  s money_source;
begin
  for s in
    select m.* from money_source m
    where (tg_table_name = 'money_source' and m.id = (to_jsonb(new) ->> 'id')::uuid)
       or (tg_table_name = 'posting' and (to_jsonb(new) ->> 'account_id')::uuid in (m.origin_account_id, m.overprogrammed_account_id))
  loop
    if exists (
      select 1 from ledger_account o, ledger_account p where o.id = s.overprogrammed_account_id and p.id = s.origin_account_id
        and (o.balance_cents > 0 or p.balance_cents > 0 or -o.balance_cents * 10000 > -p.balance_cents * s.overprogramming_bps)) then
      perform refuse('source_overprogramming_stated', 'more is planned than the stated share allows');
    end if;
  end loop;
  return null;
end $$;
create constraint trigger posting_within_overprogramming after insert on posting
  deferrable initially deferred for each row execute function overprogramming_stays_stated();
create constraint trigger money_source_within_overprogramming after update on money_source
  deferrable initially deferred for each row execute function overprogramming_stays_stated();

-- ─────────────── what is released or paid was committed by that decision ───────────────

create function commitment_covers_release() returns trigger language plpgsql as $$
declare
  the_decision uuid;
begin
  if new.amount_cents > 0 then return null; end if;
  if not exists (select 1 from ledger_account where id = new.account_id and kind = 'committed') then return null; end if;
  select decision_id into the_decision from ledger_entry where id = new.entry_id;
  if the_decision is null then return null; end if;
  if (select sum(p.amount_cents) from posting p join ledger_entry e on e.id = p.entry_id
      where e.decision_id = the_decision and p.account_id = new.account_id) < 0 then
    perform refuse('commitment_not_overdrawn', 'less was committed by this decision');
  end if;
  return null;
end $$;
-- after posting_moves_balance, which locks the account
create trigger posting_within_commitment after insert on posting
  for each row execute function commitment_covers_release();

-- ─────────────── changes of budgets ───────────────

alter table budget_change
  add constraint budget_change_kind check (kind in
    ('pledge', 'pledge-lowered', 'overprogramming', 'budget', 'return', 'move', 'release', 'payment', 'correction')),
  add constraint budget_change_shape check (case kind
    when 'pledge' then num_nonnulls(money_source_id) = 1 and num_nonnulls(from_fund_id, to_fund_id, decision_id, corrects_id) = 0
    when 'pledge-lowered' then num_nonnulls(money_source_id) = 1 and num_nonnulls(from_fund_id, to_fund_id, decision_id, corrects_id) = 0
    when 'overprogramming' then num_nonnulls(money_source_id) = 1 and num_nonnulls(from_fund_id, to_fund_id, decision_id, corrects_id) = 0
    when 'budget' then num_nonnulls(to_fund_id) = 1 and num_nonnulls(money_source_id, from_fund_id, decision_id, corrects_id) = 0
    when 'return' then num_nonnulls(from_fund_id) = 1 and num_nonnulls(money_source_id, to_fund_id, decision_id, corrects_id) = 0
    when 'move' then num_nonnulls(from_fund_id, to_fund_id) = 2 and from_fund_id <> to_fund_id and num_nonnulls(money_source_id, decision_id, corrects_id) = 0
    when 'correction' then num_nonnulls(corrects_id) = 1 and num_nonnulls(money_source_id, from_fund_id, to_fund_id) = 0
    else num_nonnulls(from_fund_id, decision_id) = 2 and num_nonnulls(money_source_id, to_fund_id, corrects_id) = 0 end),
  add constraint budget_change_amount check (amount_cents > 0),
  add constraint budget_change_reason check (char_length(btrim(reason)) between 1 and 2000),
  add constraint budget_change_state check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  -- rule 1
  add constraint budget_change_two_persons check (state not in ('approved', 'refused') or (approver_id is not null and approver_id <> proposer_id)),
  add constraint budget_change_answered check ((state = 'proposed') = (answered_at is null)),
  add constraint budget_change_numbered check ((state = 'approved') = (number is not null)),
  add constraint budget_change_answer check (state not in ('refused', 'withdrawn') or char_length(btrim(answer)) between 1 and 2000);

create function budget_change_is_record() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform refuse('budget_change_closed', 'a proposed change stays on record');
  elsif old.state <> 'proposed' then
    perform refuse('budget_change_closed', 'an answered change stays as it is');
  elsif (to_jsonb(new) - '{state,number,approver_id,answered_at,answer}'::text[])
     is distinct from (to_jsonb(old) - '{state,number,approver_id,answered_at,answer}'::text[]) then
    perform refuse('budget_change_closed', 'what was proposed stays: withdraw it and propose anew');
  end if;
  return new;
end $$;
create trigger budget_change_closed before update or delete on budget_change
  for each row execute function budget_change_is_record();
create trigger budget_change_no_truncate before truncate on budget_change
  for each statement execute function ledger_is_append_only();

-- Money of one source stays money of that source; what a decision was granted from is where it is released and paid.
create function budget_change_fits() returns trigger language plpgsql as $$
begin
  if new.kind = 'move' and (select count(distinct money_source_id) from fund where id in (new.from_fund_id, new.to_fund_id)) <> 1 then
    perform refuse('budget_change_one_source', 'money moves between lines of the same source');
  end if;
  if new.kind in ('release', 'payment') and not exists (
    select 1 from decision where id = new.decision_id and state = 'confirmed' and fund_id = new.from_fund_id) then
    perform refuse('budget_change_of_decision', 'the decision gave no money from this fund');
  end if;
  if new.kind = 'correction' and not exists (select 1 from ledger_entry e where e.id = new.corrects_id
      and e.kind not in ('commitment', 'correction', 'opening') and e.decision_id is not distinct from new.decision_id
      and (select sum(amount_cents) from posting where entry_id = e.id and amount_cents > 0) = new.amount_cents) then
    perform refuse('budget_change_corrects', 'only the whole of a change can be undone; release a commitment instead');
  end if;
  return new;
end $$;
create trigger budget_change_fits before insert on budget_change
  for each row execute function budget_change_fits();

-- Checked at commit: an approved change has its entry, of the same persons, amount and accounts, and nothing else has one.
create function change_has_entry() returns trigger language plpgsql as $$
declare
  c budget_change;
  e ledger_entry;
  given uuid;
  taken uuid;
begin
  if tg_table_name = 'budget_change' then
    select * into c from budget_change where id = (to_jsonb(new) ->> 'id')::uuid;
  else
    if to_jsonb(new) ->> 'change_id' is null then return null; end if;
    select * into c from budget_change where id = (to_jsonb(new) ->> 'change_id')::uuid;
  end if;
  select * into e from ledger_entry where change_id = c.id;
  if (e.id is null) <> (c.state <> 'approved') then
    perform refuse('change_has_entry', 'an approved change and its entry go together');
  end if;
  if e.id is null then return null; end if;
  if e.kind <> c.kind or e.proposer_id <> c.proposer_id or e.approver_id <> c.approver_id
     or e.decision_id is distinct from c.decision_id or e.corrects_id is distinct from c.corrects_id then
    perform refuse('change_has_entry', 'the entry says something else than the change');
  end if;
  if c.kind = 'correction' then
    if exists (
      (select account_id, amount_cents from posting where entry_id = e.id
       except all select account_id, -amount_cents from posting where entry_id = c.corrects_id)
      union all
      (select account_id, -amount_cents from posting where entry_id = c.corrects_id
       except all select account_id, amount_cents from posting where entry_id = e.id)) then
      perform refuse('change_has_entry', 'a correction undoes its entry to the cent');
    end if;
    return null;
  end if;
  select case c.kind
      when 'pledge' then s.origin_account_id when 'pledge-lowered' then s.unallocated_account_id
      when 'overprogramming' then s.overprogrammed_account_id when 'budget' then ts.unallocated_account_id
      when 'return' then f.available_account_id when 'move' then f.available_account_id else f.committed_account_id end,
    case c.kind
      when 'pledge' then s.unallocated_account_id when 'pledge-lowered' then s.origin_account_id
      when 'overprogramming' then s.unallocated_account_id when 'budget' then t.available_account_id
      when 'return' then fs.unallocated_account_id when 'move' then t.available_account_id
      when 'release' then f.available_account_id else f.paid_account_id end
    into taken, given
    from (select 1) one
      left join money_source s on s.id = c.money_source_id
      left join fund f on f.id = c.from_fund_id left join money_source fs on fs.id = f.money_source_id
      left join fund t on t.id = c.to_fund_id left join money_source ts on ts.id = t.money_source_id;
  if (select count(*) from posting where entry_id = e.id) <> 2
     or not exists (select 1 from posting where entry_id = e.id and account_id = taken and amount_cents = -c.amount_cents)
     or not exists (select 1 from posting where entry_id = e.id and account_id = given and amount_cents = c.amount_cents) then
    perform refuse('change_has_entry', 'the entry moves something else than the change says');
  end if;
  return null;
end $$;
create constraint trigger change_has_entry after insert or update on budget_change
  deferrable initially deferred for each row execute function change_has_entry();
-- named to come after ledger_entry_balanced
create constraint trigger ledger_entry_has_change after insert on ledger_entry
  deferrable initially deferred for each row execute function change_has_entry();

-- ─────────────── sums per day ───────────────

-- A correction counts under the kind that it corrects, so that sums per kind stay true.
create function posting_counts_on_its_day() returns trigger language plpgsql as $$
begin
  insert into ledger_day (account_id, day, kind, amount_cents)
    select new.account_id, (e.occurred_at at time zone 'Europe/Amsterdam')::date, coalesce(c.kind, e.kind), new.amount_cents
    from ledger_entry e left join ledger_entry c on c.id = e.corrects_id where e.id = new.entry_id
  on conflict (account_id, day, kind) do update set amount_cents = ledger_day.amount_cents + excluded.amount_cents;
  return null;
end $$;
-- after posting_moves_balance, which locks the account
create trigger posting_within_day after insert on posting
  for each row execute function posting_counts_on_its_day();

insert into ledger_day (account_id, day, kind, amount_cents)
  select p.account_id, (e.occurred_at at time zone 'Europe/Amsterdam')::date, coalesce(c.kind, e.kind), sum(p.amount_cents)
  from posting p join ledger_entry e on e.id = p.entry_id left join ledger_entry c on c.id = e.corrects_id
  group by 1, 2, 3;

create function ledger_day_is_derived() returns trigger language plpgsql as $$
begin
  if tg_op in ('DELETE', 'TRUNCATE') or pg_trigger_depth() < 2 then
    perform refuse('ledger_day_derived', 'sums per day follow the postings');
  end if;
  return new;
end $$;
create trigger ledger_day_derived before insert or update or delete on ledger_day
  for each row execute function ledger_day_is_derived();
create trigger ledger_day_no_truncate before truncate on ledger_day
  for each statement execute function ledger_day_is_derived();
