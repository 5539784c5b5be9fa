-- Ways round the rules on decisions that a review found, closed.

-- ─────────────── rule 2: who stayed out of a decision stays away from its money ───────────────

-- Somebody can say at the table that an interest keeps them out. That stands in the attendance alone, so whoever had said
-- so could still propose or approve what was paid of it.
create or replace function interest_in_decision(the_person uuid, the_decision uuid) returns text language sql stable as $$
  select coalesce(
    interest_in_grant(the_person, d.initiative_id, d.recipient_organisation_id, d.prepared_at),
    (select p.reason from decision_participant p
      where p.decision_id = d.id and p.person_id = the_person and p.part = 'recused' limit 1))
    from decision d where d.id = the_decision
$$;

-- What the attendance says must not keep it from being put right, so here the interest itself counts.
create or replace function participant_without_interest() returns trigger language plpgsql as $$
begin
  if new.part = 'took-part' and exists (
    select 1 from decision d where d.id = new.decision_id
      and interest_in_grant(new.person_id, d.initiative_id, d.recipient_organisation_id, d.prepared_at) is not null) then
    perform refuse('decision_without_interest', 'an interest keeps this person out of the decision');
  end if;
  return new;
end $$;

-- Interests look back to the moment of preparing: without it nobody who will leave an organisation some day would have one.
alter table decision add constraint decision_prepared_at check (origin = 'paper' or prepared_at is not null);

-- ─────────────── a decision goes from prepared to confirmed or discarded, and stays there ───────────────

-- Most rules look at the step from prepared to confirmed. Who came in at the end passed by them.
create function decision_begins_prepared() returns trigger language plpgsql as $$
begin
  if new.origin = 'product' and new.state <> 'prepared' then
    perform refuse('decision_begins_prepared', 'a decision is prepared first');
  end if;
  return new;
end $$;
create trigger decision_begins_prepared before insert on decision
  for each row execute function decision_begins_prepared();

create function discarded_decision_stays() returns trigger language plpgsql as $$
begin
  if old.state = 'discarded' then
    perform refuse('decision_discarded_stays', 'what was laid aside stays as it was: prepare it anew');
  end if;
  return coalesce(new, old);
end $$;
create trigger discarded_decision_stays before update or delete on decision
  for each row execute function discarded_decision_stays();

create or replace function part_of_confirmed_decision_stays() returns trigger language plpgsql as $$
begin
  perform 1 from decision d where d.id in (old.decision_id, new.decision_id) order by d.id for no key update;
  if exists (select 1 from decision where id in (old.decision_id, new.decision_id) and state = 'confirmed') then
    perform refuse('decision_published', 'a published decision does not change: take a new one that replaces it');
  end if;
  if exists (select 1 from decision where id in (old.decision_id, new.decision_id) and state = 'discarded') then
    perform refuse('decision_discarded_stays', 'what was laid aside stays as it was: prepare it anew');
  end if;
  return coalesce(new, old);
end $$;

-- ─────────────── rule 4: a decision takes the place of one on the same plan ───────────────

create function decision_replaces_same_plan() returns trigger language plpgsql as $$
begin
  if new.origin = 'product' and new.replaces_id is not null and not exists (
    select 1 from decision earlier
      where earlier.id = new.replaces_id and earlier.state = 'confirmed' and earlier.initiative_id = new.initiative_id) then
    perform refuse('decision_replaces_same_plan', 'the earlier decision is about something else, or was not published');
  end if;
  return new;
end $$;
create trigger decision_replaces_same_plan before insert or update on decision
  for each row execute function decision_replaces_same_plan();
