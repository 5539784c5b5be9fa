-- What the other rules rest on does not change by hand either.

-- Rule 3 rests on the floor of an account: only its balance ever changes, and that by postings.
create or replace function account_balance_is_derived() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.balance_cents <> 0 then
    perform refuse('account_balance_derived', 'an account starts at zero');
  elsif tg_op = 'UPDATE' then
    if new.balance_cents <> old.balance_cents and pg_trigger_depth() < 2 then
      perform refuse('account_balance_derived', 'a balance is changed by postings only');
    end if;
    if (new.id, new.code, new.name, new.kind) is distinct from (old.id, old.code, old.name, old.kind)
       or new.floor_cents is distinct from old.floor_cents then
      perform refuse('ledger_append_only', 'an account stays what it was opened as');
    end if;
  elsif tg_op = 'DELETE' then
    perform refuse('ledger_append_only', 'accounts are never removed');
  end if;
  return new;
end $$;

-- Rule 2: who submitted a plan, and since when it is there, decide whose interest keeps them out.
create function initiative_origin_is_fixed() returns trigger language plpgsql as $$
begin
  if old.current_version > 0
     and (new.submitter_id is distinct from old.submitter_id or new.created_at is distinct from old.created_at) then
    perform refuse('initiative_origin_fixed', 'who submitted it, and when it began, stays');
  end if;
  return new;
end $$;
create trigger initiative_origin_fixed before update on initiative
  for each row execute function initiative_origin_is_fixed();
