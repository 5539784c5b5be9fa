-- An account that still runs says whose it is, so a line loses it together with the person.
create or replace function payment_line_until_its_period() returns trigger language plpgsql as $$
begin
  if new.person_id = nobody() and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id' and is_past_retention('payment-lines', old.id) then
    new.bank_account_id := null;
    return new;
  end if;
  perform refuse('payment_line_fixed', 'a line is kept for its period');
  return null;
end $$;

-- What the bank said of a name goes with the person of its line, or when its own period is over, whichever comes first.
create or replace function payment_line_check_until_its_period() returns trigger language plpgsql as $$
begin
  if not is_past_retention('bank-checks', old.id)
     and not exists (select 1 from payment_line where id = old.line_id and person_id = nobody()) then
    perform refuse('record_append_only', 'what the bank said of a name is kept as long as who it was');
  end if;
  return old;
end $$;
