-- What public pages read of the ledger without reading all of it.

-- ─────────────── the entries of a fund, newest first ───────────────

-- AlterTable
ALTER TABLE "posting" ADD COLUMN     "entry_sequence" BIGINT NOT NULL DEFAULT 0;

create function posting_takes_sequence() returns trigger language plpgsql as $$
begin
  select sequence into strict new.entry_sequence from ledger_entry where id = new.entry_id;
  return new;
end $$;
-- after posting_same_transaction, which knows that the entry exists
create trigger posting_takes_sequence before insert on posting
  for each row execute function posting_takes_sequence();

alter table posting disable trigger posting_append_only;
update posting set entry_sequence = e.sequence from ledger_entry e where e.id = posting.entry_id;
alter table posting enable trigger posting_append_only;

-- DropIndex
DROP INDEX "posting_account_id_idx";

-- CreateIndex: with the amount, so that what came after an entry is summed from the index alone
CREATE INDEX "posting_account_id_entry_sequence_idx" ON "posting"("account_id", "entry_sequence" DESC) include (amount_cents);

-- ─────────────── what became of a decision, per day ───────────────

-- CreateTable
CREATE TABLE "decision_day" (
    "decision_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,

    CONSTRAINT "decision_day_pkey" PRIMARY KEY ("decision_id","day","kind")
);

-- AddForeignKey
ALTER TABLE "decision_day" ADD CONSTRAINT "decision_day_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "decision_fund_id_idx" ON "decision"("fund_id");

-- As in ledger_day a correction counts under what it corrects.
create function posting_counts_for_its_decision() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from ledger_account where id = new.account_id and kind = 'committed') then return null; end if;
  insert into decision_day (decision_id, day, kind, amount_cents)
    select e.decision_id, (e.occurred_at at time zone 'Europe/Amsterdam')::date, coalesce(c.kind, e.kind), new.amount_cents
    from ledger_entry e left join ledger_entry c on c.id = e.corrects_id
    where e.id = new.entry_id and e.decision_id is not null
  on conflict (decision_id, day, kind) do update set amount_cents = decision_day.amount_cents + excluded.amount_cents;
  return null;
end $$;
-- after posting_within_day
create trigger posting_within_decision after insert on posting
  for each row execute function posting_counts_for_its_decision();

insert into decision_day (decision_id, day, kind, amount_cents)
  select e.decision_id, (e.occurred_at at time zone 'Europe/Amsterdam')::date, coalesce(c.kind, e.kind), sum(p.amount_cents)
  from posting p join ledger_account a on a.id = p.account_id and a.kind = 'committed'
    join ledger_entry e on e.id = p.entry_id left join ledger_entry c on c.id = e.corrects_id
  where e.decision_id is not null
  group by 1, 2, 3;

create trigger decision_day_derived before insert or update or delete on decision_day
  for each row execute function ledger_day_is_derived();
create trigger decision_day_no_truncate before truncate on decision_day
  for each statement execute function ledger_day_is_derived();
