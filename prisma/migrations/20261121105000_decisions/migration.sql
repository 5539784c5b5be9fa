-- Preparing a decision: what is typed is kept, one proposal at a time lies open, and what is laid aside stays to be seen.

-- What a preparer typed and did not lay before a confirmer yet; any shape that the form understands.
create table decision_draft (
  initiative_id uuid not null constraint decision_draft_initiative_id_fkey references initiative (id) on delete cascade on update cascade,
  person_id uuid not null constraint decision_draft_person_id_fkey references person (id) on delete cascade on update cascade,
  fields jsonb not null,
  saved_at timestamptz not null,
  constraint decision_draft_pkey primary key (initiative_id, person_id)
);

alter table decision
  -- why another amount is granted than was asked
  add column amount_note text not null default '',
  add column discarded_by_id uuid constraint decision_discarded_by_id_fkey references person (id) on delete restrict on update cascade,
  add column discarded_at timestamptz,
  add column discard_reason text;

alter table decision drop constraint decision_state,
  add constraint decision_state check (state in ('prepared', 'confirmed', 'discarded')),
  add constraint decision_discarded_complete check (
    (state = 'discarded') = (discarded_at is not null and discarded_by_id is not null and char_length(coalesce(discard_reason, '')) > 0)),
  -- what was laid aside replaces nothing
  add constraint decision_discarded_frees check (state <> 'discarded' or (replaces_id is null and number is null)),
  add constraint decision_number check (number ~ '^[0-9]{4}-[0-9]{4,}$');

-- two proposals for one initiative would wait for two confirmers
create unique index decision_one_prepared on decision (initiative_id) where state = 'prepared';

-- A plan that asks no money can be agreed to without any; amount and fund go together.
alter table decision drop constraint decision_grant_complete,
  add constraint decision_grant_complete check (origin = 'paper' or outcome <> 'grant' or num_nonnulls(amount_cents, fund_id) in (0, 2));

create or replace function grant_has_commitment() returns trigger language plpgsql as $$
declare
  d decision;
begin
  if tg_table_name = 'decision' then
    select * into d from decision where id = new.id;
    if d.amount_cents is null then return null; end if;
  else
    if new.kind <> 'commitment' then return null; end if;
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

-- Money of a body is granted by that body.
create function fund_of_own_body() returns trigger language plpgsql as $$
begin
  if new.fund_id is not null and not exists (select 1 from fund where id = new.fund_id and body_id = new.body_id) then
    perform refuse('decision_fund_of_body', 'the fund belongs to another body');
  end if;
  return new;
end $$;
create trigger decision_fund_of_body before insert or update on decision
  for each row execute function fund_of_own_body();

-- As before, and a proposal can be laid aside by whom an interest keeps out of deciding.
create or replace function decision_without_interest() returns trigger language plpgsql as $$
begin
  if new.origin = 'product' and new.state <> 'discarded' then
    perform 1 from initiative where id = new.initiative_id for no key update;
    if interest_of(new.proposer_id, new.initiative_id) is not null
       or (new.confirmer_id is not null and interest_of(new.confirmer_id, new.initiative_id) is not null) then
      perform refuse('decision_without_interest', 'an interest keeps this person out of the decision');
    end if;
    -- interests can arise between preparing and confirming
    if new.state = 'confirmed' and exists (
      select 1 from decision_participant p
        where p.decision_id = new.id and p.part = 'took-part' and interest_of(p.person_id, new.initiative_id) is not null) then
      perform refuse('decision_without_interest', 'a participant has an interest by now');
    end if;
  end if;
  return new;
end $$;

-- A consent with an objection that nobody answered is no consent.
create function consent_is_met() returns trigger language plpgsql as $$
begin
  if new.state = 'confirmed' and new.method = 'consent' and exists (
    select 1 from decision_objection o where o.decision_id = new.id and btrim(o.answer) = '') then
    perform refuse('decision_objection_unmet', 'an objection was not met');
  end if;
  return new;
end $$;
create trigger decision_consent_is_met before insert or update on decision
  for each row execute function consent_is_met();
