-- What bank accounts left open until there were payments.

-- From the second approval until everybody in the batch was paid or not, its file is written with the same accounts, also of who was
-- paid already. A draft is not approved with an account that ended (`payment_line_account`), so it keeps nothing.
create or replace function bank_account_needed(account uuid) returns boolean language sql stable as $$
  select exists (select 1 from payment_line l join payment_batch b on b.id = l.batch_id
    where l.bank_account_id = account and l.state <> 'left_out' and b.state in ('approved', 'sent'))
$$;

-- What was approved for a person and stands in no batch that two treasurers approved, in cents.
create or replace function unpaid_allowance(person uuid) returns bigint language sql stable as $$
  select coalesce(sum(c.amount_cents), 0) from allowance_claim c
    where c.person_id = person and c.state = 'approved' and not exists (
      select 1 from payment_line_claim x join payment_line l on l.id = x.line_id join payment_batch b on b.id = l.batch_id
        where x.claim_id = c.id and x.is_active and b.state in ('approved', 'sent', 'settled'))
$$;

-- Nobody's account ends, and so none is erased, while a second treasurer approves it. Its name comes before `payment_batch_moves`, which
-- looks whether accounts run, because triggers go by name.
create function payment_batch_holds_accounts() returns trigger language plpgsql as $$
begin
  if old.state = 'draft' and new.state = 'approved' then
    perform 1 from bank_account where id in (select bank_account_id from payment_line where batch_id = new.id and state = 'open')
      order by id for share;
  end if;
  return new;
end $$;
create trigger payment_batch_holds_accounts before update on payment_batch
  for each row execute function payment_batch_holds_accounts();
