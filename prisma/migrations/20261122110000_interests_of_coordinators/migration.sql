-- AlterTable
ALTER TABLE "activity" ADD COLUMN "changed_by_id" UUID;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── rule 2 for the hours of volunteers ───────────────

-- The interest of a person in what promised this money, or null.
create function interest_in_promise(the_person uuid, the_decision uuid, the_spending uuid) returns text language sql stable as $$
  select coalesce(
    case when the_decision is not null then interest_in_decision(the_person, the_decision) end,
    case when the_spending is not null then spending_interest_of(the_person, the_spending) end)
$$;

create function interest_in_activity(the_person uuid, the_activity uuid) returns text language sql stable as $$
  select interest_in_promise(the_person, decision_id, spending_id) from activity where id = the_activity
$$;

-- Looks after an interest that arises at the same instant, too: declarations wait for the row of the plan, answers to a
-- small spending for its row, and memberships for the lock of this person.
create function has_interest_in_promise(the_person uuid, the_decision uuid, the_spending uuid) returns boolean language plpgsql as $$
begin
  if the_spending is not null then perform 1 from small_spending where id = the_spending for share; end if;
  perform 1 from initiative i
    where i.id in (select initiative_id from decision where id = the_decision
                   union all select initiative_id from small_spending where id = the_spending)
    for share;
  perform hold_interests(array[the_person]);
  return interest_in_promise(the_person, the_decision, the_spending) is not null;
end $$;

-- Who has an interest in what the activity is for answers no claims of it, and types none over. Own hours, and taking back
-- what one typed, decide about nobody else's money.
create function claim_is_without_interest() returns trigger language plpgsql as $$
declare
  acting uuid := case
    when tg_op = 'INSERT' and new.claimed_by_id <> new.person_id then new.claimed_by_id
    when tg_op = 'UPDATE' and new.state in ('approved', 'refused') then new.answered_by_id end;
  the_activity activity;
begin
  if acting is null then return new; end if;
  select * into the_activity from activity where id = new.activity_id;
  if has_interest_in_promise(acting, the_activity.decision_id, the_activity.spending_id) then
    perform refuse('claim_without_interest', 'an interest keeps this coordinator away from these hours');
  end if;
  return new;
end $$;
-- named to come after claim_fits, which holds the activity
create trigger claim_without_interest before insert or update on allowance_claim
  for each row execute function claim_is_without_interest();

create function activity_is_without_interest() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.changed_by_id is null then
    perform refuse('activity_changed_by', 'a change of an activity says who made it');
  end if;
  if has_interest_in_promise(case tg_op when 'INSERT' then new.opened_by_id else new.changed_by_id end,
                             new.decision_id, new.spending_id) then
    perform refuse('activity_without_interest', 'an interest keeps this coordinator away from the activity');
  end if;
  return new;
end $$;
-- named to come after activity_fits, which holds the decision or small spending
create trigger activity_without_interest before insert or update on activity
  for each row execute function activity_is_without_interest();

-- Signing somebody else up is the first step to hours of theirs.
create function volunteer_is_without_interest() returns trigger language plpgsql as $$
declare
  the_activity activity;
begin
  if new.signed_up_by_id = new.person_id then return new; end if;
  select * into the_activity from activity where id = new.activity_id;
  if has_interest_in_promise(new.signed_up_by_id, the_activity.decision_id, the_activity.spending_id) then
    perform refuse('volunteer_without_interest', 'an interest keeps this coordinator from signing people up');
  end if;
  return new;
end $$;
create trigger volunteer_without_interest before insert on activity_volunteer
  for each row execute function volunteer_is_without_interest();

-- Coordinators of a body on a day, those of the programme office too, who have no interest in the activity: who can answer.
create function coordinators_without_interest(the_activity uuid, the_day date) returns setof uuid language sql stable as $$
  select distinct p.id
    from activity a, body_membership m join body b on b.id = m.body_id join person p on p.id = m.person_id
    where a.id = the_activity and m.role = 'coordinator' and (m.body_id = a.body_id or b.slug = 'programmabureau')
      and m.begins_on <= the_day and (m.ends_on is null or m.ends_on >= the_day) and p.deleted_at is null
      and interest_in_promise(p.id, a.decision_id, a.spending_id) is null
$$;
