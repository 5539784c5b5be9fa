-- AlterTable
ALTER TABLE "budget_change" ADD COLUMN     "way" TEXT NOT NULL DEFAULT 'bank';

-- AlterTable
ALTER TABLE "stripe_payment" DROP CONSTRAINT "stripe_payment_pkey",
ADD COLUMN     "asked_at" TIMESTAMPTZ,
ADD COLUMN     "change_id" UUID,
ADD COLUMN     "id" UUID,
ADD COLUMN     "paid_on" DATE,
ALTER COLUMN "line_id" DROP NOT NULL;

-- what was paid already is known by the id of its line
ALTER TABLE "stripe_payment" DISABLE TRIGGER USER;
UPDATE "stripe_payment" SET "id" = "line_id";
ALTER TABLE "stripe_payment" ENABLE TRIGGER USER;
ALTER TABLE "stripe_payment" ALTER COLUMN "id" SET NOT NULL,
ADD CONSTRAINT "stripe_payment_pkey" PRIMARY KEY ("id");

-- CreateTable
CREATE TABLE "change_payment" (
    "change_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "settled_on" DATE,
    "settled_by" TEXT NOT NULL DEFAULT '',
    "ended_at" TIMESTAMPTZ,
    "end_reason" TEXT NOT NULL DEFAULT '',
    "ended_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "change_payment_pkey" PRIMARY KEY ("change_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "stripe_payment_line_id_key" ON "stripe_payment"("line_id");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_payment_change_id_key" ON "stripe_payment"("change_id");

-- AddForeignKey
ALTER TABLE "stripe_payment" ADD CONSTRAINT "stripe_payment_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "change_payment"("change_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_payment" ADD CONSTRAINT "change_payment_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "budget_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── rules: how a payment goes ───────────────

alter table budget_change
  add constraint budget_change_way_known check (way = 'bank' or (way = 'stripe' and kind = 'payment'));

-- The account at Stripe of the organisation that a decision or small spending gives money to; null: it cannot be paid there.
create function stripe_account_of_ground(the_decision uuid, the_spending uuid) returns uuid language sql stable as $$
  select id from stripe_account
    where ended_at is null and is_ready and organisation_id = coalesce(
      (select recipient_organisation_id from decision where id = the_decision),
      (select payee_organisation_id from small_spending where id = the_spending))
$$;

create function budget_change_way_fits() returns trigger language plpgsql as $$
begin
  if new.way = 'stripe' and new.state in ('proposed', 'approved')
     and stripe_account_of_ground(new.decision_id, new.spending_id) is null then
    perform refuse('budget_change_way', 'who gets this cannot be paid by Stripe');
  end if;
  -- undone and paid again while Stripe still pays would be paid twice
  if new.kind = 'correction' and new.state in ('proposed', 'approved') and exists (
    select 1 from ledger_entry e join change_payment p on p.change_id = e.change_id
      where e.id = new.corrects_id and p.state = 'open') then
    perform refuse('budget_change_under_way', 'Stripe has not said yet what became of this payment');
  end if;
  return new;
end $$;
create trigger budget_change_way before insert or update on budget_change
  for each row execute function budget_change_way_fits();

-- ─────────────── rules: payments to organisations by Stripe ───────────────

alter table change_payment
  add constraint change_payment_state check (state in ('open', 'settled', 'returned', 'put_back')),
  add constraint change_payment_settled check (
    (state in ('settled', 'returned')) = (settled_on is not null) and (settled_on is null) = (settled_by = '')),
  add constraint change_payment_ended check (
    (state in ('returned', 'put_back')) = (ended_at is not null)
    and (ended_at is null) = (end_reason = '') and (ended_at is null) = (ended_by = '')),
  add constraint change_payment_texts check (char_length(end_reason) <= 500 and char_length(settled_by) <= 120 and char_length(ended_by) <= 120);

create function change_payment_moves() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'open' or not exists (
      select 1 from budget_change where id = new.change_id and state = 'approved' and way = 'stripe') then
      perform refuse('change_payment_fits', 'what two persons approved by Stripe is paid by Stripe');
    end if;
    return new;
  end if;
  if new.change_id <> old.change_id
     or (old.settled_on is not null and (new.settled_on, new.settled_by) is distinct from (old.settled_on, old.settled_by))
     or not ((old.state = 'open' and new.state in ('settled', 'put_back')) or (old.state = 'settled' and new.state = 'returned')) then
    perform refuse('change_payment_moves', format('a payment does not go from %s to %s', old.state, new.state));
  end if;
  if new.state in ('returned', 'put_back') and exists (
    select 1 from stripe_payment where change_id = new.change_id and transfer_id is not null and reversal_id is null) then
    perform refuse('change_payment_back_first', 'the money is not back yet');
  end if;
  return new;
end $$;
create trigger change_payment_moves before insert or update on change_payment
  for each row execute function change_payment_moves();
create trigger change_payment_no_delete before delete on change_payment
  for each row execute function record_is_append_only();
create trigger change_payment_no_truncate before truncate on change_payment
  for each statement execute function record_is_append_only();

-- Checked at commit: what was approved by Stripe is handed to Stripe, whoever approved it and how.
create function change_goes_by_stripe() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from stripe_payment where change_id = new.id) then
    perform refuse('change_goes_by_stripe', 'an approved payment by Stripe is handed to Stripe');
  end if;
  return null;
end $$;
create constraint trigger change_goes_by_stripe after insert or update on budget_change
  deferrable initially deferred for each row when (new.way = 'stripe' and new.state = 'approved') execute function change_goes_by_stripe();

-- ─────────────── rules: what Stripe pays ───────────────

alter table stripe_payment
  add constraint stripe_payment_of_one check (num_nonnulls(line_id, change_id) = 1 and id = coalesce(line_id, change_id));

create or replace function stripe_payment_fits() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and not exists (
    select 1 from payment_line l join payment_batch b on b.id = l.batch_id join stripe_account a on a.id = new.stripe_account_id
      where l.id = new.line_id and l.state = 'open' and b.rail = 'stripe' and a.person_id = l.person_id and a.account_id is not null
    union all
    select 1 from budget_change c join change_payment p on p.change_id = c.id and p.state = 'open'
      where c.id = new.change_id and stripe_account_of_ground(c.decision_id, c.spending_id) = new.stripe_account_id) then
    perform refuse('stripe_payment_fits', 'Stripe pays what is open to the account of who gets it');
  end if;
  if tg_op = 'UPDATE' and ((new.id, new.line_id, new.change_id, new.stripe_account_id, new.begun_at)
        is distinct from (old.id, old.line_id, old.change_id, old.stripe_account_id, old.begun_at)
      or (old.transfer_id is not null and new.transfer_id is distinct from old.transfer_id)
      or (old.payout_id is not null and new.payout_id is distinct from old.payout_id)
      or (old.reversal_id is not null and new.reversal_id is distinct from old.reversal_id)
      or (old.paid_on is not null and new.paid_on is distinct from old.paid_on)) then
    perform refuse('stripe_payment_fixed', 'what Stripe did stays');
  end if;
  return new;
end $$;
