-- Ways round the rules of the first migrations that a review found, closed.

-- Who leaves an organisation does not leave the interest behind: what counts is whether the person belonged to it at
-- any moment since the plan was begun. Stopping today is written with yesterday as its last day, hence the day of grace.
-- And an organisation that a submitted version named stays an organisation of the plan when a revision leaves it out.
create or replace function interest_of(the_person uuid, the_initiative uuid) returns text language sql stable as $$
  select kind from (
    select d.kind, 1 as rank from interest_declaration d
      where d.person_id = the_person and d.initiative_id = the_initiative and d.kind <> 'none'
    union all
    select 'own', 2 from initiative i where i.id = the_initiative and i.submitter_id = the_person
    union all
    select 'shared-organisation', 3
      from initiative plan
        cross join lateral (
          select m.organisation_id, m.begins_on, m.ends_on from organisation_member m where m.person_id = the_person
          union all
          select b.organisation_id, b.begins_on, b.ends_on from body_membership b
            where b.person_id = the_person and b.organisation_id is not null
        ) mine
      where plan.id = the_initiative
        and (mine.ends_on is null
          -- a last day before the first: never held
          or (mine.ends_on >= mine.begins_on
            and mine.ends_on >= (plan.created_at at time zone 'Europe/Amsterdam')::date - 1))
        and (mine.organisation_id = plan.organisation_id
          or mine.organisation_id in (
            select p.organisation_id from initiative_partner p where p.initiative_id = the_initiative)
          or exists (
            select 1 from initiative_version v where v.initiative_id = the_initiative
              and (v.content ->> 'organisationId' = mine.organisation_id::text
                or v.content -> 'partners' ? mine.organisation_id::text)))
  ) found order by rank limit 1
$$;

-- The checks below looked at a row that somebody else could change at the same instant. They lock it now, so that they
-- wait and see how it ended.

create or replace function criterion_is_frozen() returns trigger language plpgsql as $$
begin
  perform 1 from criteria_version v where v.id in (old.criteria_version_id, new.criteria_version_id)
    order by v.id for no key update;
  if exists (select 1 from criteria_version v
             where v.id in (old.criteria_version_id, new.criteria_version_id) and v.frozen_at is not null) then
    perform refuse('criteria_frozen', 'this version of the criteria is in use');
  end if;
  return coalesce(new, old);
end $$;

create or replace function part_of_confirmed_decision_stays() returns trigger language plpgsql as $$
begin
  perform 1 from decision d where d.id in (old.decision_id, new.decision_id) order by d.id for no key update;
  if exists (select 1 from decision where id in (old.decision_id, new.decision_id) and state = 'confirmed') then
    perform refuse('decision_published', 'a published decision does not change: take a new one that replaces it');
  end if;
  return coalesce(new, old);
end $$;

create or replace function score_while_draft() returns trigger language plpgsql as $$
declare
  the_review uuid := coalesce(new.review_id, old.review_id);
begin
  perform 1 from review where id = the_review for no key update;
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

-- A review is born as a draft; handing it in is a change of it, which the other rules check.
create function review_begins_as_draft() returns trigger language plpgsql as $$
begin
  if new.state = 'submitted' then
    perform refuse('review_complete', 'a review is handed in after it was opened');
  end if;
  return new;
end $$;
create trigger review_begins_as_draft before insert on review
  for each row execute function review_begins_as_draft();

-- Truncating passes by the triggers on rows.
create trigger decision_criterion_no_truncate before truncate on decision_criterion
  for each statement execute function record_is_append_only();
create trigger decision_participant_no_truncate before truncate on decision_participant
  for each statement execute function record_is_append_only();
create trigger decision_objection_no_truncate before truncate on decision_objection
  for each statement execute function record_is_append_only();
create trigger criterion_no_truncate before truncate on criterion
  for each statement execute function record_is_append_only();
create trigger round_entry_no_truncate before truncate on round_entry
  for each statement execute function record_is_append_only();
create trigger review_assignment_no_truncate before truncate on review_assignment
  for each statement execute function record_is_append_only();
create trigger review_no_truncate before truncate on review
  for each statement execute function record_is_append_only();
create trigger review_score_no_truncate before truncate on review_score
  for each statement execute function record_is_append_only();
