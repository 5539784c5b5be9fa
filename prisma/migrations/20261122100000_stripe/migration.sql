-- CreateTable
CREATE TABLE "stripe_event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "account_id" TEXT,
    "livemode" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL,
    "handled_at" TIMESTAMPTZ,

    CONSTRAINT "stripe_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gift_purpose" (
    "id" UUID NOT NULL,
    "body_id" UUID,
    "money_source_id" UUID NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ,

    CONSTRAINT "gift_purpose_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gift" (
    "id" UUID NOT NULL,
    "purpose_id" UUID NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "display" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "show_amount" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'begun',
    "fee_cents" INTEGER NOT NULL DEFAULT 0,
    "refunded_cents" INTEGER NOT NULL DEFAULT 0,
    "dispute" TEXT NOT NULL DEFAULT 'none',
    "disputed_cents" INTEGER NOT NULL DEFAULT 0,
    "session_id" TEXT,
    "intent_id" TEXT,
    "begun_at" TIMESTAMPTZ NOT NULL,
    "paid_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "gift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gift_booking" (
    "change_id" UUID NOT NULL,
    "gift_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "amount_cents" INTEGER NOT NULL,

    CONSTRAINT "gift_booking_pkey" PRIMARY KEY ("change_id","gift_id","what")
);

-- CreateTable
CREATE TABLE "gift_refund" (
    "id" UUID NOT NULL,
    "gift_id" UUID NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "proposer_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "answerer_id" UUID,
    "answered_at" TIMESTAMPTZ,
    "answer" TEXT NOT NULL DEFAULT '',
    "stripe_refund_id" TEXT,

    CONSTRAINT "gift_refund_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stripe_event_created_at_idx" ON "stripe_event"("created_at");

-- CreateIndex
CREATE INDEX "stripe_event_handled_at_idx" ON "stripe_event"("handled_at");

-- CreateIndex
CREATE INDEX "gift_purpose_money_source_id_idx" ON "gift_purpose"("money_source_id");

-- CreateIndex
CREATE UNIQUE INDEX "gift_session_id_key" ON "gift"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "gift_intent_id_key" ON "gift"("intent_id");

-- CreateIndex
CREATE INDEX "gift_purpose_id_state_idx" ON "gift"("purpose_id", "state");

-- CreateIndex
CREATE INDEX "gift_state_begun_at_idx" ON "gift"("state", "begun_at");

-- CreateIndex
CREATE INDEX "gift_booking_gift_id_idx" ON "gift_booking"("gift_id");

-- CreateIndex
CREATE UNIQUE INDEX "gift_refund_stripe_refund_id_key" ON "gift_refund"("stripe_refund_id");

-- CreateIndex
CREATE INDEX "gift_refund_gift_id_idx" ON "gift_refund"("gift_id");

-- AddForeignKey
ALTER TABLE "gift_purpose" ADD CONSTRAINT "gift_purpose_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_purpose" ADD CONSTRAINT "gift_purpose_money_source_id_fkey" FOREIGN KEY ("money_source_id") REFERENCES "money_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_purpose" ADD CONSTRAINT "gift_purpose_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_purpose" ADD CONSTRAINT "gift_purpose_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift" ADD CONSTRAINT "gift_purpose_id_fkey" FOREIGN KEY ("purpose_id") REFERENCES "gift_purpose"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_booking" ADD CONSTRAINT "gift_booking_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "budget_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_booking" ADD CONSTRAINT "gift_booking_gift_id_fkey" FOREIGN KEY ("gift_id") REFERENCES "gift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_refund" ADD CONSTRAINT "gift_refund_gift_id_fkey" FOREIGN KEY ("gift_id") REFERENCES "gift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_refund" ADD CONSTRAINT "gift_refund_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_refund" ADD CONSTRAINT "gift_refund_answerer_id_fkey" FOREIGN KEY ("answerer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── rules: messages of Stripe ───────────────

alter table stripe_event
  add constraint stripe_event_id check (id ~ '^evt_\w{1,100}$'),
  add constraint stripe_event_words check (char_length(type) between 1 and 100 and char_length(object_id) between 1 and 200);

-- What was received stays; only when it was handled is added.
create function stripe_event_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - 'handled_at') = (to_jsonb(old) - 'handled_at') then return new; end if;
  perform refuse('stripe_event_fixed', 'a message of Stripe stays as it was received');
  return null;
end $$;
create trigger stripe_event_fixed before update on stripe_event
  for each row execute function stripe_event_stays();

-- ─────────────── rules: what can be given to ───────────────

create unique index gift_purpose_one_running on gift_purpose ((coalesce(body_id::text, 'donutfonds'))) where closed_at is null;
create unique index gift_purpose_one_source on gift_purpose (money_source_id) where closed_at is null;

alter table gift_purpose
  add constraint gift_purpose_closed check ((closed_at is null) = (closed_by_id is null));

create function gift_purpose_fits() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.closed_at is not null
      or (to_jsonb(new) - '{closed_at,closed_by_id}'::text[]) is distinct from (to_jsonb(old) - '{closed_at,closed_by_id}'::text[])) then
    perform refuse('gift_purpose_fixed', 'what can be given to stays: close it and open another');
  end if;
  if tg_op = 'INSERT' then
    if not exists (select 1 from money_source where id = new.money_source_id and kind = 'donation' and form = 'money') then
      perform refuse('gift_purpose_source', 'gifts are counted in a source of donations of money');
    end if;
    if new.body_id is not null and not exists (select 1 from body where id = new.body_id and kind = 'wijkalliantie') then
      perform refuse('gift_purpose_body', 'gifts go to the donutfonds or to a wijkalliantie');
    end if;
  end if;
  return new;
end $$;
create trigger gift_purpose_fits before insert or update on gift_purpose
  for each row execute function gift_purpose_fits();

-- ─────────────── rules: gifts ───────────────

alter table gift
  add constraint gift_amount check (amount_cents between 500 and 500000),
  add constraint gift_kind check (kind in ('resident', 'company', 'organisation')),
  -- rule 6: of who stays anonymous no name is kept, nor of who did not pay after all
  add constraint gift_display check (case display
    when 'anonymous' then name = ''
    when 'name' then state = 'abandoned' or char_length(btrim(name)) between 1 and 120
    else false end),
  add constraint gift_no_name_of_abandoned check (state <> 'abandoned' or name = ''),
  add constraint gift_state check (state in ('begun', 'processing', 'paid', 'abandoned')),
  add constraint gift_paid check ((state = 'paid') = (paid_at is not null) and (state <> 'paid' or intent_id is not null)),
  add constraint gift_after check (fee_cents >= 0 and refunded_cents between 0 and amount_cents and disputed_cents between 0 and amount_cents
    and (state = 'paid' or (fee_cents, refunded_cents, disputed_cents, dispute) = (0, 0, 0, 'none'))),
  add constraint gift_dispute check (dispute in ('none', 'open', 'won', 'lost') and (dispute = 'lost' or disputed_cents = 0));

create function gift_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform refuse('gift_fixed', 'a gift stays on record');
  elsif (to_jsonb(new) - '{name,display,state,fee_cents,refunded_cents,dispute,disputed_cents,session_id,intent_id,paid_at,revision}'::text[])
     is distinct from (to_jsonb(old) - '{name,display,state,fee_cents,refunded_cents,dispute,disputed_cents,session_id,intent_id,paid_at,revision}'::text[])
     or new.name not in (old.name, '') or new.display not in (old.display, 'anonymous')
     or (old.session_id is not null and new.session_id is distinct from old.session_id)
     or (old.intent_id is not null and new.intent_id is distinct from old.intent_id) then
    perform refuse('gift_fixed', 'what was given, to what and by which payment stays');
  elsif old.state = 'paid' and new.state <> 'paid' then
    perform refuse('gift_fixed', 'what was paid stays paid');
  end if;
  return new;
end $$;
create trigger gift_fixed before update or delete on gift
  for each row execute function gift_stays();
create trigger gift_no_truncate before truncate on gift
  for each statement execute function record_is_append_only();

-- ─────────────── rules: gifts in the ledger ───────────────

alter table gift_booking
  add constraint gift_booking_what check (what in ('gift', 'less', 'again')),
  add constraint gift_booking_amount check (amount_cents > 0);

create trigger gift_booking_append_only before update or delete on gift_booking
  for each row execute function record_is_append_only();
create trigger gift_booking_no_truncate before truncate on gift_booking
  for each statement execute function record_is_append_only();

-- What counts: changes that wait or were approved, and were not undone since.
create function gift_booked(the_gift uuid, the_what text) returns bigint language sql stable as $$
  select coalesce(sum(b.amount_cents), 0)::bigint from gift_booking b join budget_change c on c.id = b.change_id
    where b.gift_id = the_gift and b.what = the_what and c.state in ('proposed', 'approved')
      and not exists (select 1 from ledger_entry e join ledger_entry undone on undone.corrects_id = e.id where e.change_id = c.id)
$$;

create function gift_booking_fits() returns trigger language plpgsql as $$
declare
  g gift;
begin
  select * into g from gift where id = new.gift_id for no key update;
  if not exists (select 1 from budget_change c join gift_purpose p on p.id = g.purpose_id
      where c.id = new.change_id and c.state = 'proposed' and c.money_source_id = p.money_source_id
        and c.kind = case new.what when 'less' then 'pledge-lowered' else 'pledge' end) then
    perform refuse('gift_booking_change', 'a gift is counted in a proposed pledge of its own source');
  end if;
  if g.state <> 'paid' or gift_booked(g.id, 'gift') + (case new.what when 'gift' then new.amount_cents else 0 end) > g.amount_cents then
    perform refuse('gift_booked_once', 'a paid gift is counted once');
  end if;
  if new.what = 'less' and gift_booked(g.id, 'less') - gift_booked(g.id, 'again') + new.amount_cents
      > g.fee_cents + g.refunded_cents + g.disputed_cents then
    perform refuse('gift_booked_once', 'what went of a gift is counted once');
  end if;
  if new.what = 'again' and gift_booked(g.id, 'less') - gift_booked(g.id, 'again') - new.amount_cents
      < g.fee_cents + g.refunded_cents + g.disputed_cents then
    perform refuse('gift_booked_once', 'what came back of a gift is counted once');
  end if;
  return new;
end $$;
create trigger gift_booking_fits before insert on gift_booking
  for each row execute function gift_booking_fits();

create function gift_booking_adds_up() returns trigger language plpgsql as $$
begin
  if (select amount_cents from budget_change where id = new.change_id)
     <> (select sum(amount_cents) from gift_booking where change_id = new.change_id) then
    perform refuse('gift_booking_adds_up', 'a change counts exactly its gifts');
  end if;
  return null;
end $$;
create constraint trigger gift_booking_adds_up after insert on gift_booking
  deferrable initially deferred for each row execute function gift_booking_adds_up();

-- ─────────────── rules: giving back (rule 1) ───────────────

alter table gift_refund
  add constraint gift_refund_amount check (amount_cents > 0),
  add constraint gift_refund_reason check (char_length(btrim(reason)) between 1 and 1000),
  add constraint gift_refund_state check (state in ('proposed', 'withdrawn', 'refused', 'approved', 'done', 'failed')),
  add constraint gift_refund_two_persons check (state in ('proposed', 'withdrawn') or (answerer_id is not null and answerer_id <> proposer_id)),
  add constraint gift_refund_answered check ((state = 'proposed') = (answered_at is null)),
  add constraint gift_refund_answer check (state not in ('refused', 'withdrawn') or char_length(btrim(answer)) between 1 and 1000),
  add constraint gift_refund_done check (state <> 'done' or stripe_refund_id is not null);

create function gift_refund_fits() returns trigger language plpgsql as $$
declare
  g gift;
begin
  if tg_op = 'DELETE' then
    perform refuse('gift_refund_closed', 'a proposed refund stays on record');
  end if;
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - '{state,answerer_id,answered_at,answer,stripe_refund_id}'::text[])
       is distinct from (to_jsonb(old) - '{state,answerer_id,answered_at,answer,stripe_refund_id}'::text[])
       or (old.answered_at is not null and (new.answerer_id, new.answered_at) is distinct from (old.answerer_id, old.answered_at))
       or old.state in ('withdrawn', 'refused')
       or (old.state <> new.state and (old.state, new.state) not in (('proposed', 'withdrawn'), ('proposed', 'refused'), ('proposed', 'approved'),
         ('approved', 'done'), ('approved', 'failed'), ('done', 'failed'), ('failed', 'done'))) then
      perform refuse('gift_refund_closed', 'what was proposed and answered stays');
    end if;
    return new;
  end if;
  select * into g from gift where id = new.gift_id for no key update;
  if g.state <> 'paid' or g.dispute in ('open', 'lost') then
    perform refuse('gift_refund_of_paid', 'only a paid gift that is not disputed can be given back');
  end if;
  -- what was given back at Stripe itself counts too
  if new.amount_cents + greatest(g.refunded_cents, (select coalesce(sum(amount_cents), 0) from gift_refund where gift_id = g.id and state = 'done'))
     + (select coalesce(sum(amount_cents), 0) from gift_refund where gift_id = g.id and state in ('proposed', 'approved')) > g.amount_cents then
    perform refuse('gift_refund_within_gift', 'no more is given back than was given');
  end if;
  return new;
end $$;
create trigger gift_refund_fits before insert or update or delete on gift_refund
  for each row execute function gift_refund_fits();
