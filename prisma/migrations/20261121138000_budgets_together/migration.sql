-- Small spendings keep to what decisions keep to.

-- Rule 2: whoever has an interest in a small spending stays away from paying and releasing it too.
create function budget_change_without_spending_interest() returns trigger language plpgsql as $$
begin
  if new.spending_id is null or new.state = 'withdrawn' then return new; end if;
  perform 1 from small_spending where id = new.spending_id for no key update;
  perform hold_interests(array[new.proposer_id, new.approver_id]);
  if (tg_op = 'INSERT' and spending_interest_of(new.proposer_id, new.spending_id) is not null)
     or (new.approver_id is not null and spending_interest_of(new.approver_id, new.spending_id) is not null)
     or (new.state = 'approved' and spending_interest_of(new.proposer_id, new.spending_id) is not null) then
    perform refuse('budget_change_without_interest', 'an interest keeps this person away from the money of the spending');
  end if;
  return new;
end $$;
-- named to come after budget_change_without_interest
create trigger budget_change_without_spending_interest before insert or update on budget_change
  for each row execute function budget_change_without_spending_interest();

-- What the two rules on days said apart, in one, for decisions and small spendings alike.
create or replace function budget_change_is_in_time() returns trigger language plpgsql as $$
declare
  earliest date;
begin
  if new.occurred_on > amsterdam_day(new.proposed_at) then
    perform refuse('budget_change_not_ahead', 'a change is dated today or earlier');
  end if;
  select greatest(
      (select max(make_date(extract(year from s.begins_on)::int - 1, 1, 1)) from money_source s
        where s.id = new.money_source_id
           or s.id in (select f.money_source_id from fund f where f.id in (new.from_fund_id, new.to_fund_id))),
      (select min(amsterdam_day(e.occurred_at)) from ledger_entry e
        where new.kind in ('release', 'payment') and e.kind = 'commitment'
          and (e.decision_id = new.decision_id or e.spending_id = new.spending_id)),
      (select amsterdam_day(e.occurred_at) from ledger_entry e where e.id = new.corrects_id))
    into earliest;
  if new.occurred_on < earliest then
    perform refuse('budget_change_not_before', 'a change is not dated before what it follows from');
  end if;
  return new;
end $$;
drop trigger budget_change_not_before on budget_change;
drop function budget_change_is_not_too_early();
