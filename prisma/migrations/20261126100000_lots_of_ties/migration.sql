-- A lot decides ties between projects that all stood in it, the first lot first. Joined to one order a later lot moved projects behind
-- others that nobody drew before them. So the lots of a count are the confirmed rows of vote_lot since the last count that was annulled,
-- and nothing repeats them.
create or replace function vote_count_waits_for_two() returns trigger language plpgsql as $$
declare
  before vote_count;
begin
  if exists (select from vote_cancellation c where c.vote_id = new.vote_id and c.confirmed_at is null) then
    perform refuse('vote_cancellation_waits', 'somebody proposed to cancel this vote');
  end if;
  select * into before from vote_count c where c.vote_id = new.vote_id order by c.attempt desc limit 1;
  if before.is_tie and not exists (
    select from vote_lot l where l.vote_id = new.vote_id and l.attempt = before.attempt and l.confirmed_at is not null
  ) then
    perform refuse('vote_lot_two_persons', 'a lot decides a tie, and two persons saw it drawn');
  end if;
  return new;
end $$;

alter table vote_count drop column lots;

-- A count that was annulled takes its lots with it: one that was entered wrongly can be entered again, as it was drawn then.
create or replace function vote_lot_fits() returns trigger language plpgsql as $$
declare
  tie vote_count;
begin
  perform from vote v where v.id = new.vote_id and v.state = 'closed' for update;
  if not found then
    perform refuse('vote_move', 'lots are drawn while a vote is closed and a tie stands');
  end if;
  select * into tie from vote_count c where c.vote_id = new.vote_id and c.attempt = new.attempt and c.is_tie
    and c.attempt = (select max(l.attempt) from vote_count l where l.vote_id = new.vote_id);
  if not found then
    perform refuse('vote_move', 'there is no tie that a lot would end');
  end if;
  if (select array_agg(t::int order by t::int) from jsonb_array_elements_text(tie.result -> 'tied') t)
    is distinct from (select array_agg(l order by l) from unnest(new.lots) l) then
    perform refuse('vote_lot_whole', 'each project of the tie has a place, once');
  end if;
  -- people say the minute
  if new.drawn_at < date_trunc('minute', (select min(c.counted_at) from vote_count c where c.vote_id = new.vote_id and c.is_tie)) then
    perform refuse('vote_lot_after_tie', 'a lot is drawn after everybody knows of the tie');
  end if;
  return new;
end $$;
