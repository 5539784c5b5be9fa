-- A subsidy and an assignment are two things: a subsidy helps somebody do what they want to do, an assignment buys what
-- the programme wants done, and then the law on procurement counts. A reward ('award') is neither. Each decision with
-- money says which it is, and which organisation gets it; null for residents.
alter table decision
  add column instrument text,
  add column recipient_organisation_id uuid references organisation (id);
create index decision_recipient_organisation_id_idx on decision (recipient_organisation_id);

alter table decision
  add constraint decision_instrument check (instrument in ('subsidy', 'assignment', 'award')),
  -- an award that is not given has an instrument too, and no money
  add constraint decision_instrument_of_money check (instrument is null or instrument = 'award' or amount_cents is not null),
  add constraint decision_award_without_plan check (instrument is distinct from 'award' or initiative_id is null),
  add constraint decision_recipient_named check (
    instrument is null or instrument = 'subsidy' or recipient_organisation_id is not null),
  drop constraint decision_subject,
  drop constraint decision_product_subject,
  add constraint decision_subject check (
    case
      when origin = 'paper' then num_nonnulls(initiative_id, actielijn_id) = 1
      when initiative_id is not null then actielijn_id is null
      else coalesce(instrument in ('assignment', 'award'), false)
    end);
-- What was published before this was recorded stays as it is, so older rows are not looked at.
alter table decision add constraint decision_instrument_stated check (
  state <> 'confirmed' or origin = 'paper' or amount_cents is null or instrument is not null) not valid;

-- Whether a person has sat for an organisation, or been a member of it, at any moment since the day before.
create function shares_organisation(the_person uuid, the_organisation uuid, since timestamptz) returns boolean language sql stable as $$
  select exists (
    select 1 from (
      select m.organisation_id, m.begins_on, m.ends_on from organisation_member m where m.person_id = the_person
      union all
      select b.organisation_id, b.begins_on, b.ends_on from body_membership b where b.person_id = the_person
    ) mine
    where mine.organisation_id = the_organisation
      -- a last day before the first: never held
      and (mine.ends_on is null
        or (mine.ends_on >= mine.begins_on and mine.ends_on >= (since at time zone 'Europe/Amsterdam')::date - 1)))
$$;

-- Rule 2 for a decision: an interest in its plan, or in the organisation that gets the money.
create function interest_in_grant(the_person uuid, the_initiative uuid, the_recipient uuid, since timestamptz) returns text language sql stable as $$
  select coalesce(
    interest_of(the_person, the_initiative),
    case when shares_organisation(the_person, the_recipient, since) then 'shared-organisation' end)
$$;

create function interest_in_decision(the_person uuid, the_decision uuid) returns text language sql stable as $$
  select interest_in_grant(the_person, d.initiative_id, d.recipient_organisation_id, d.prepared_at)
    from decision d where d.id = the_decision
$$;

create or replace function decision_without_interest() returns trigger language plpgsql as $$
begin
  if new.origin = 'product' and new.state <> 'discarded' then
    perform 1 from initiative where id = new.initiative_id for no key update;
    perform hold_interests(array[new.proposer_id, new.confirmer_id] || array(
      select p.person_id from decision_participant p where p.decision_id = new.id and p.part = 'took-part'));
    if interest_in_grant(new.proposer_id, new.initiative_id, new.recipient_organisation_id, new.prepared_at) is not null
       or interest_in_grant(new.confirmer_id, new.initiative_id, new.recipient_organisation_id, new.prepared_at) is not null then
      perform refuse('decision_without_interest', 'an interest keeps this person out of the decision');
    end if;
    -- interests can arise between preparing and confirming
    if new.state = 'confirmed' and exists (
      select 1 from decision_participant p
        where p.decision_id = new.id and p.part = 'took-part'
          and interest_in_grant(p.person_id, new.initiative_id, new.recipient_organisation_id, new.prepared_at) is not null) then
      perform refuse('decision_without_interest', 'a participant has an interest by now');
    end if;
  end if;
  return new;
end $$;

create or replace function participant_without_interest() returns trigger language plpgsql as $$
begin
  if new.part = 'took-part' and interest_in_decision(new.person_id, new.decision_id) is not null then
    perform refuse('decision_without_interest', 'an interest keeps this person out of the decision');
  end if;
  return new;
end $$;

create or replace function budget_change_is_without_interest() returns trigger language plpgsql as $$
begin
  if new.decision_id is null or new.state = 'withdrawn' then return new; end if;
  -- declarations wait for this row, memberships for the locks of these people
  perform 1 from initiative i join decision d on d.initiative_id = i.id where d.id = new.decision_id for no key update of i;
  perform hold_interests(array[new.proposer_id, new.approver_id]);
  if (tg_op = 'INSERT' and interest_in_decision(new.proposer_id, new.decision_id) is not null)
     or (new.approver_id is not null and interest_in_decision(new.approver_id, new.decision_id) is not null)
     or (new.state = 'approved' and interest_in_decision(new.proposer_id, new.decision_id) is not null) then
    perform refuse('budget_change_without_interest', 'an interest keeps this person away from the money of the plan');
  end if;
  return new;
end $$;
