-- CreateTable
CREATE TABLE "payment_batch_file" (
    "batch_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "lines" INTEGER NOT NULL,
    "total_cents" BIGINT NOT NULL,
    "written_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "payment_batch_file_pkey" PRIMARY KEY ("batch_id","sha256")
);

-- AddForeignKey
ALTER TABLE "payment_batch_file" ADD CONSTRAINT "payment_batch_file_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "payment_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── what the file for the bank was ───────────────

-- The batch that counts as sent says what file goes with it, so that a file that was changed on the way to the bank is seen.
alter table payment_batch_file
  add constraint payment_batch_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  add constraint payment_batch_file_sum check (lines > 0 and total_cents > 0);
create trigger payment_batch_file_no_change before update or delete on payment_batch_file
  for each row execute function record_is_append_only();
create trigger payment_batch_file_no_truncate before truncate on payment_batch_file
  for each statement execute function record_is_append_only();

-- ─────────────── who shares a bank account ───────────────

-- An account counts while it runs and a year after: somebody who ends it is not a stranger the same day, and not for ever the
-- one who once had it. An account that was erased has no mark.
create function bank_account_counts(ended_at timestamptz) returns boolean language sql stable as $$
  select ended_at is null or ended_at > now() - interval '1 year'
$$;

create or replace function near_ones(person uuid) returns table (person_id uuid, nearness text) language sql stable as $$
  select person, 'own'
  union
  select o.person_id, 'household' from body_membership m
    join body_membership o on o.body_id = m.body_id and o.household = m.household and o.person_id <> m.person_id
    where m.person_id = person and m.household is not null
  union
  select o.person_id, 'bank-account' from bank_account a
    join bank_account o on o.iban_mark = a.iban_mark and o.person_id <> a.person_id and bank_account_counts(o.ended_at)
    where a.person_id = person and a.iban_mark <> '' and bank_account_counts(a.ended_at)
$$;

-- ─────────────── what the bank booked is not put back ───────────────

-- As long as the worklist has money that left for a line, nobody knows that the bank did not pay it: putting it back would pay
-- it twice. Its name comes after payment_put_back_fits, which holds the batch as taking in a statement does.
create function put_back_is_not_booked() returns trigger language plpgsql as $$
begin
  if new.state <> 'refused' and exists (
    select 1 from payment_line l join statement_item i on i.end_to_end_id = l.end_to_end_id
      where l.batch_id = new.batch_id and l.state = 'open' and l.id = coalesce(new.line_id, l.id)
        and i.state = 'open' and i.direction = 'debit') then
    perform refuse('payment_put_back_booked', 'the worklist has a booking of a line; find out first what it is');
  end if;
  return new;
end $$;
create trigger payment_put_back_not_booked before insert or update on payment_put_back
  for each row execute function put_back_is_not_booked();
