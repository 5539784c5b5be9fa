-- CreateTable
CREATE TABLE "bank_statement" (
    "id" UUID NOT NULL,
    "payer_account_id" UUID NOT NULL,
    "iban" TEXT NOT NULL,
    "statement_id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "begins_on" DATE,
    "ends_on" DATE,
    "opening_cents" BIGINT,
    "closing_cents" BIGINT,
    "bookings" INTEGER NOT NULL,
    "known" INTEGER NOT NULL,
    "not_booked" INTEGER NOT NULL,
    "imported_by_id" UUID NOT NULL,
    "imported_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "bank_statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_item" (
    "id" UUID NOT NULL,
    "bank_statement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "booking_key" TEXT,
    "booked_on" DATE NOT NULL,
    "direction" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "end_to_end_id" TEXT NOT NULL DEFAULT '',
    "batch_mark" TEXT NOT NULL DEFAULT '',
    "batch_count" INTEGER,
    "return_reason" TEXT NOT NULL DEFAULT '',
    "reversal" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL DEFAULT '',
    "counterparty" TEXT NOT NULL DEFAULT '',
    "counter_account" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "line_id" UUID,
    "batch_id" UUID,
    "matched_at" TIMESTAMPTZ,
    "dismissed_by_id" UUID,
    "dismissed_at" TIMESTAMPTZ,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "statement_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_match" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ,

    CONSTRAINT "statement_match_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_line_check" (
    "id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "bank_name" TEXT NOT NULL DEFAULT '',
    "checked_by_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ NOT NULL,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "payment_line_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bank_statement_sha256_idx" ON "bank_statement"("sha256");

-- CreateIndex
CREATE INDEX "bank_statement_imported_at_idx" ON "bank_statement"("imported_at");

-- CreateIndex
CREATE UNIQUE INDEX "bank_statement_iban_fingerprint_key" ON "bank_statement"("iban", "fingerprint");

-- CreateIndex
CREATE INDEX "statement_item_booking_key_idx" ON "statement_item"("booking_key");

-- CreateIndex
CREATE INDEX "statement_item_state_idx" ON "statement_item"("state");

-- CreateIndex
CREATE INDEX "statement_item_line_id_idx" ON "statement_item"("line_id");

-- CreateIndex
CREATE INDEX "statement_item_batch_id_idx" ON "statement_item"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_item_bank_statement_id_position_key" ON "statement_item"("bank_statement_id", "position");

-- CreateIndex
CREATE INDEX "statement_match_item_id_idx" ON "statement_match"("item_id");

-- CreateIndex
CREATE INDEX "statement_match_line_id_idx" ON "statement_match"("line_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_line_check_sequence_key" ON "payment_line_check"("sequence");

-- CreateIndex
CREATE INDEX "payment_line_check_line_id_idx" ON "payment_line_check"("line_id");

-- AddForeignKey
ALTER TABLE "bank_statement" ADD CONSTRAINT "bank_statement_payer_account_id_fkey" FOREIGN KEY ("payer_account_id") REFERENCES "payer_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_statement" ADD CONSTRAINT "bank_statement_imported_by_id_fkey" FOREIGN KEY ("imported_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_item" ADD CONSTRAINT "statement_item_bank_statement_id_fkey" FOREIGN KEY ("bank_statement_id") REFERENCES "bank_statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_item" ADD CONSTRAINT "statement_item_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "payment_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_item" ADD CONSTRAINT "statement_item_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "payment_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_item" ADD CONSTRAINT "statement_item_dismissed_by_id_fkey" FOREIGN KEY ("dismissed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_match" ADD CONSTRAINT "statement_match_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "statement_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_match" ADD CONSTRAINT "statement_match_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "payment_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_match" ADD CONSTRAINT "statement_match_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_match" ADD CONSTRAINT "statement_match_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_line_check" ADD CONSTRAINT "payment_line_check_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "payment_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_line_check" ADD CONSTRAINT "payment_line_check_checked_by_id_fkey" FOREIGN KEY ("checked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── what the bank says ───────────────

alter table bank_statement
  add constraint bank_statement_iban check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  add constraint bank_statement_id check (char_length(statement_id) between 1 and 35),
  add constraint bank_statement_digests check (fingerprint ~ '^[0-9a-f]{64}$' and sha256 ~ '^[0-9a-f]{64}$'),
  add constraint bank_statement_counts check (bookings >= 0 and known between 0 and bookings and not_booked >= 0);

create function bank_statement_of_payer() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from payer_account where id = new.payer_account_id and iban = new.iban) then
    perform refuse('bank_statement_of_payer', 'this is not an account from which the programme pays');
  end if;
  return new;
end $$;
create trigger bank_statement_of_payer before insert on bank_statement
  for each row execute function bank_statement_of_payer();
create trigger bank_statement_append_only before update or delete on bank_statement
  for each row execute function record_is_append_only();
create trigger bank_statement_no_truncate before truncate on bank_statement
  for each statement execute function record_is_append_only();

alter table statement_item
  add constraint statement_item_direction check (direction in ('debit', 'credit')),
  add constraint statement_item_amount check (amount_cents between 0 and 999999999999999),
  add constraint statement_item_state check (state in ('open', 'matched', 'dismissed')),
  add constraint statement_item_waits check (state <> 'open' or reason <> ''),
  add constraint statement_item_matched check (
    (state = 'matched') = (num_nonnulls(line_id, batch_id) = 1) and (state = 'matched') = (matched_at is not null)
    and num_nonnulls(line_id, batch_id) <= 1 and (batch_id is null or direction = 'debit')),
  add constraint statement_item_dismissed check (
    (state = 'dismissed') = (dismissed_by_id is not null) and (dismissed_by_id is null) = (dismissed_at is null)
    and (state = 'dismissed') = (note <> '') and (note = '' or char_length(btrim(note)) between 3 and 500)),
  -- who is on the other side is forgotten once it is known what this is
  add constraint statement_item_private check (
    state = 'open' or (counterparty = '' and counter_account = '' and text = '')),
  add constraint statement_item_masked check (counter_account ~ '^([A-Z]{2}••[ •0-9A-Z]{4,40})?$' and counter_account !~ '[0-9A-Z]{5}'),
  add constraint statement_item_texts check (
    char_length(end_to_end_id) <= 35 and char_length(batch_mark) <= 35 and char_length(return_reason) <= 35
    and char_length(reason) <= 40 and char_length(counterparty) <= 140 and char_length(text) <= 300);

-- A booking is taken in once, in however many statements it stands.
create unique index statement_item_booking_once on statement_item (booking_key) where booking_key is not null;
-- A line is paid by one booking, and comes back by one.
create unique index statement_item_line_once on statement_item (line_id, direction) where line_id is not null;

create function statement_item_moves() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state = 'dismissed' then perform refuse('statement_item_state', 'somebody looks at it first'); end if;
    return new;
  end if;
  if old.state <> 'open' then perform refuse('statement_item_state', 'what became of a booking stays so'); end if;
  if (new.id, new.bank_statement_id, new.position, new.booking_key, new.booked_on, new.direction, new.amount_cents, new.end_to_end_id,
      new.batch_mark, new.batch_count, new.return_reason, new.reversal)
     is distinct from (old.id, old.bank_statement_id, old.position, old.booking_key, old.booked_on, old.direction, old.amount_cents,
      old.end_to_end_id, old.batch_mark, old.batch_count, old.return_reason, old.reversal) then
    perform refuse('statement_item_fixed', 'what the bank said never changes');
  end if;
  return new;
end $$;
create trigger statement_item_moves before insert or update on statement_item
  for each row execute function statement_item_moves();
create trigger statement_item_no_delete before delete on statement_item
  for each row execute function record_is_append_only();
create trigger statement_item_no_truncate before truncate on statement_item
  for each statement execute function record_is_append_only();

-- What is matched has done what it says, to the cent, from the account of the batch.
create function statement_item_fits() returns trigger language plpgsql as $$
declare
  the_mark text := 'statement:' || new.id;
begin
  if new.state <> 'matched' then return null; end if;
  if not exists (
    select 1 from payment_batch b join payer_account a on a.id = b.payer_account_id
      join bank_statement s on s.id = new.bank_statement_id and s.iban = a.iban
      where b.rail = 'sepa' and b.id = coalesce(new.batch_id, (select batch_id from payment_line where id = new.line_id))) then
    perform refuse('statement_item_fits', 'this batch was not paid from the account of the statement');
  end if;
  if new.line_id is not null and not exists (
    select 1 from payment_line l where l.id = new.line_id and l.amount_cents = new.amount_cents
      and ((new.direction = 'debit' and l.settled_by = the_mark) or (new.direction = 'credit' and l.ended_by = the_mark))) then
    perform refuse('statement_item_fits', 'a booking and its line say another amount, or the line did not take the step');
  end if;
  if new.batch_id is not null and new.amount_cents is distinct from (
    select sum(l.amount_cents) from payment_line l where l.batch_id = new.batch_id and l.settled_by = the_mark) then
    perform refuse('statement_item_fits', 'a booking of a batch and the lines that it paid say another amount');
  end if;
  return null;
end $$;
create constraint trigger statement_item_fits after insert or update on statement_item
  deferrable initially deferred for each row execute function statement_item_fits();

-- ─────────────── matched by hand ───────────────

alter table statement_match
  add constraint statement_match_state check (state in ('proposed', 'confirmed', 'refused')),
  add constraint statement_match_note check (char_length(btrim(note)) between 3 and 500),
  add constraint statement_match_two_persons check (state <> 'confirmed' or answered_by_id <> proposed_by_id),
  add constraint statement_match_answered check (
    (state = 'proposed') = (answered_by_id is null) and (answered_by_id is null) = (answered_at is null));
create unique index statement_match_one on statement_match (item_id) where state = 'proposed';

create function statement_match_fits() returns trigger language plpgsql as $$
declare
  i statement_item;
  l payment_line;
  the_body uuid;
  the_person uuid := coalesce(new.answered_by_id, new.proposed_by_id);
begin
  if tg_op = 'UPDATE' and (old.state <> 'proposed'
      or (new.id, new.item_id, new.line_id, new.note, new.proposed_by_id, new.proposed_at)
        is distinct from (old.id, old.item_id, old.line_id, old.note, old.proposed_by_id, old.proposed_at)) then
    perform refuse('statement_match_fixed', 'what was proposed is confirmed or refused, and else stays as it is');
  end if;
  if tg_op = 'INSERT' and new.state <> 'proposed' then
    perform refuse('statement_match_state', 'somebody else confirms it');
  end if;
  if new.state = 'refused' then return new; end if;
  select * into i from statement_item where id = new.item_id for update;
  select * into l from payment_line where id = new.line_id;
  select body_id into the_body from payment_batch where id = l.batch_id;
  if i.state <> 'open' or i.amount_cents <> l.amount_cents
     or l.state <> (case i.direction when 'debit' then 'open' else 'settled' end) then
    perform refuse('statement_match_open', 'this booking cannot be of that line');
  end if;
  if not is_treasurer(the_person, the_body, amsterdam_day(coalesce(new.answered_at, new.proposed_at))) then
    perform refuse('payment_batch_treasurer', 'treasurers say what a booking is about');
  end if;
  if exists (select 1 from near_ones(the_person) n where n.person_id = l.person_id) then
    perform refuse('statement_match_not_own', 'nobody says so of their own money, or of who is near');
  end if;
  return new;
end $$;
create trigger statement_match_fits before insert or update on statement_match
  for each row execute function statement_match_fits();
create trigger statement_match_no_delete before delete on statement_match
  for each row execute function record_is_append_only();
create trigger statement_match_no_truncate before truncate on statement_match
  for each statement execute function record_is_append_only();

-- ─────────────── verification of payee ───────────────

alter table payment_line_check
  add constraint payment_line_check_answer check (answer in ('match', 'close', 'none', 'not-possible')),
  add constraint payment_line_check_name check (
    (answer = 'close') = (bank_name <> '') and (bank_name = '' or char_length(btrim(bank_name)) between 2 and 140));

create function payment_line_check_fits() returns trigger language plpgsql as $$
declare
  b payment_batch;
begin
  select batch.* into b from payment_line l join payment_batch batch on batch.id = l.batch_id
    where l.id = new.line_id and l.state = 'open';
  if b.id is null or b.rail <> 'sepa' or b.state not in ('draft', 'approved', 'sent') then
    perform refuse('payment_line_check_open', 'the bank compares names before it pays');
  end if;
  if not is_treasurer(new.checked_by_id, b.body_id, amsterdam_day(new.checked_at)) then
    perform refuse('payment_batch_treasurer', 'a treasurer notes what the bank answered');
  end if;
  return new;
end $$;
create trigger payment_line_check_fits before insert on payment_line_check
  for each row execute function payment_line_check_fits();
create trigger payment_line_check_append_only before update or delete on payment_line_check
  for each row execute function record_is_append_only();
create trigger payment_line_check_no_truncate before truncate on payment_line_check
  for each statement execute function record_is_append_only();
