-- Small spendings of a wijkalliantie: by consent of its members, as a second ground for a commitment beside a decision.

-- AlterTable
ALTER TABLE "body_membership" ADD COLUMN     "household" TEXT;

-- AlterTable
ALTER TABLE "budget_change" ADD COLUMN     "spending_id" UUID;

-- AlterTable
ALTER TABLE "ledger_entry" ADD COLUMN     "spending_id" UUID;

-- CreateTable
CREATE TABLE "small_spending" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "number" TEXT,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "what" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "payee_kind" TEXT NOT NULL,
    "payee_name" TEXT NOT NULL DEFAULT '',
    "payee_organisation_id" UUID,
    "initiative_id" UUID,
    "proposer_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "revised_at" TIMESTAMPTZ NOT NULL,
    "closes_on" DATE NOT NULL,
    "confirmer_id" UUID,
    "confirmed_at" TIMESTAMPTZ,
    "withdrawn_at" TIMESTAMPTZ,
    "withdraw_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "small_spending_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spending_answer" (
    "id" UUID NOT NULL,
    "spending_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ NOT NULL,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "spending_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spending_counter" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "spending_counter_pkey" PRIMARY KEY ("year")
);

-- CreateIndex
CREATE UNIQUE INDEX "small_spending_number_key" ON "small_spending"("number");

-- CreateIndex
CREATE INDEX "small_spending_body_id_state_idx" ON "small_spending"("body_id", "state");

-- CreateIndex
CREATE INDEX "small_spending_fund_id_idx" ON "small_spending"("fund_id");

-- CreateIndex
CREATE INDEX "small_spending_initiative_id_idx" ON "small_spending"("initiative_id");

-- CreateIndex
CREATE UNIQUE INDEX "spending_answer_sequence_key" ON "spending_answer"("sequence");

-- CreateIndex
CREATE INDEX "spending_answer_spending_id_revision_idx" ON "spending_answer"("spending_id", "revision");

-- CreateIndex
CREATE INDEX "spending_answer_person_id_idx" ON "spending_answer"("person_id");

-- CreateIndex
CREATE INDEX "budget_change_spending_id_idx" ON "budget_change"("spending_id");

-- CreateIndex
CREATE INDEX "ledger_entry_spending_id_idx" ON "ledger_entry"("spending_id");

-- AddForeignKey
ALTER TABLE "budget_change" ADD CONSTRAINT "budget_change_spending_id_fkey" FOREIGN KEY ("spending_id") REFERENCES "small_spending"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_spending_id_fkey" FOREIGN KEY ("spending_id") REFERENCES "small_spending"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "small_spending" ADD CONSTRAINT "small_spending_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "small_spending" ADD CONSTRAINT "small_spending_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "small_spending" ADD CONSTRAINT "small_spending_payee_organisation_id_fkey" FOREIGN KEY ("payee_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "small_spending" ADD CONSTRAINT "small_spending_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "small_spending" ADD CONSTRAINT "small_spending_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "small_spending" ADD CONSTRAINT "small_spending_confirmer_id_fkey" FOREIGN KEY ("confirmer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spending_answer" ADD CONSTRAINT "spending_answer_spending_id_fkey" FOREIGN KEY ("spending_id") REFERENCES "small_spending"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spending_answer" ADD CONSTRAINT "spending_answer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── households ───────────────

alter table body_membership add constraint body_membership_household
  check (household is null or char_length(btrim(household)) between 1 and 60);

-- Who sits in a wijkalliantie on a day, and as what they count: an organisation, a household, or themselves.
create function alliance_seats(the_body uuid, the_day date) returns table (person_id uuid, seat text) language sql stable as $$
  select distinct on (m.person_id) m.person_id,
    case
      when m.organisation_id is not null then 'organisation:' || m.organisation_id
      when m.household is not null then 'household:' || lower(regexp_replace(btrim(m.household), '\s+', ' ', 'g'))
      else 'person:' || m.person_id
    end
  from body_membership m join person p on p.id = m.person_id
  where m.body_id = the_body and m.role in ('member', 'chair', 'budget_holder') and p.deleted_at is null
    and m.begins_on <= the_day and (m.ends_on is null or m.ends_on >= the_day)
  order by m.person_id, m.organisation_id nulls last, m.household nulls last, m.id
$$;

-- ─────────────── small spendings ───────────────

alter table small_spending
  add constraint spending_state check (state in ('proposed', 'confirmed', 'withdrawn')),
  add constraint spending_amount check (amount_cents > 0),
  add constraint spending_texts check (char_length(btrim(what)) between 1 and 120 and char_length(btrim(why)) between 1 and 2000),
  add constraint spending_payee check (case payee_kind
    when 'organisation' then payee_organisation_id is not null and payee_name = ''
    when 'shop' then payee_organisation_id is null and char_length(btrim(payee_name)) between 1 and 80
    when 'resident' then payee_organisation_id is null and payee_name = ''
    else false end),
  add constraint spending_number check (number ~ '^K[0-9]{4}-[0-9]{4,}$'),
  -- rule 1
  add constraint spending_two_persons check (confirmer_id is null or confirmer_id <> proposer_id),
  add constraint spending_confirmed_complete check (
    (state = 'confirmed') = (num_nonnulls(number, confirmer_id, confirmed_at) = 3) and (state = 'confirmed' or num_nonnulls(number, confirmer_id, confirmed_at) = 0)),
  add constraint spending_withdrawn_complete check (
    (state = 'withdrawn') = (withdrawn_at is not null) and (state <> 'withdrawn' or char_length(btrim(withdraw_reason)) between 1 and 2000));

alter table spending_answer
  add constraint spending_answer_kind check (answer in ('consent', 'objection', 'withdrawn', 'interest')),
  add constraint spending_answer_reason check (char_length(reason) <= 2000 and (answer <> 'objection' or char_length(btrim(reason)) > 0));

-- What the programme chose; the product starts with the same amount (app/modules/programme/setting.ts).
create function small_spending_threshold() returns bigint language sql stable as $$
  select coalesce((select (value ->> 'thresholdCents')::bigint from programme_setting where key = 'small-spending'), 50000)
$$;

-- The interest of a person in a small spending, or null. As for initiatives, a membership counts that ran at any moment
-- since the spending was proposed, so that leaving does not help.
create function spending_interest_of(the_person uuid, the_spending uuid) returns text language sql stable as $$
  select kind from (
    select 'declared' as kind, 1 as rank from spending_answer a
      where a.spending_id = the_spending and a.person_id = the_person and a.answer = 'interest'
    union all
    select 'proposer', 2 from small_spending s where s.id = the_spending and s.proposer_id = the_person
    union all
    select interest_of(the_person, s.initiative_id), 3 from small_spending s
      where s.id = the_spending and s.initiative_id is not null
    union all
    select 'shared-organisation', 4
      from small_spending s
        cross join lateral (
          select m.organisation_id, m.begins_on, m.ends_on from organisation_member m where m.person_id = the_person
          union all
          select b.organisation_id, b.begins_on, b.ends_on from body_membership b
            where b.person_id = the_person and b.organisation_id is not null
        ) mine
      where s.id = the_spending and mine.organisation_id = s.payee_organisation_id
        and (mine.ends_on is null
          or (mine.ends_on >= mine.begins_on
            and mine.ends_on >= (s.proposed_at at time zone 'Europe/Amsterdam')::date - 1))
  ) found where kind is not null order by rank limit 1
$$;

-- The last answer of each person to a revision.
create function spending_answers_of(the_spending uuid, the_revision int) returns table (person_id uuid, answer text) language sql stable as $$
  select distinct on (a.person_id) a.person_id, a.answer from spending_answer a
    where a.spending_id = the_spending and a.revision = the_revision order by a.person_id, a.sequence desc
$$;

-- A member answers what is proposed now. The row of the spending is locked, so that an objection at the instant of
-- confirming comes before it and stops it, or after it and is told that it came too late.
create function spending_answer_fits() returns trigger language plpgsql as $$
declare
  s small_spending;
begin
  select * into s from small_spending where id = new.spending_id for no key update;
  if s.state <> 'proposed' then
    perform refuse('spending_closed', 'this spending was decided');
  end if;
  if new.revision <> s.revision then
    perform refuse('spending_revision', 'the proposal was changed: answer it as it is now');
  end if;
  if not exists (select 1 from alliance_seats(s.body_id, (new.answered_at at time zone 'Europe/Amsterdam')::date) t
                 where t.person_id = new.person_id) then
    perform refuse('spending_answer_of_member', 'members of the wijkalliantie answer');
  end if;
  perform hold_interests(array[new.person_id]);
  if new.answer in ('consent', 'objection') and spending_interest_of(new.person_id, s.id) is not null then
    perform refuse('spending_without_interest', 'an interest keeps this person out');
  end if;
  if new.answer = 'withdrawn' and not exists (
    select 1 from spending_answers_of(s.id, s.revision) t where t.person_id = new.person_id and t.answer = 'objection') then
    perform refuse('spending_no_objection', 'there is no objection to take back');
  end if;
  return new;
end $$;
create trigger spending_answer_fits before insert on spending_answer
  for each row execute function spending_answer_fits();
create trigger spending_answer_append_only before update or delete on spending_answer
  for each row execute function record_is_append_only();
create trigger spending_answer_no_truncate before truncate on spending_answer
  for each statement execute function record_is_append_only();

-- A small spending is proposed by a member from money of the wijkalliantie, changes only as a new revision, and is
-- confirmed only when it was agreed to: at most the threshold, three consents out of two households or organisations,
-- no open objection, and everybody answered or the period is over.
create function spending_keeps_its_rules() returns trigger language plpgsql as $$
declare
  s small_spending := new;
  the_day date;
  persons int;
  seats int;
begin
  if not exists (select 1 from body where id = s.body_id and kind = 'wijkalliantie') then
    perform refuse('spending_of_wijkalliantie', 'only a wijkalliantie has small spendings');
  end if;
  if not exists (select 1 from fund where id = s.fund_id and body_id = s.body_id) then
    perform refuse('spending_fund_of_body', 'the fund belongs to another body');
  end if;
  if s.initiative_id is not null and not exists (select 1 from initiative where id = s.initiative_id and stage <> 'draft') then
    perform refuse('spending_initiative_public', 'this plan was not submitted');
  end if;
  if tg_op = 'INSERT' then
    if s.state <> 'proposed' or s.revision <> 1 then
      perform refuse('spending_begins_proposed', 'a small spending begins as a proposal');
    end if;
    if not exists (select 1 from alliance_seats(s.body_id, (s.proposed_at at time zone 'Europe/Amsterdam')::date) t
                   where t.person_id = s.proposer_id) then
      perform refuse('spending_proposer_member', 'members of the wijkalliantie propose');
    end if;
    return new;
  end if;
  if old.state <> 'proposed' then
    perform refuse('spending_closed', 'what was decided stays as it is');
  end if;
  if (s.id, s.body_id, s.proposer_id, s.proposed_at) is distinct from (old.id, old.body_id, old.proposer_id, old.proposed_at) then
    perform refuse('spending_closed', 'who proposed it, where and when, stays');
  end if;
  if s.revision = old.revision + 1 and s.state = 'proposed' then
    return new;
  end if;
  if (to_jsonb(s) - '{state,number,confirmer_id,confirmed_at,withdrawn_at,withdraw_reason}'::text[])
     is distinct from (to_jsonb(old) - '{state,number,confirmer_id,confirmed_at,withdrawn_at,withdraw_reason}'::text[]) then
    perform refuse('spending_revision', 'another proposal is another revision, on which members answer anew');
  end if;
  if s.state <> 'confirmed' then
    return new;
  end if;

  the_day := (s.confirmed_at at time zone 'Europe/Amsterdam')::date;
  perform hold_interests(array[s.proposer_id, s.confirmer_id] || array(
    select t.person_id from spending_answers_of(s.id, s.revision) t));
  if s.amount_cents > small_spending_threshold() then
    perform refuse('spending_above_threshold', 'more than the programme lets a wijkalliantie spend this way');
  end if;
  if spending_interest_of(s.confirmer_id, s.id) is not null then
    perform refuse('spending_without_interest', 'an interest keeps this person from confirming');
  end if;
  if not exists (select 1 from alliance_seats(s.body_id, the_day) t where t.person_id = s.confirmer_id)
     and not exists (
       select 1 from body_membership m join body b on b.id = m.body_id
       where m.person_id = s.confirmer_id and m.role = 'budget_holder' and b.kind = 'programme'
         and m.begins_on <= the_day and (m.ends_on is null or m.ends_on >= the_day)) then
    perform refuse('spending_confirmer_seat', 'a member or a budget holder confirms');
  end if;
  if exists (select 1 from spending_answers_of(s.id, s.revision) t where t.answer = 'objection') then
    perform refuse('spending_objection_unmet', 'an objection is open');
  end if;
  select count(*), count(distinct t.seat) into persons, seats
    from alliance_seats(s.body_id, the_day) t join spending_answers_of(s.id, s.revision) a on a.person_id = t.person_id
    where a.answer = 'consent' and spending_interest_of(t.person_id, s.id) is null;
  if persons < 3 or seats < 2 then
    perform refuse('spending_consents', 'three members of two households or organisations must consent');
  end if;
  if the_day <= s.closes_on and exists (
    select 1 from alliance_seats(s.body_id, the_day) t
    where spending_interest_of(t.person_id, s.id) is null
      and not exists (select 1 from spending_answers_of(s.id, s.revision) a
                      where a.person_id = t.person_id and a.answer = 'consent')) then
    perform refuse('spending_period', 'members can still answer');
  end if;
  return new;
end $$;
create trigger spending_keeps_its_rules before insert or update on small_spending
  for each row execute function spending_keeps_its_rules();

create function spending_is_record() returns trigger language plpgsql as $$
begin
  perform refuse('spending_closed', 'a proposed spending stays on record: withdraw it');
  return null;
end $$;
create trigger spending_stays before delete on small_spending
  for each row execute function spending_is_record();
create trigger spending_no_truncate before truncate on small_spending
  for each statement execute function spending_is_record();

-- ─────────────── the ledger knows two grounds for a commitment ───────────────

-- What is promised, given back or paid follows from exactly one decision or one small spending.
alter table ledger_entry drop constraint ledger_entry_commitment,
  add constraint ledger_entry_commitment check (
    kind not in ('commitment', 'release', 'payment') or num_nonnulls(decision_id, spending_id) = 1),
  add constraint ledger_entry_one_ground check (num_nonnulls(decision_id, spending_id) <= 1);
create unique index ledger_entry_one_spending_commitment on ledger_entry (spending_id) where kind = 'commitment';

create or replace function grant_has_commitment() returns trigger language plpgsql as $$
declare
  d decision;
begin
  if tg_table_name = 'decision' then
    select * into d from decision where id = new.id;
    if d.amount_cents is null then return null; end if;
  else
    -- of a small spending: see spending_has_commitment
    if new.kind <> 'commitment' or new.spending_id is not null then return null; end if;
    select * into d from decision where id = new.decision_id;
    if d.id is null or d.state <> 'confirmed' or d.outcome <> 'grant' or d.amount_cents is null then
      perform refuse('commitment_has_decision', 'a commitment needs a confirmed grant');
    end if;
  end if;
  if d.state = 'confirmed' and d.origin = 'product' and d.outcome = 'grant' and not exists (
    select 1 from ledger_entry e join fund f on f.id = d.fund_id
      join posting c on c.entry_id = e.id and c.account_id = f.committed_account_id and c.amount_cents = d.amount_cents
      join posting a on a.entry_id = e.id and a.account_id = f.available_account_id and a.amount_cents = -d.amount_cents
      where e.decision_id = d.id and e.kind = 'commitment'
        and e.proposer_id = d.proposer_id and e.approver_id = d.confirmer_id) then
    perform refuse('grant_has_commitment', 'a grant and its commitment go together');
  end if;
  return null;
end $$;

-- Checked at commit: a confirmed small spending has its commitment, of the same amount, fund and persons, and nothing else has one.
create function spending_has_commitment() returns trigger language plpgsql as $$
declare
  s small_spending;
begin
  if tg_table_name = 'small_spending' then
    select * into s from small_spending where id = (to_jsonb(new) ->> 'id')::uuid;
    if s.state <> 'confirmed' then return null; end if;
  else
    if to_jsonb(new) ->> 'kind' <> 'commitment' or to_jsonb(new) ->> 'spending_id' is null then return null; end if;
    select * into s from small_spending where id = (to_jsonb(new) ->> 'spending_id')::uuid;
    if s.state <> 'confirmed' then
      perform refuse('commitment_has_spending', 'a commitment needs a confirmed spending');
    end if;
  end if;
  if not exists (
    select 1 from ledger_entry e join fund f on f.id = s.fund_id
      join posting c on c.entry_id = e.id and c.account_id = f.committed_account_id and c.amount_cents = s.amount_cents
      join posting a on a.entry_id = e.id and a.account_id = f.available_account_id and a.amount_cents = -s.amount_cents
      where e.spending_id = s.id and e.kind = 'commitment'
        and e.proposer_id = s.proposer_id and e.approver_id = s.confirmer_id
        and (select count(*) from posting where entry_id = e.id) = 2) then
    perform refuse('spending_has_commitment', 'a spending and its commitment go together');
  end if;
  return null;
end $$;
create constraint trigger spending_has_commitment after insert or update on small_spending
  deferrable initially deferred for each row execute function spending_has_commitment();
create constraint trigger commitment_has_spending after insert on ledger_entry
  deferrable initially deferred for each row execute function spending_has_commitment();

create or replace function commitment_covers_release() returns trigger language plpgsql as $$
declare
  e ledger_entry;
begin
  if new.amount_cents > 0 then return null; end if;
  if not exists (select 1 from ledger_account where id = new.account_id and kind = 'committed') then return null; end if;
  select * into e from ledger_entry where id = new.entry_id;
  if (e.decision_id is not null and (
        select sum(p.amount_cents) from posting p join ledger_entry other on other.id = p.entry_id
        where other.decision_id = e.decision_id and p.account_id = new.account_id) < 0)
     or (e.spending_id is not null and (
        select sum(p.amount_cents) from posting p join ledger_entry other on other.id = p.entry_id
        where other.spending_id = e.spending_id and p.account_id = new.account_id) < 0) then
    perform refuse('commitment_not_overdrawn', 'less was committed by this decision or spending');
  end if;
  return null;
end $$;

alter table budget_change drop constraint budget_change_shape,
  add constraint budget_change_shape check (case kind
    when 'pledge' then num_nonnulls(money_source_id) = 1 and num_nonnulls(from_fund_id, to_fund_id, decision_id, spending_id, corrects_id) = 0
    when 'pledge-lowered' then num_nonnulls(money_source_id) = 1 and num_nonnulls(from_fund_id, to_fund_id, decision_id, spending_id, corrects_id) = 0
    when 'overprogramming' then num_nonnulls(money_source_id) = 1 and num_nonnulls(from_fund_id, to_fund_id, decision_id, spending_id, corrects_id) = 0
    when 'budget' then num_nonnulls(to_fund_id) = 1 and num_nonnulls(money_source_id, from_fund_id, decision_id, spending_id, corrects_id) = 0
    when 'return' then num_nonnulls(from_fund_id) = 1 and num_nonnulls(money_source_id, to_fund_id, decision_id, spending_id, corrects_id) = 0
    when 'move' then num_nonnulls(from_fund_id, to_fund_id) = 2 and from_fund_id <> to_fund_id
      and num_nonnulls(money_source_id, decision_id, spending_id, corrects_id) = 0
    when 'correction' then num_nonnulls(corrects_id) = 1 and num_nonnulls(money_source_id, from_fund_id, to_fund_id) = 0
      and num_nonnulls(decision_id, spending_id) <= 1
    else num_nonnulls(from_fund_id) = 1 and num_nonnulls(decision_id, spending_id) = 1
      and num_nonnulls(money_source_id, to_fund_id, corrects_id) = 0 end);

create or replace function budget_change_fits() returns trigger language plpgsql as $$
begin
  if new.kind = 'move' and (select count(distinct money_source_id) from fund where id in (new.from_fund_id, new.to_fund_id)) <> 1 then
    perform refuse('budget_change_one_source', 'money moves between lines of the same source');
  end if;
  if new.kind in ('release', 'payment') and not exists (
    select 1 from decision where id = new.decision_id and state = 'confirmed' and fund_id = new.from_fund_id
    union all
    select 1 from small_spending where id = new.spending_id and state = 'confirmed' and fund_id = new.from_fund_id) then
    perform refuse('budget_change_of_decision', 'the decision or spending gave no money from this fund');
  end if;
  if new.kind = 'correction' and not exists (select 1 from ledger_entry e where e.id = new.corrects_id
      and e.kind not in ('commitment', 'correction', 'opening') and e.decision_id is not distinct from new.decision_id
      and e.spending_id is not distinct from new.spending_id
      and (select sum(amount_cents) from posting where entry_id = e.id and amount_cents > 0) = new.amount_cents) then
    perform refuse('budget_change_corrects', 'only the whole of a change can be undone; release a commitment instead');
  end if;
  return new;
end $$;

-- Beside change_has_entry, checked at commit: the entry of a change belongs to the same small spending.
create function change_has_spending() returns trigger language plpgsql as $$
begin
  if new.change_id is not null and exists (
    select 1 from budget_change c where c.id = new.change_id and c.spending_id is distinct from new.spending_id) then
    perform refuse('change_has_entry', 'the entry belongs to another spending than the change');
  end if;
  return null;
end $$;
create constraint trigger change_has_spending after insert on ledger_entry
  deferrable initially deferred for each row execute function change_has_spending();
