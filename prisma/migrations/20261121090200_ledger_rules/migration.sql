-- The ledger: balanced, append-only, and no account below its floor, however many people click at once.

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  perform refuse('ledger_append_only', 'the ledger is append-only: correct with a new entry');
  return null;
end $$;

create trigger ledger_entry_append_only before update or delete on ledger_entry
  for each row execute function ledger_is_append_only();
create trigger posting_append_only before update or delete on posting
  for each row execute function ledger_is_append_only();
create trigger ledger_entry_no_truncate before truncate on ledger_entry
  for each statement execute function ledger_is_append_only();
create trigger posting_no_truncate before truncate on posting
  for each statement execute function ledger_is_append_only();

-- Every entry has at least two postings and sums to zero at commit.
create function ledger_entry_must_balance() returns trigger language plpgsql as $$
declare
  the_entry uuid := coalesce(to_jsonb(new) ->> 'entry_id', to_jsonb(new) ->> 'id')::uuid;
  lines bigint;
  total numeric;
begin
  select count(*), coalesce(sum(amount_cents), 0) into lines, total from posting where entry_id = the_entry;
  if lines < 2 or total <> 0 then
    perform refuse('ledger_entry_balanced', format('entry %s has %s postings and sums to %s cents', the_entry, lines, total));
  end if;
  return null;
end $$;

create constraint trigger ledger_entry_balanced after insert on ledger_entry
  deferrable initially deferred for each row execute function ledger_entry_must_balance();
create constraint trigger posting_balanced after insert on posting
  deferrable initially deferred for each row execute function ledger_entry_must_balance();

-- A posting belongs to the transaction that wrote its entry; nobody adds a line to an old entry.
create function posting_belongs_to_new_entry() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from ledger_entry where id = new.entry_id and xmin::text = (pg_current_xact_id()::xid)::text) then
    perform refuse('posting_same_transaction', 'a posting is written together with its entry');
  end if;
  return new;
end $$;
create trigger posting_same_transaction before insert on posting
  for each row execute function posting_belongs_to_new_entry();

-- The balance follows the postings. The update locks the account's row, so that two commitments on one fund wait for
-- each other, and the check below sees the sum of both.
create function account_follows_postings() returns trigger language plpgsql as $$
begin
  update ledger_account set balance_cents = balance_cents + new.amount_cents where id = new.account_id;
  return null;
end $$;
create trigger posting_moves_balance after insert on posting
  for each row execute function account_follows_postings();

alter table ledger_account add constraint fund_not_overcommitted
  check (floor_cents is null or balance_cents >= floor_cents);

create function account_balance_is_derived() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.balance_cents <> 0 then
    perform refuse('account_balance_derived', 'an account starts at zero');
  elsif tg_op = 'UPDATE' and new.balance_cents <> old.balance_cents and pg_trigger_depth() < 2 then
    perform refuse('account_balance_derived', 'a balance is changed by postings only');
  elsif tg_op = 'DELETE' then
    perform refuse('ledger_append_only', 'accounts are never removed');
  end if;
  return new;
end $$;
create trigger ledger_account_derived before insert or update or delete on ledger_account
  for each row execute function account_balance_is_derived();
create trigger ledger_account_no_truncate before truncate on ledger_account
  for each statement execute function ledger_is_append_only();
