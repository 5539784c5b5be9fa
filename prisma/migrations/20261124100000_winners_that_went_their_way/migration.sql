/* A plan that got its money elsewhere may run or be completed by now; and one that its body declined, with four eyes, before decisions
   knew of votes has no decision that names the vote. */
create or replace function vote_award_fits() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform refuse('vote_append_only', 'winners stay in the record');
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'won' or not exists (
      select from vote v join vote_count c on c.vote_id = v.id and c.attempt = new.attempt and not c.is_tie and c.result -> 'winners' @> to_jsonb(new.number)
        join vote_project p on p.vote_id = v.id and p.number = new.number
        where v.id = new.vote_id and v.state = 'closed' and p.initiative_id = new.initiative_id and p.cost_cents = new.cost_cents) then
      perform refuse('vote_award_of_count', 'the count says who won');
    end if;
    return new;
  end if;
  if old.state <> 'won' or to_jsonb(old) - array['state', 'settled_at'] is distinct from to_jsonb(new) - array['state', 'settled_at'] then
    perform refuse('vote_append_only', 'what became of a winner stays as it is');
  end if;
  if not (case new.state
    when 'won' then true
    when 'granted' then exists (select from decision d where (d.vote_id, d.vote_attempt, d.vote_number) = (new.vote_id, new.attempt, new.number)
      and d.state = 'confirmed' and d.outcome = 'grant')
    when 'declined' then exists (select from decision d join vote v on v.id = new.vote_id
      where d.state = 'confirmed' and d.outcome = 'decline' and ((d.vote_id, d.vote_attempt, d.vote_number) = (new.vote_id, new.attempt, new.number)
        or (d.vote_id is null and d.initiative_id = new.initiative_id and d.body_id = v.body_id and d.confirmed_at >= v.counted_at)))
    when 'annulled' then exists (select from vote_annulment a where a.vote_id = new.vote_id and a.attempt = new.attempt and a.confirmed_at is not null)
    when 'granted-elsewhere' then exists (select from initiative i where i.id = new.initiative_id and i.stage in ('granted', 'running', 'completed'))
    else exists (select from initiative i where i.id = new.initiative_id and i.stage = new.state) end) then
    perform refuse('vote_award_settled', 'a winner is let go for a reason that stands in the record');
  end if;
  return new;
end $$;

/* Winners of votes that were counted before there were awards, and that went their way before: they would wait for ever, and so would
   what they cost. */
update vote_award a set settled_at = now(), state = case when i.stage in ('granted', 'running', 'completed') then 'granted-elsewhere' else i.stage end
  from initiative i where i.id = a.initiative_id and a.state = 'won'
    and (i.stage in ('granted', 'running', 'completed', 'withdrawn', 'referred')
      or (i.stage = 'declined' and exists (select from decision d join vote v on v.id = a.vote_id
        where d.initiative_id = a.initiative_id and d.vote_id is null and d.body_id = v.body_id and d.state = 'confirmed' and d.outcome = 'decline'
          and d.confirmed_at >= v.counted_at)));
