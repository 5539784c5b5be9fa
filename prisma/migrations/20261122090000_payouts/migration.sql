-- AlterTable
ALTER TABLE "fund" ADD COLUMN     "payable_account_id" UUID,
ADD COLUMN     "settled_account_id" UUID;

-- AlterTable
ALTER TABLE "ledger_entry" ADD COLUMN     "batch_id" UUID;

-- CreateTable
CREATE TABLE "payer_account" (
    "id" UUID NOT NULL,
    "holder" TEXT NOT NULL,
    "iban" TEXT NOT NULL,
    "bic" TEXT NOT NULL DEFAULT '',
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ NOT NULL,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "payer_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_batch" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "until_day" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "note" TEXT NOT NULL DEFAULT '',
    "composed_by_id" UUID NOT NULL,
    "composed_at" TIMESTAMPTZ NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ,
    "odd_reason" TEXT NOT NULL DEFAULT '',
    "sent_by_id" UUID,
    "sent_at" TIMESTAMPTZ,
    "execute_on" DATE,
    "payer_account_id" UUID,
    "settled_at" TIMESTAMPTZ,
    "discarded_by_id" UUID,
    "discarded_at" TIMESTAMPTZ,
    "discard_reason" TEXT NOT NULL DEFAULT '',
    "form_key" UUID NOT NULL,

    CONSTRAINT "payment_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_batch_counter" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "payment_batch_counter_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "payment_line" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "bank_account_id" UUID,
    "amount_cents" INTEGER NOT NULL,
    "end_to_end_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "settled_on" DATE,
    "settled_by" TEXT NOT NULL DEFAULT '',
    "ended_at" TIMESTAMPTZ,
    "end_reason" TEXT NOT NULL DEFAULT '',
    "ended_by" TEXT NOT NULL DEFAULT '',
    "left_out_by_id" UUID,

    CONSTRAINT "payment_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_line_claim" (
    "line_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "ground_id" UUID NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "payment_line_claim_pkey" PRIMARY KEY ("line_id","claim_id")
);

-- CreateTable
CREATE TABLE "payment_put_back" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "line_id" UUID,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ,

    CONSTRAINT "payment_put_back_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "payer_account_sequence_key" ON "payer_account"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "payment_batch_number_key" ON "payment_batch"("number");

-- CreateIndex
CREATE UNIQUE INDEX "payment_batch_form_key_key" ON "payment_batch"("form_key");

-- CreateIndex
CREATE INDEX "payment_batch_body_id_state_idx" ON "payment_batch"("body_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "payment_line_end_to_end_id_key" ON "payment_line"("end_to_end_id");

-- CreateIndex
CREATE INDEX "payment_line_person_id_idx" ON "payment_line"("person_id");

-- CreateIndex
CREATE INDEX "payment_line_bank_account_id_idx" ON "payment_line"("bank_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_line_batch_id_position_key" ON "payment_line"("batch_id", "position");

-- CreateIndex
CREATE INDEX "payment_line_claim_claim_id_idx" ON "payment_line_claim"("claim_id");

-- CreateIndex
CREATE INDEX "payment_put_back_batch_id_idx" ON "payment_put_back"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_payable_account_id_key" ON "fund"("payable_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_settled_account_id_key" ON "fund"("settled_account_id");

-- CreateIndex
CREATE INDEX "ledger_entry_batch_id_idx" ON "ledger_entry"("batch_id");

-- AddForeignKey
ALTER TABLE "fund" ADD CONSTRAINT "fund_payable_account_id_fkey" FOREIGN KEY ("payable_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund" ADD CONSTRAINT "fund_settled_account_id_fkey" FOREIGN KEY ("settled_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "payment_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payer_account" ADD CONSTRAINT "payer_account_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_composed_by_id_fkey" FOREIGN KEY ("composed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_discarded_by_id_fkey" FOREIGN KEY ("discarded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_payer_account_id_fkey" FOREIGN KEY ("payer_account_id") REFERENCES "payer_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "payment_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_left_out_by_id_fkey" FOREIGN KEY ("left_out_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_line_claim" ADD CONSTRAINT "payment_line_claim_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "payment_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_line_claim" ADD CONSTRAINT "payment_line_claim_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "allowance_claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_put_back" ADD CONSTRAINT "payment_put_back_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "payment_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_put_back" ADD CONSTRAINT "payment_put_back_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "payment_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_put_back" ADD CONSTRAINT "payment_put_back_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_put_back" ADD CONSTRAINT "payment_put_back_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── what is owed to volunteers, and what the bank paid them ───────────────

alter table ledger_account drop constraint ledger_account_kind,
  add constraint ledger_account_kind check (kind in
    ('source', 'unallocated', 'overprogrammed', 'available', 'committed', 'paid', 'payable', 'settled'));

insert into ledger_account (id, code, name, kind, floor_cents)
  select gen_random_uuid(), 'fund:' || f.slug || ':' || part.kind, f.name || ' (' || part.kind || ')', part.kind, 0
    from fund f cross join (values ('payable'), ('settled')) part (kind);
update fund f set
  payable_account_id = (select id from ledger_account where code = 'fund:' || f.slug || ':payable'),
  settled_account_id = (select id from ledger_account where code = 'fund:' || f.slug || ':settled');
-- the checks that wait for the end of a transaction, before the table changes
set constraints all immediate;
alter table fund alter column payable_account_id set not null, alter column settled_account_id set not null;

drop trigger fund_accounts on fund;
create trigger fund_accounts before insert on fund
  for each row execute function accounts_fit_their_owner('available', 'committed', 'paid', 'payable', 'settled');

create or replace function fund_keeps_to_its_source() returns trigger language plpgsql as $$
declare
  s money_source;
begin
  if tg_op = 'UPDATE' and (new.money_source_id, new.body_id, new.year, new.available_account_id, new.committed_account_id,
      new.paid_account_id, new.payable_account_id, new.settled_account_id)
     is distinct from (old.money_source_id, old.body_id, old.year, old.available_account_id, old.committed_account_id,
      old.paid_account_id, old.payable_account_id, old.settled_account_id) then
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

create or replace function source_of_account(the_account uuid) returns uuid language sql stable as $$
  select id from money_source where origin_account_id = the_account
  union all select id from money_source where unallocated_account_id = the_account
  union all select id from money_source where overprogrammed_account_id = the_account
  union all select money_source_id from fund where available_account_id = the_account
  union all select money_source_id from fund where committed_account_id = the_account
  union all select money_source_id from fund where paid_account_id = the_account
  union all select money_source_id from fund where payable_account_id = the_account
  union all select money_source_id from fund where settled_account_id = the_account
$$;

-- What was promised and is not released, in whatever way it was paid.
create or replace function assignment_net_cents(the_decision uuid) returns bigint language sql stable as $$
  select coalesce(sum(p.amount_cents), 0)::bigint
    from ledger_entry e join posting p on p.entry_id = e.id join ledger_account a on a.id = p.account_id
    where e.decision_id = the_decision and a.kind in ('committed', 'paid', 'payable', 'settled')
$$;

-- What volunteers get stays promised money to the public: a batch can be of fewer people than may be told. And what
-- activities need of a promise (needed_of_promise) counts what was paid as well.
create or replace function posting_counts_for_its_decision() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from ledger_account where id = new.account_id and kind = 'committed') then return null; end if;
  insert into decision_day (decision_id, spending_id, day, kind, amount_cents)
    select e.decision_id, e.spending_id, amsterdam_day(e.occurred_at), coalesce(c.kind, e.kind), new.amount_cents
    from ledger_entry e left join ledger_entry c on c.id = e.corrects_id
    where e.id = new.entry_id and num_nonnulls(e.decision_id, e.spending_id) = 1 and e.batch_id is null
  on conflict (ground_id, day, kind) do update set amount_cents = decision_day.amount_cents + excluded.amount_cents;
  return null;
end $$;

alter table ledger_entry drop constraint ledger_entry_kind, drop constraint ledger_entry_commitment, drop constraint ledger_entry_change,
  add constraint ledger_entry_kind check (kind in
    ('opening', 'pledge', 'pledge-lowered', 'overprogramming', 'budget', 'return', 'move', 'commitment', 'release', 'payment', 'correction',
     'payable', 'settlement', 'rejection', 'bounce')),
  add constraint ledger_entry_commitment check (
    kind not in ('commitment', 'release', 'payment', 'payable', 'settlement', 'rejection', 'bounce')
    or num_nonnulls(decision_id, spending_id) = 1),
  -- everything but an opening, what a decision commits and what a batch pays is an approved change
  add constraint ledger_entry_change check (
    (kind in ('opening', 'commitment', 'payable', 'settlement', 'rejection', 'bounce')) = (change_id is null)),
  add constraint ledger_entry_batch check ((kind in ('payable', 'settlement', 'rejection', 'bounce')) = (batch_id is not null));

-- What a batch did is put back by the bank or by a batch, not undone by hand.
create function batch_is_not_corrected() returns trigger language plpgsql as $$
begin
  if new.kind = 'correction' and exists (select 1 from ledger_entry where id = new.corrects_id and batch_id is not null) then
    perform refuse('budget_change_corrects', 'what a batch paid is not undone by a change');
  end if;
  return new;
end $$;
create trigger batch_is_not_corrected before insert on budget_change
  for each row execute function batch_is_not_corrected();

-- ─────────────── who pays ───────────────

alter table payer_account
  add constraint payer_account_holder check (char_length(btrim(holder)) between 2 and 70),
  add constraint payer_account_iban check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  add constraint payer_account_bic check (bic ~ '^([A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?)?$');
create trigger payer_account_append_only before update or delete on payer_account
  for each row execute function record_is_append_only();
create trigger payer_account_no_truncate before truncate on payer_account
  for each statement execute function record_is_append_only();

-- Whether somebody is treasurer of a body on a day; roles of the programme office cover every body.
create function is_treasurer(person uuid, the_body uuid, the_day date) returns boolean language sql stable as $$
  select exists (select 1 from body_membership m join body b on b.id = m.body_id
    where m.person_id = person and m.role = 'treasurer' and (m.body_id = the_body or b.slug = 'programmabureau')
      and m.begins_on <= the_day and (m.ends_on is null or m.ends_on >= the_day))
$$;

-- ─────────────── what can be paid, and what keeps somebody out ───────────────

-- Who shares a household or a bank account with somebody, and that person too.
create function near_ones(person uuid) returns table (person_id uuid, nearness text) language sql stable as $$
  select person, 'own'
  union
  select o.person_id, 'household' from body_membership m
    join body_membership o on o.body_id = m.body_id and o.household = m.household and o.person_id <> m.person_id
    where m.person_id = person and m.household is not null
  union
  select o.person_id, 'bank-account' from bank_account a
    join bank_account o on o.iban_mark = a.iban_mark and o.person_id <> a.person_id
    where a.person_id = person and a.iban_mark <> ''
$$;

-- Rule 2: the interest that keeps a treasurer away from what a promise pays; null: none.
create function payment_interest_of(person uuid, the_decision uuid, the_spending uuid) returns text language sql stable as $$
  select case when the_decision is not null then interest_in_decision(person, the_decision)
    else spending_interest_of(person, the_spending) end
$$;

-- People who by what was approved pass the most of a month or year in which one of these claims lies.
create function people_over_limit(claims uuid[]) returns setof uuid language sql stable as $$
  with touched as materialized (
    select distinct person_id, date_trunc('month', day)::date as month from allowance_claim where id = any (claims)),
  -- the rule of the last touched month of a year judges the year
  years as materialized (
    select person_id, extract(year from month)::int as year, max(month) as month from touched group by 1, 2)
  select t.person_id from touched t cross join lateral allowance_rule_on(t.month) r
    where allowance_between(t.person_id, t.month, (t.month + interval '1 month - 1 day')::date, array['approved']) > r.month_cents
  union
  select y.person_id from years y cross join lateral allowance_rule_on(y.month) r
    where allowance_between(y.person_id, make_date(y.year, 1, 1), make_date(y.year, 12, 31), array['approved'])
      + other_allowance_in(y.person_id, y.year) > r.year_cents
$$;

-- Hours and expenses that were approved and stand in no line, with why they cannot be paid now by this treasurer; null: they can.
create function payable_claims(the_body uuid, until_day date, the_treasurer uuid, the_rail text)
returns table (claim_id uuid, person_id uuid, day date, amount_cents int, ground_id uuid, decision_id uuid, bank_account_id uuid, waits text)
language sql stable as $$
  with candidate as materialized (
    select c.id, c.person_id, c.day, c.amount_cents, a.decision_id, a.spending_id
      from allowance_claim c join activity a on a.id = c.activity_id join body b on b.id = the_body
      where c.state = 'approved' and c.day <= until_day and (a.body_id = the_body or b.slug = 'programmabureau')
        and not exists (select 1 from payment_line_claim x where x.claim_id = c.id and x.is_active)),
  ground as materialized (
    select g.decision_id, g.spending_id, payment_interest_of(the_treasurer, g.decision_id, g.spending_id) as interest
      from (select distinct decision_id, spending_id from candidate) g),
  near as materialized (select n.person_id, min(n.nearness) as nearness from near_ones(the_treasurer) n group by 1),
  over as materialized (select o.person_id from people_over_limit(array(select id from candidate)) o (person_id))
  select c.id, c.person_id, c.day, c.amount_cents, coalesce(c.decision_id, c.spending_id), c.decision_id, account.id,
      case when near.nearness is not null then near.nearness
        when ground.interest is not null then 'interest'
        when over.person_id is not null then 'limit'
        when the_rail <> 'sepa' or account.id is null then 'no-account' end
    from candidate c
      join ground on ground.decision_id is not distinct from c.decision_id and ground.spending_id is not distinct from c.spending_id
      left join near on near.person_id = c.person_id
      left join over on over.person_id = c.person_id
      left join bank_account account on account.person_id = c.person_id and account.ended_at is null
$$;

-- ─────────────── batches ───────────────

alter table payment_batch_counter
  add constraint payment_batch_counter_year check (year between 2020 and 9999 and last >= 1);
create function payment_batch_counter_is_derived() returns trigger language plpgsql as $$
begin
  if tg_op in ('DELETE', 'TRUNCATE') or pg_trigger_depth() < 2 then
    perform refuse('payment_batch_counter', 'numbers follow the batches');
  end if;
  return new;
end $$;
create trigger payment_batch_counter before insert or update or delete on payment_batch_counter
  for each row execute function payment_batch_counter_is_derived();
create trigger payment_batch_counter_no_truncate before truncate on payment_batch_counter
  for each statement execute function payment_batch_counter_is_derived();

alter table payment_batch
  add constraint payment_batch_state check (state in ('draft', 'approved', 'sent', 'settled', 'discarded')),
  add constraint payment_batch_rail check (rail in ('sepa', 'stripe')),
  add constraint payment_batch_texts check (
    char_length(note) <= 1000 and char_length(odd_reason) <= 1000 and char_length(discard_reason) <= 1000),
  -- rule 1: never by one person alone
  add constraint payment_batch_two_persons check (approved_by_id <> composed_by_id),
  add constraint payment_batch_approved check (
    (approved_by_id is null) = (approved_at is null) and (state not in ('approved', 'sent', 'settled') or approved_at is not null)
    and (state <> 'draft' or approved_at is null)),
  add constraint payment_batch_sent check (
    (sent_by_id is null) = (sent_at is null) and (state in ('sent', 'settled')) = (sent_at is not null)
    and (sent_at is null or rail <> 'sepa' or (execute_on is not null and payer_account_id is not null))),
  add constraint payment_batch_settled check ((state = 'settled') = (settled_at is not null)),
  add constraint payment_batch_discarded check (
    (state = 'discarded') = (discarded_by_id is not null) and (discarded_by_id is null) = (discarded_at is null)
    and (state <> 'discarded' or char_length(btrim(discard_reason)) > 0));

create function payment_batch_moves() returns trigger language plpgsql as $$
declare
  the_year int;
  sequence int;
  near uuid[];
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or new.revision <> 1 then perform refuse('payment_batch_state', 'a batch begins as a draft'); end if;
    if not is_treasurer(new.composed_by_id, new.body_id, amsterdam_day(new.composed_at)) then
      perform refuse('payment_batch_treasurer', 'a treasurer composes a batch');
    end if;
    the_year := extract(year from amsterdam_day(new.composed_at));
    insert into payment_batch_counter (year, last) values (the_year, 1)
      on conflict (year) do update set last = payment_batch_counter.last + 1 returning last into sequence;
    new.number := 'V' || the_year || '-' || lpad(sequence::text, greatest(4, length(sequence::text)), '0');
    return new;
  end if;

  new.revision := old.revision + 1;
  if (new.id, new.number, new.body_id, new.rail, new.until_day, new.composed_by_id, new.composed_at, new.form_key)
     is distinct from (old.id, old.number, old.body_id, old.rail, old.until_day, old.composed_by_id, old.composed_at, old.form_key)
     or (old.approved_at is not null and (new.approved_by_id, new.approved_at, new.odd_reason)
        is distinct from (old.approved_by_id, old.approved_at, old.odd_reason))
     or (old.sent_at is not null and (new.sent_by_id, new.sent_at, new.execute_on, new.payer_account_id)
        is distinct from (old.sent_by_id, old.sent_at, old.execute_on, old.payer_account_id)) then
    perform refuse('payment_batch_fixed', 'what a batch is, who approved it and how it was sent never change');
  end if;
  if new.state = old.state then
    if new.state = 'discarded' then perform refuse('payment_batch_state', 'a discarded batch stays as it is'); end if;
    return new;
  end if;
  if (old.state, new.state) not in
     (('draft', 'approved'), ('draft', 'discarded'), ('approved', 'sent'), ('approved', 'discarded'), ('sent', 'settled')) then
    perform refuse('payment_batch_state', format('a batch does not go from %s to %s', old.state, new.state));
  end if;

  if new.state = 'approved' then
    if not is_treasurer(new.approved_by_id, new.body_id, amsterdam_day(new.approved_at)) then
      perform refuse('payment_batch_treasurer', 'a treasurer approves a batch');
    end if;
    perform hold_interests(array[new.composed_by_id, new.approved_by_id]);
    select array_agg(n.person_id) into near from (
      select person_id from near_ones(new.composed_by_id) union select person_id from near_ones(new.approved_by_id)) n;
    if exists (select 1 from payment_line where batch_id = new.id and state = 'open' and person_id = any (near)) then
      perform refuse('payment_batch_not_own', 'nobody pays themselves or who is near');
    end if;
    if exists (
      select 1 from (
        select distinct a.decision_id, a.spending_id from payment_line l join payment_line_claim x on x.line_id = l.id
          join allowance_claim c on c.id = x.claim_id join activity a on a.id = c.activity_id
          where l.batch_id = new.id and l.state = 'open') g
        where payment_interest_of(new.composed_by_id, g.decision_id, g.spending_id) is not null
           or payment_interest_of(new.approved_by_id, g.decision_id, g.spending_id) is not null) then
      perform refuse('payment_batch_without_interest', 'an interest keeps this person away from the money of the plan');
    end if;
    if not exists (select 1 from payment_line where batch_id = new.id and state = 'open') then
      perform refuse('payment_batch_empty', 'nobody is left in this batch');
    end if;
    if exists (
      select 1 from payment_line l
        left join (select line_id, sum(amount_cents) as total from payment_line_claim group by 1) x on x.line_id = l.id
        where l.batch_id = new.id and l.state = 'open' and x.total is distinct from l.amount_cents) then
      perform refuse('payment_line_adds_up', 'a line pays another amount than its hours and expenses');
    end if;
    if new.rail = 'sepa' and exists (
      select 1 from payment_line l left join bank_account b on b.id = l.bank_account_id
        where l.batch_id = new.id and l.state = 'open' and (b.id is null or b.ended_at is not null)) then
      perform refuse('payment_line_account', 'somebody has another bank account by now');
    end if;
    if exists (
      select 1 from people_over_limit(array(
        select x.claim_id from payment_line l join payment_line_claim x on x.line_id = l.id
          where l.batch_id = new.id and l.state = 'open'))) then
      perform refuse('payment_over_limit', 'somebody would get more than the law allows');
    end if;
  elsif new.state = 'sent' and not is_treasurer(new.sent_by_id, new.body_id, amsterdam_day(new.sent_at)) then
    perform refuse('payment_batch_treasurer', 'a treasurer sends a batch');
  elsif new.state = 'discarded' and not is_treasurer(new.discarded_by_id, new.body_id, amsterdam_day(new.discarded_at)) then
    perform refuse('payment_batch_treasurer', 'a treasurer lays a batch aside');
  end if;
  if new.state in ('settled', 'discarded') and exists (select 1 from payment_line where batch_id = new.id and state = 'open') then
    perform refuse('payment_batch_open_lines', 'somebody in this batch still waits');
  end if;
  return new;
end $$;
create trigger payment_batch_moves before insert or update on payment_batch
  for each row execute function payment_batch_moves();
create trigger payment_batch_no_delete before delete on payment_batch
  for each row execute function record_is_append_only();
create trigger payment_batch_no_truncate before truncate on payment_batch
  for each statement execute function record_is_append_only();

-- ─────────────── lines ───────────────

alter table payment_line
  add constraint payment_line_bank_account_fkey foreign key (bank_account_id) references bank_account (id) on delete restrict on update cascade,
  add constraint payment_line_state check (state in ('open', 'left_out', 'settled', 'returned', 'put_back')),
  add constraint payment_line_amount check (amount_cents > 0),
  add constraint payment_line_end_to_end check (end_to_end_id ~ '^[A-Za-z0-9-]{1,35}$'),
  add constraint payment_line_position check (position >= 1),
  add constraint payment_line_settled check (
    (state in ('settled', 'returned')) = (settled_on is not null) and (settled_on is null) = (settled_by = '')),
  add constraint payment_line_ended check (
    (state in ('left_out', 'returned', 'put_back')) = (ended_at is not null) and (ended_at is null or char_length(btrim(end_reason)) > 0)
    and (state = 'left_out') = (left_out_by_id is not null)),
  add constraint payment_line_texts check (char_length(end_reason) <= 500 and char_length(settled_by) <= 120 and char_length(ended_by) <= 120);

create trigger payment_line_no_delete before delete on payment_line
  for each row execute function record_is_append_only();
create trigger payment_line_no_truncate before truncate on payment_line
  for each statement execute function record_is_append_only();

create function payment_line_moves() returns trigger language plpgsql as $$
declare
  b payment_batch;
begin
  select * into b from payment_batch where id = new.batch_id for no key update;
  if tg_op = 'INSERT' then
    if b.state <> 'draft' or new.state <> 'open' then perform refuse('payment_line_state', 'lines are put in a draft'); end if;
    if b.rail = 'sepa' and not exists (
      select 1 from bank_account where id = new.bank_account_id and person_id = new.person_id and ended_at is null) then
      perform refuse('payment_line_account', 'this is not the bank account of this person');
    end if;
    return new;
  end if;
  if (new.id, new.batch_id, new.position, new.person_id, new.bank_account_id, new.amount_cents, new.end_to_end_id)
     is distinct from (old.id, old.batch_id, old.position, old.person_id, old.bank_account_id, old.amount_cents, old.end_to_end_id)
     or (old.settled_on is not null and (new.settled_on, new.settled_by) is distinct from (old.settled_on, old.settled_by)) then
    perform refuse('payment_line_fixed', 'what a line pays to whom never changes');
  end if;
  if old.state = 'open' and new.state = 'left_out' and b.state = 'draft' then return new; end if;
  if old.state = 'open' and new.state = 'settled' and b.state = 'sent' then return new; end if;
  if old.state = 'settled' and new.state = 'returned' and b.state in ('sent', 'settled') then
    if new.ended_by = '' then perform refuse('payment_line_state', 'the bank says that it came back'); end if;
    return new;
  end if;
  if old.state = 'open' and new.state = 'put_back' then
    -- before it was sent nothing can have been paid
    if b.state = 'approved' then return new; end if;
    if b.state = 'sent' and (
      (b.rail = 'stripe' and new.ended_by <> '')
      or exists (select 1 from payment_put_back p where p.batch_id = b.id and p.state = 'confirmed' and coalesce(p.line_id, new.id) = new.id)) then
      return new;
    end if;
    perform refuse('put_back_two_persons', 'what was sent is put back by two persons, or by what Stripe says');
  end if;
  perform refuse('payment_line_state', format('a line does not go from %s to %s in a batch that is %s', old.state, new.state, b.state));
  return null;
end $$;
create trigger payment_line_moves before insert or update on payment_line
  for each row execute function payment_line_moves();

create function payment_line_frees_claims() returns trigger language plpgsql as $$
begin
  update payment_line_claim x set is_active = false
    from changed where changed.id = x.line_id and changed.state in ('left_out', 'returned', 'put_back') and x.is_active;
  -- the batch compares its lines with the ledger at commit
  update payment_batch set revision = revision where id in (select distinct batch_id from changed);
  return null;
end $$;
create trigger payment_line_frees_claims after update on payment_line
  referencing new table as changed for each statement execute function payment_line_frees_claims();

-- A claim is paid at most once, whoever else puts it in a batch at the same instant.
create unique index payment_claim_once on payment_line_claim (claim_id) where is_active;

create function payment_line_claim_fits() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if pg_trigger_depth() < 2 or (new.line_id, new.claim_id, new.amount_cents, new.ground_id)
       is distinct from (old.line_id, old.claim_id, old.amount_cents, old.ground_id) or new.is_active then
      perform refuse('payment_line_fixed', 'what a line pays never changes');
    end if;
    return new;
  end if;
  if not new.is_active or not exists (
    select 1 from payment_line l join payment_batch b on b.id = l.batch_id join body office on office.id = b.body_id
      join allowance_claim c on c.id = new.claim_id join activity a on a.id = c.activity_id
      where l.id = new.line_id and l.state = 'open' and b.state = 'draft' and c.state = 'approved' and c.person_id = l.person_id
        and c.amount_cents = new.amount_cents and c.day <= b.until_day
        and coalesce(a.decision_id, a.spending_id) = new.ground_id
        and (a.body_id = b.body_id or office.slug = 'programmabureau')) then
    perform refuse('payment_line_claim_fits', 'only what was approved for this person and this body is paid');
  end if;
  return new;
end $$;
create trigger payment_line_claim_fits before insert or update on payment_line_claim
  for each row execute function payment_line_claim_fits();
create trigger payment_line_claim_no_delete before delete on payment_line_claim
  for each row execute function record_is_append_only();
create trigger payment_line_claim_no_truncate before truncate on payment_line_claim
  for each statement execute function record_is_append_only();

-- ─────────────── what the bank will not pay ───────────────

alter table payment_put_back
  add constraint payment_put_back_state check (state in ('proposed', 'confirmed', 'refused')),
  add constraint payment_put_back_reason check (char_length(btrim(reason)) between 3 and 500),
  add constraint payment_put_back_two_persons check (state = 'proposed' or answered_by_id <> proposed_by_id),
  add constraint payment_put_back_answered check (
    (state = 'proposed') = (answered_by_id is null) and (answered_by_id is null) = (answered_at is null));
create unique index payment_put_back_one on payment_put_back (batch_id, coalesce(line_id, batch_id)) where state = 'proposed';

create function payment_put_back_fits() returns trigger language plpgsql as $$
declare
  b payment_batch;
begin
  select * into b from payment_batch where id = new.batch_id for no key update;
  if tg_op = 'UPDATE' and (old.state <> 'proposed'
      or (new.id, new.batch_id, new.line_id, new.reason, new.proposed_by_id, new.proposed_at)
        is distinct from (old.id, old.batch_id, old.line_id, old.reason, old.proposed_by_id, old.proposed_at)) then
    perform refuse('payment_put_back_fixed', 'what was proposed is confirmed or refused, and else stays as it is');
  end if;
  if b.state <> 'sent' or (new.line_id is not null and not exists (
      select 1 from payment_line where id = new.line_id and batch_id = b.id and state = 'open')) then
    perform refuse('payment_put_back_open', 'only what was sent and is open is put back');
  end if;
  if (tg_op = 'INSERT' and (new.state <> 'proposed' or not is_treasurer(new.proposed_by_id, b.body_id, amsterdam_day(new.proposed_at))))
     or (new.answered_by_id is not null and not is_treasurer(new.answered_by_id, b.body_id, amsterdam_day(new.answered_at))) then
    perform refuse('payment_batch_treasurer', 'treasurers say what the bank will not pay');
  end if;
  return new;
end $$;
create trigger payment_put_back_fits before insert or update on payment_put_back
  for each row execute function payment_put_back_fits();
create trigger payment_put_back_no_delete before delete on payment_put_back
  for each row execute function record_is_append_only();
create trigger payment_put_back_no_truncate before truncate on payment_put_back
  for each statement execute function record_is_append_only();

-- ─────────────── lines and ledger say the same ───────────────

-- Of a batch, per promise: what its lines say and what its entries posted; only where they differ.
create function batch_differences(the_batch uuid) returns table (ground_id uuid, kind text, expected numeric, posted numeric)
language sql stable as $$
  with part as (
    select x.ground_id, l.state, sum(x.amount_cents) as cents
      from payment_line l join payment_line_claim x on x.line_id = l.id
      where l.batch_id = the_batch and l.state <> 'left_out'
        and exists (select 1 from payment_batch b where b.id = the_batch and b.approved_at is not null)
      group by 1, 2),
  expected as (
    select part.ground_id, k.kind, sum(part.cents) as cents
      from part join (values ('payable', 'open'), ('payable', 'settled'), ('payable', 'returned'), ('payable', 'put_back'),
        ('settlement', 'settled'), ('settlement', 'returned'), ('rejection', 'put_back'), ('bounce', 'returned')) k (kind, state)
        on k.state = part.state
      group by 1, 2),
  posted as (
    select coalesce(e.decision_id, e.spending_id) as ground_id, e.kind, sum(p.amount_cents) as cents
      from ledger_entry e join posting p on p.entry_id = e.id and p.amount_cents > 0
      where e.batch_id = the_batch group by 1, 2)
  select ground_id, kind, coalesce(expected.cents, 0), coalesce(posted.cents, 0)
    from expected full join posted using (ground_id, kind)
    where coalesce(expected.cents, 0) <> coalesce(posted.cents, 0)
$$;

create function batch_adds_up() returns trigger language plpgsql as $$
declare
  the_batch uuid := case tg_table_name when 'payment_batch' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'batch_id')::uuid end;
begin
  if the_batch is null then return null; end if;
  if exists (select 1 from batch_differences(the_batch)) then
    perform refuse('batch_adds_up', 'the lines of a batch and its entries go together');
  end if;
  return null;
end $$;
create constraint trigger batch_adds_up after insert or update on payment_batch
  deferrable initially deferred for each row execute function batch_adds_up();

-- An entry of a batch moves money of the promise in the fund of that promise, in the name of who composed and who approved.
create function batch_entry_fits() returns trigger language plpgsql as $$
declare
  f fund;
begin
  if new.batch_id is null then return null; end if;
  if not exists (select 1 from payment_batch b where b.id = new.batch_id
                 and b.composed_by_id = new.proposer_id and b.approved_by_id = new.approver_id) then
    perform refuse('batch_entry_fits', 'an entry of a batch is of who composed and who approved it');
  end if;
  select fund.* into f from fund where id = coalesce(
    (select fund_id from decision where id = new.decision_id), (select fund_id from small_spending where id = new.spending_id));
  if not exists (
    select 1 from posting giving join posting getting on getting.entry_id = giving.entry_id and getting.amount_cents = -giving.amount_cents
      where giving.entry_id = new.id and giving.amount_cents < 0
        and giving.account_id = case new.kind when 'payable' then f.committed_account_id when 'bounce' then f.settled_account_id
          else f.payable_account_id end
        and getting.account_id = case new.kind when 'payable' then f.payable_account_id when 'settlement' then f.settled_account_id
          else f.committed_account_id end) then
    perform refuse('batch_entry_fits', 'an entry of a batch moves money of its promise');
  end if;
  if exists (select 1 from batch_differences(new.batch_id)) then
    perform refuse('batch_adds_up', 'the lines of a batch and its entries go together');
  end if;
  return null;
end $$;
create constraint trigger batch_entry_fits after insert on ledger_entry
  deferrable initially deferred for each row execute function batch_entry_fits();
