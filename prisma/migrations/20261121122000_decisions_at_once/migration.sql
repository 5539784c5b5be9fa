-- What still depended on nobody acting at the same instant, or writing SQL by hand.

-- Rule 2: joining an organisation gives an interest, and did so unseen when it happened while a decision was being
-- confirmed or a review written. Both take a lock per person now: who joins has it alone until the end of the
-- transaction, whoever asks after the interest shares it. So one of the two waits, and the second sees the first.
create function lock_of_interests(the_person uuid) returns bigint language sql immutable as $$
  select hashtextextended('interests:' || the_person::text, 0)
$$;

-- Always in the same order, so that two who hold several never wait for each other in a circle.
create function hold_interests(people uuid[]) returns void language plpgsql as $$
declare
  the_lock bigint;
begin
  for the_lock in
    select distinct lock_of_interests(person) from unnest(people) as person where person is not null order by 1
  loop
    perform pg_advisory_xact_lock_shared(the_lock);
  end loop;
end $$;

create function membership_waits_for_decisions() returns trigger language plpgsql as $$
begin
  -- leaving changes nothing: what counts looks back
  if new.organisation_id is not null and (tg_op = 'INSERT'
     or (new.person_id, new.begins_on) is distinct from (old.person_id, old.begins_on)
     or new.organisation_id is distinct from old.organisation_id
     or coalesce(new.ends_on, 'infinity') > coalesce(old.ends_on, 'infinity')) then
    perform pg_advisory_xact_lock(lock_of_interests(new.person_id));
  end if;
  return new;
end $$;
create trigger membership_waits_for_decisions before insert or update on organisation_member
  for each row execute function membership_waits_for_decisions();
create trigger membership_waits_for_decisions before insert or update on body_membership
  for each row execute function membership_waits_for_decisions();

create or replace function decision_without_interest() returns trigger language plpgsql as $$
begin
  if new.origin = 'product' and new.state <> 'discarded' then
    perform 1 from initiative where id = new.initiative_id for no key update;
    perform hold_interests(array[new.proposer_id, new.confirmer_id] || array(
      select p.person_id from decision_participant p where p.decision_id = new.id and p.part = 'took-part'));
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

create or replace function review_without_interest() returns trigger language plpgsql as $$
declare
  the_initiative uuid;
  the_person uuid;
begin
  select a.person_id, e.initiative_id into the_person, the_initiative
    from review_assignment a join round_entry e on e.id = a.round_entry_id where a.id = new.assignment_id;
  perform 1 from initiative where id = the_initiative for no key update;
  if new.state <> 'set-aside' then
    perform hold_interests(array[the_person]);
    if interest_of(the_person, the_initiative) is not null then
      perform refuse('review_without_interest', 'an interest keeps this person out');
    end if;
    if not exists (select 1 from interest_declaration d where d.person_id = the_person and d.initiative_id = the_initiative) then
      perform refuse('review_after_declaration', 'interests are declared before the dossier opens');
    end if;
  end if;
  return new;
end $$;

-- Rule 2 again: a plan changes hands to another organisation by a new version that says so, never by itself.
create or replace function initiative_origin_is_fixed() returns trigger language plpgsql as $$
begin
  if old.current_version > 0
     and (new.submitter_id is distinct from old.submitter_id or new.created_at is distinct from old.created_at) then
    perform refuse('initiative_origin_fixed', 'who submitted it, and when it began, stays');
  end if;
  if old.current_version > 0 and new.organisation_id is distinct from old.organisation_id and not exists (
    select 1 from initiative_version v
      where v.initiative_id = new.id and v.version = new.current_version and new.current_version > old.current_version
        and v.content ->> 'organisationId' is not distinct from new.organisation_id::text) then
    perform refuse('initiative_origin_fixed', 'the organisation changes with a new version that names it');
  end if;
  return new;
end $$;

-- Rule 1: the opening of a budget is the only entry without two persons, so it may bring money in from outside the
-- programme and do nothing else: never move what a fund holds.
create function opening_comes_from_source() returns trigger language plpgsql as $$
begin
  if exists (select 1 from ledger_entry e where e.id = new.entry_id and e.kind = 'opening')
     and (new.amount_cents < 0) is distinct from
         exists (select 1 from ledger_account a where a.id = new.account_id and a.kind = 'source') then
    perform refuse('opening_from_source', 'an opening takes its money from outside the programme');
  end if;
  return new;
end $$;
create trigger opening_from_source before insert on posting
  for each row execute function opening_comes_from_source();
