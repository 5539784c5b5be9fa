-- Rule 2 for money that was granted: who has an interest in the plan neither proposes nor answers what is paid or
-- released of it. Looked at when it is proposed and again when it is answered, since an interest can arise in between;
-- withdrawing one's own proposal stays possible.
create function budget_change_is_without_interest() returns trigger language plpgsql as $$
declare
  the_initiative uuid;
begin
  if new.decision_id is null or new.state = 'withdrawn' then return new; end if;
  select initiative_id into the_initiative from decision where id = new.decision_id;
  if the_initiative is null then return new; end if;
  -- declarations wait for this row, memberships for the locks of these people
  perform 1 from initiative where id = the_initiative for no key update;
  perform hold_interests(array[new.proposer_id, new.approver_id]);
  if (tg_op = 'INSERT' and interest_of(new.proposer_id, the_initiative) is not null)
     or (new.approver_id is not null and interest_of(new.approver_id, the_initiative) is not null)
     or (new.state = 'approved' and interest_of(new.proposer_id, the_initiative) is not null) then
    perform refuse('budget_change_without_interest', 'an interest keeps this person away from the money of the plan');
  end if;
  return new;
end $$;
-- named to come after budget_change_closed and budget_change_fits
create trigger budget_change_without_interest before insert or update on budget_change
  for each row execute function budget_change_is_without_interest();

-- On any day in the past the sums must hold as well: nothing is paid, released or undone before the day it was there.
create function budget_change_is_not_too_early() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from ledger_entry e
      where ((new.kind in ('release', 'payment') and e.decision_id = new.decision_id and e.kind = 'commitment') or e.id = new.corrects_id)
        and new.occurred_on < (e.occurred_at at time zone 'Europe/Amsterdam')::date) then
    perform refuse('budget_change_not_before', 'the money was not there yet on that day');
  end if;
  return new;
end $$;
create trigger budget_change_not_before before insert on budget_change
  for each row execute function budget_change_is_not_too_early();

-- The public register is read newest first, and by line.
create index budget_change_from_fund_idx on budget_change (from_fund_id);
create index budget_change_to_fund_idx on budget_change (to_fund_id);
