-- What the bank said of the name of a payee goes when the line loses its person.

drop trigger payment_line_check_append_only on payment_line_check;
create trigger payment_line_check_append_only before update on payment_line_check
  for each row execute function record_is_append_only();
create trigger payment_line_check_no_delete before delete on payment_line_check
  for each row when (not retention_runs()) execute function record_is_append_only();

create function payment_line_check_until_its_period() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from payment_line where id = old.line_id and person_id = nobody()) then
    perform refuse('record_append_only', 'what the bank said of a name is kept as long as who it was');
  end if;
  return old;
end $$;
create trigger payment_line_check_until_its_period before delete on payment_line_check
  for each row when (retention_runs()) execute function payment_line_check_until_its_period();

create function payment_line_loses_checks() returns trigger language plpgsql as $$
begin
  delete from payment_line_check where line_id = new.id;
  return null;
end $$;
create trigger payment_line_loses_checks after update of person_id on payment_line
  for each row when (retention_runs() and new.person_id is distinct from old.person_id) execute function payment_line_loses_checks();
