-- Rules 4 and 5: nothing is erased from the record, and what was published stays what it was.

create function record_is_append_only() returns trigger language plpgsql as $$
begin
  perform refuse('record_append_only', format('%s is append-only', tg_table_name));
  return null;
end $$;

create trigger initiative_version_append_only before update or delete on initiative_version
  for each row execute function record_is_append_only();
create trigger initiative_version_no_truncate before truncate on initiative_version
  for each statement execute function record_is_append_only();
create trigger initiative_event_append_only before update or delete on initiative_event
  for each row execute function record_is_append_only();
create trigger initiative_event_no_truncate before truncate on initiative_event
  for each statement execute function record_is_append_only();
create trigger interest_declaration_append_only before update or delete on interest_declaration
  for each row execute function record_is_append_only();
create trigger interest_declaration_no_truncate before truncate on interest_declaration
  for each statement execute function record_is_append_only();

-- What was submitted once is never removed; a draft may be.
create function submitted_initiative_stays() returns trigger language plpgsql as $$
begin
  if old.current_version > 0 or old.stage <> 'draft' then
    perform refuse('record_append_only', 'a submitted initiative stays in the record');
  end if;
  return old;
end $$;
create trigger submitted_initiative_stays before delete on initiative
  for each row execute function submitted_initiative_stays();

-- A frozen version of criteria does not change.
create function criteria_version_is_frozen() returns trigger language plpgsql as $$
begin
  if old.frozen_at is not null then
    perform refuse('criteria_frozen', 'this version of the criteria is in use');
  end if;
  return coalesce(new, old);
end $$;
create trigger criteria_version_frozen before update or delete on criteria_version
  for each row execute function criteria_version_is_frozen();

create function criterion_is_frozen() returns trigger language plpgsql as $$
begin
  if exists (select 1 from criteria_version v
             where v.id in (old.criteria_version_id, new.criteria_version_id) and v.frozen_at is not null) then
    perform refuse('criteria_frozen', 'this version of the criteria is in use');
  end if;
  return coalesce(new, old);
end $$;
create trigger criterion_frozen before insert or update or delete on criterion
  for each row execute function criterion_is_frozen();

-- A round and a decision use frozen criteria only.
create function criteria_must_be_frozen() returns trigger language plpgsql as $$
begin
  if new.criteria_version_id is not null and not exists (
    select 1 from criteria_version v where v.id = new.criteria_version_id and v.frozen_at is not null) then
    perform refuse('criteria_not_frozen', 'freeze the criteria before using them');
  end if;
  return new;
end $$;
create trigger round_criteria_frozen before insert or update on round
  for each row execute function criteria_must_be_frozen();
create trigger decision_criteria_frozen before insert or update on decision
  for each row execute function criteria_must_be_frozen();

-- A round never changes its criteria, and a closed round does not change at all.
create function closed_round_stays() returns trigger language plpgsql as $$
begin
  if old.state = 'closed' or (tg_op = 'UPDATE' and new.criteria_version_id <> old.criteria_version_id) then
    perform refuse('round_closed', 'a closed round does not change');
  end if;
  return coalesce(new, old);
end $$;
create trigger closed_round_stays before update or delete on round
  for each row execute function closed_round_stays();

create function round_is_open(the_entry uuid) returns boolean language sql stable as $$
  select r.state = 'open' from round_entry e join round r on r.id = e.round_id where e.id = the_entry
$$;

create function round_entry_while_open() returns trigger language plpgsql as $$
begin
  if exists (select 1 from round where id = coalesce(new.round_id, old.round_id) and state <> 'open') then
    perform refuse('round_closed', 'the round is closed');
  end if;
  return coalesce(new, old);
end $$;
create trigger round_entry_while_open before insert or update or delete on round_entry
  for each row execute function round_entry_while_open();

create function assignment_while_open() returns trigger language plpgsql as $$
begin
  if not round_is_open(coalesce(new.round_entry_id, old.round_entry_id)) then
    perform refuse('round_closed', 'the round is closed');
  end if;
  return coalesce(new, old);
end $$;
create trigger assignment_while_open before insert or update or delete on review_assignment
  for each row execute function assignment_while_open();

-- A submitted review stays; it can only be set aside by a later interest. Closing locks the round's row, so that a
-- review cannot slip in behind it.
create function review_while_open() returns trigger language plpgsql as $$
declare
  the_state text;
begin
  if tg_op = 'UPDATE' and new.state = 'set-aside' and old.state <> 'set-aside' then
    return new;
  end if;
  if tg_op <> 'INSERT' and old.state <> 'draft' then
    perform refuse('review_submitted', 'a submitted review does not change');
  end if;
  select r.state into the_state from review_assignment a
    join round_entry e on e.id = a.round_entry_id join round r on r.id = e.round_id
    where a.id = coalesce(new.assignment_id, old.assignment_id) for share of r;
  if the_state <> 'open' then
    perform refuse('round_closed', 'the round is closed');
  end if;
  return coalesce(new, old);
end $$;
create trigger review_while_open before insert or update or delete on review
  for each row execute function review_while_open();

create function score_while_draft() returns trigger language plpgsql as $$
declare
  the_review uuid := coalesce(new.review_id, old.review_id);
begin
  if not exists (select 1 from review where id = the_review and state = 'draft') then
    perform refuse('review_submitted', 'a submitted review does not change');
  end if;
  if tg_op <> 'DELETE' then
    if not exists (
      select 1 from review r join review_assignment a on a.id = r.assignment_id join round_entry e on e.id = a.round_entry_id
        join round d on d.id = e.round_id join criterion c on c.criteria_version_id = d.criteria_version_id
        where r.id = new.review_id and c.id = new.criterion_id
          and (new.points is null or new.points between 0 and array_length(c.scale, 1) - 1)) then
      perform refuse('score_in_scale', 'the score is not on the scale of this round''s criteria');
    end if;
  end if;
  return coalesce(new, old);
end $$;
create trigger score_while_draft before insert or update or delete on review_score
  for each row execute function score_while_draft();

-- A review is handed in complete: every criterion of the round has a score or 'cannot judge', each with a reason.
create function review_is_complete() returns trigger language plpgsql as $$
begin
  if new.state = 'submitted' and old.state = 'draft' and exists (
    select 1 from review_assignment a join round_entry e on e.id = a.round_entry_id join round d on d.id = e.round_id
      join criterion c on c.criteria_version_id = d.criteria_version_id
      left join review_score s on s.review_id = new.id and s.criterion_id = c.id
      where a.id = new.assignment_id and (s.review_id is null or btrim(s.reason) = '')) then
    perform refuse('review_complete', 'every criterion needs a score or an abstention, with a reason');
  end if;
  return new;
end $$;
create trigger review_is_complete before update on review
  for each row execute function review_is_complete();

-- A confirmed decision and everything under it stays as it was published. A decision is discarded only while prepared.
create function confirmed_decision_stays() returns trigger language plpgsql as $$
begin
  if old.state = 'confirmed' then
    perform refuse('decision_published', 'a published decision does not change: take a new one that replaces it');
  end if;
  return coalesce(new, old);
end $$;
create trigger confirmed_decision_stays before update or delete on decision
  for each row execute function confirmed_decision_stays();
create trigger decision_no_truncate before truncate on decision
  for each statement execute function record_is_append_only();

create function part_of_confirmed_decision_stays() returns trigger language plpgsql as $$
begin
  if exists (select 1 from decision where id in (old.decision_id, new.decision_id) and state = 'confirmed') then
    perform refuse('decision_published', 'a published decision does not change: take a new one that replaces it');
  end if;
  return coalesce(new, old);
end $$;
create trigger decision_criterion_stays before insert or update or delete on decision_criterion
  for each row execute function part_of_confirmed_decision_stays();
create trigger decision_participant_stays before insert or update or delete on decision_participant
  for each row execute function part_of_confirmed_decision_stays();
create trigger decision_objection_stays before insert or update or delete on decision_objection
  for each row execute function part_of_confirmed_decision_stays();

-- Checked at commit: a confirmed grant of this product has its commitment, of the same amount, on the fund it names;
-- and a commitment belongs to such a decision, by the same two persons.
create function grant_has_commitment() returns trigger language plpgsql as $$
declare
  d decision;
begin
  if tg_table_name = 'decision' then
    select * into d from decision where id = new.id;
  else
    if new.kind <> 'commitment' then return null; end if;
    select * into d from decision where id = new.decision_id;
    if d.id is null or d.state <> 'confirmed' or d.outcome <> 'grant' then
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
create constraint trigger grant_has_commitment after insert or update on decision
  deferrable initially deferred for each row execute function grant_has_commitment();
create constraint trigger commitment_has_decision after insert on ledger_entry
  deferrable initially deferred for each row execute function grant_has_commitment();
