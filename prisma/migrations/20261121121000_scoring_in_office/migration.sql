-- Who scores is in office, and nothing slips into a round while it closes.

-- The memberships that let somebody score in rounds of a body on that day: of the body itself or of its werkgroepen.
create function reviewing_memberships(the_body uuid, the_day date) returns setof body_membership language sql stable as $$
  select m.* from body_membership m join body b on b.id = m.body_id
    where m.role in ('reviewer', 'member', 'chair')
      and (b.id = the_body or (b.parent_id = the_body and b.kind = 'werkgroep'))
      and m.begins_on <= the_day and (m.ends_on is null or m.ends_on >= the_day)
$$;

create function may_review(the_person uuid, the_body uuid, the_day date) returns boolean language sql stable as $$
  select exists (select 1 from reviewing_memberships(the_body, the_day) m where m.person_id = the_person)
$$;

-- Whose role ends while a round runs opens, writes and hands in nothing any more. What was handed in before stays.
-- The memberships are locked, so that a role that ends at the same instant waits, or is seen.
create function reviewer_in_office() returns trigger language plpgsql as $$
declare
  the_person uuid;
  the_body uuid;
begin
  if new.state <> 'set-aside' then
    select a.person_id, r.body_id into the_person, the_body
      from review_assignment a join round_entry e on e.id = a.round_entry_id join round r on r.id = e.round_id
      where a.id = new.assignment_id;
    perform 1 from body_membership m where m.person_id = the_person order by m.id for share;
    if not may_review(the_person, the_body, today_in_amsterdam()) then
      perform refuse('reviewer_in_office', 'the role in which this person scores is over');
    end if;
  end if;
  return new;
end $$;
create trigger reviewer_in_office before insert or update on review
  for each row execute function reviewer_in_office();

-- Closing locks the round's row. These checks looked at it without waiting, so that an initiative or an assignment could
-- still enter, change or go while the round closed.
create function refuse_unless_open(the_round uuid) returns void language plpgsql as $$
declare
  the_state text;
begin
  select state into the_state from round where id = the_round for share;
  if the_state <> 'open' then
    perform refuse('round_closed', 'the round is closed');
  end if;
end $$;

create or replace function round_entry_while_open() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform refuse_unless_open(old.round_id);
  end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.round_id <> old.round_id) then
    perform refuse_unless_open(new.round_id);
  end if;
  return coalesce(new, old);
end $$;

create or replace function assignment_while_open() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform refuse_unless_open((select e.round_id from round_entry e where e.id = old.round_entry_id));
  end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.round_entry_id <> old.round_entry_id) then
    perform refuse_unless_open((select e.round_id from round_entry e where e.id = new.round_entry_id));
  end if;
  return coalesce(new, old);
end $$;

drop function round_is_open(uuid);
