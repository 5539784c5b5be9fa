-- Rule 2: an interest keeps you out, whatever the page or the request says.

create function today_in_amsterdam() returns date language sql stable as $$
  select (now() at time zone 'Europe/Amsterdam')::date
$$;

-- The interest of a person in an initiative, or null. Declared by the person, or known to the product:
-- who submitted it, and who belongs to (or sits in a body for) an organisation that submits or is partner.
create function interest_of(the_person uuid, the_initiative uuid) returns text language sql stable as $$
  select kind from (
    select d.kind, 1 as rank from interest_declaration d
      where d.person_id = the_person and d.initiative_id = the_initiative and d.kind <> 'none'
    union all
    select 'own', 2 from initiative i where i.id = the_initiative and i.submitter_id = the_person
    union all
    select 'shared-organisation', 3
      from (
        select m.organisation_id from organisation_member m
          where m.person_id = the_person and (m.ends_on is null or m.ends_on >= today_in_amsterdam())
        union
        select b.organisation_id from body_membership b
          where b.person_id = the_person and b.organisation_id is not null
            and (b.ends_on is null or b.ends_on >= today_in_amsterdam())
      ) mine
      where mine.organisation_id in (
        select i.organisation_id from initiative i where i.id = the_initiative
        union
        select p.organisation_id from initiative_partner p where p.initiative_id = the_initiative)
  ) found order by rank limit 1
$$;

create function initiative_of_assignment(the_assignment uuid) returns uuid language sql stable as $$
  select e.initiative_id from review_assignment a join round_entry e on e.id = a.round_entry_id where a.id = the_assignment
$$;

-- A dossier opens only after the reviewer declared to have no interest, and none is known.
-- The initiative's row is locked, so that a declaration at the same instant waits or is seen.
create function review_without_interest() returns trigger language plpgsql as $$
declare
  the_initiative uuid;
  the_person uuid;
begin
  select a.person_id, e.initiative_id into the_person, the_initiative
    from review_assignment a join round_entry e on e.id = a.round_entry_id where a.id = new.assignment_id;
  perform 1 from initiative where id = the_initiative for no key update;
  if new.state <> 'set-aside' then
    if interest_of(the_person, the_initiative) is not null then
      perform refuse('review_without_interest', 'an interest keeps this person out');
    end if;
    if not exists (select 1 from interest_declaration d where d.person_id = the_person and d.initiative_id = the_initiative) then
      perform refuse('review_after_declaration', 'interests are declared before the dossier opens');
    end if;
  end if;
  return new;
end $$;
create trigger review_without_interest before insert or update on review
  for each row execute function review_without_interest();

-- A new interest sets the person's review of that initiative aside: it no longer counts.
create function interest_sets_review_aside() returns trigger language plpgsql as $$
begin
  perform 1 from initiative where id = new.initiative_id for no key update;
  if new.kind <> 'none' then
    update review set state = 'set-aside', revision = revision + 1
      where state <> 'set-aside' and assignment_id in (
        select a.id from review_assignment a join round_entry e on e.id = a.round_entry_id
        where a.person_id = new.person_id and e.initiative_id = new.initiative_id);
  end if;
  return null;
end $$;
create trigger interest_sets_review_aside after insert on interest_declaration
  for each row execute function interest_sets_review_aside();

-- Who has an interest neither takes part in the decision, nor proposes or confirms it.
create function participant_without_interest() returns trigger language plpgsql as $$
declare
  the_initiative uuid;
begin
  select initiative_id into the_initiative from decision where id = new.decision_id;
  if new.part = 'took-part' and new.person_id is not null and the_initiative is not null
     and interest_of(new.person_id, the_initiative) is not null then
    perform refuse('decision_without_interest', 'an interest keeps this person out of the decision');
  end if;
  return new;
end $$;
create trigger participant_without_interest before insert or update on decision_participant
  for each row execute function participant_without_interest();

create function decision_without_interest() returns trigger language plpgsql as $$
begin
  if new.origin = 'product' then
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
create trigger decision_without_interest before insert or update on decision
  for each row execute function decision_without_interest();
