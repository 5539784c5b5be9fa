-- CreateTable
CREATE TABLE "stripe_account" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "organisation_id" UUID,
    "account_id" TEXT,
    "is_ready" BOOLEAN NOT NULL DEFAULT false,
    "details_submitted" BOOLEAN NOT NULL DEFAULT false,
    "still_needed" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "disabled_reason" TEXT NOT NULL DEFAULT '',
    "begun_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "stripe_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_payment" (
    "line_id" UUID NOT NULL,
    "stripe_account_id" UUID NOT NULL,
    "transfer_id" TEXT,
    "payout_id" TEXT,
    "reversal_id" TEXT,
    "transfer_tries" INTEGER NOT NULL DEFAULT 0,
    "payout_tries" INTEGER NOT NULL DEFAULT 0,
    "begun_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "stripe_payment_pkey" PRIMARY KEY ("line_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "stripe_account_account_id_key" ON "stripe_account"("account_id");

-- CreateIndex
CREATE INDEX "stripe_account_person_id_idx" ON "stripe_account"("person_id");

-- CreateIndex
CREATE INDEX "stripe_account_organisation_id_idx" ON "stripe_account"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_payment_transfer_id_key" ON "stripe_payment"("transfer_id");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_payment_payout_id_key" ON "stripe_payment"("payout_id");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_payment_reversal_id_key" ON "stripe_payment"("reversal_id");

-- CreateIndex
CREATE INDEX "stripe_payment_stripe_account_id_idx" ON "stripe_payment"("stripe_account_id");

-- AddForeignKey
ALTER TABLE "stripe_account" ADD CONSTRAINT "stripe_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_account" ADD CONSTRAINT "stripe_account_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_payment" ADD CONSTRAINT "stripe_payment_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "payment_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_payment" ADD CONSTRAINT "stripe_payment_stripe_account_id_fkey" FOREIGN KEY ("stripe_account_id") REFERENCES "stripe_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── rules: accounts at Stripe ───────────────

alter table stripe_account
  add constraint stripe_account_owner check (num_nonnulls(person_id, organisation_id) = 1),
  add constraint stripe_account_ready check (not is_ready or account_id is not null);
create unique index stripe_account_one_of_person on stripe_account (person_id) where ended_at is null;
create unique index stripe_account_one_of_organisation on stripe_account (organisation_id) where ended_at is null;

create function stripe_account_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.id, new.person_id, new.organisation_id, new.begun_at) is distinct from (old.id, old.person_id, old.organisation_id, old.begun_at)
     or (old.account_id is not null and new.account_id is distinct from old.account_id)
     or (old.ended_at is not null and new.ended_at is distinct from old.ended_at) then
    perform refuse('stripe_account_fixed', 'whose account at Stripe it is never changes');
  end if;
  return new;
end $$;
create trigger stripe_account_fixed before update or delete on stripe_account
  for each row execute function stripe_account_stays();

-- Who left is not paid there any more; what is under way still arrives.
create function stripe_account_ends_with_person() returns trigger language plpgsql as $$
begin
  update stripe_account set ended_at = new.deleted_at where person_id = new.id and ended_at is null;
  return null;
end $$;
create trigger stripe_account_ends_with_person after update of deleted_at on person
  for each row when (old.deleted_at is null and new.deleted_at is not null) execute function stripe_account_ends_with_person();

create function stripe_ready(person uuid) returns boolean language sql stable as $$
  select exists (select 1 from stripe_account where person_id = person and is_ready and ended_at is null)
$$;

-- ─────────────── rules: lines that Stripe pays ───────────────

create function stripe_payment_fits() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and not exists (
    select 1 from payment_line l join payment_batch b on b.id = l.batch_id join stripe_account a on a.id = new.stripe_account_id
      where l.id = new.line_id and l.state = 'open' and b.rail = 'stripe' and a.person_id = l.person_id and a.account_id is not null) then
    perform refuse('stripe_payment_fits', 'Stripe pays an open line to the account of its own person');
  end if;
  if tg_op = 'UPDATE' and ((new.line_id, new.stripe_account_id, new.begun_at) is distinct from (old.line_id, old.stripe_account_id, old.begun_at)
      or (old.transfer_id is not null and new.transfer_id is distinct from old.transfer_id)
      or (old.payout_id is not null and new.payout_id is distinct from old.payout_id)
      or (old.reversal_id is not null and new.reversal_id is distinct from old.reversal_id)) then
    perform refuse('stripe_payment_fixed', 'what Stripe did stays');
  end if;
  return new;
end $$;
create trigger stripe_payment_fits before insert or update on stripe_payment
  for each row execute function stripe_payment_fits();
create trigger stripe_payment_no_delete before delete on stripe_payment
  for each row execute function record_is_append_only();
create trigger stripe_payment_no_truncate before truncate on stripe_payment
  for each statement execute function record_is_append_only();

-- A line at Stripe ends by what Stripe says: two treasurers cannot know whether it pays all the same.
create function put_back_not_of_stripe() returns trigger language plpgsql as $$
begin
  if exists (select 1 from payment_batch where id = new.batch_id and rail = 'stripe') then
    perform refuse('payment_put_back_open', 'Stripe says itself what it does not pay');
  end if;
  return new;
end $$;
create trigger put_back_not_of_stripe before insert on payment_put_back
  for each row execute function put_back_not_of_stripe();

-- The same as before, and Stripe pays who can be paid there.
create or replace function payable_claims(the_body uuid, until_day date, the_treasurer uuid, the_rail text)
returns table (claim_id uuid, person_id uuid, day date, amount_cents int, ground_id uuid, decision_id uuid, bank_account_id uuid, waits text)
language sql stable as $$
  with candidate as materialized (
    select c.id, c.person_id, c.day, c.amount_cents, a.decision_id, a.spending_id
      from allowance_claim c join activity a on a.id = c.activity_id join body b on b.id = the_body
      where c.state = 'approved' and c.day <= until_day and (a.body_id = the_body or b.slug = 'programmabureau')
        and not exists (select 1 from payment_line_claim x where x.claim_id = c.id and x.is_active)),
  ground as materialized (
    select g.decision_id, g.spending_id, payment_interest_of(the_treasurer, g.decision_id, g.spending_id) as interest
      from (select distinct decision_id, spending_id from candidate) g),
  near as materialized (select n.person_id, min(n.nearness) as nearness from near_ones(the_treasurer) n group by 1),
  over as materialized (select o.person_id from people_over_limit(array(select id from candidate)) o (person_id))
  select c.id, c.person_id, c.day, c.amount_cents, coalesce(c.decision_id, c.spending_id), c.decision_id, case the_rail when 'sepa' then account.id end,
      case when near.nearness is not null then near.nearness
        when ground.interest is not null then 'interest'
        when over.person_id is not null then 'limit'
        when the_rail = 'sepa' and account.id is null then 'no-account'
        when the_rail = 'stripe' and not stripe_ready(c.person_id) then 'no-account' end
    from candidate c
      join ground on ground.decision_id is not distinct from c.decision_id and ground.spending_id is not distinct from c.spending_id
      left join near on near.person_id = c.person_id
      left join over on over.person_id = c.person_id
      left join bank_account account on account.person_id = c.person_id and account.ended_at is null
$$;
