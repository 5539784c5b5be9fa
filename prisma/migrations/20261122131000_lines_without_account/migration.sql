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
