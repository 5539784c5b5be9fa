-- AlterTable
ALTER TABLE "payer_account" ADD COLUMN     "proposal_id" UUID;

-- AlterTable
ALTER TABLE "bank_statement" ADD COLUMN     "number" BIGINT;

-- AlterTable
ALTER TABLE "statement_match" ADD COLUMN     "batch_id" UUID,
ALTER COLUMN "line_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "payer_account_proposal" (
    "id" UUID NOT NULL,
    "holder" TEXT NOT NULL,
    "iban" TEXT NOT NULL,
    "bic" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ,

    CONSTRAINT "payer_account_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "payer_account_proposal_id_key" ON "payer_account"("proposal_id");

-- CreateIndex
CREATE INDEX "statement_match_batch_id_idx" ON "statement_match"("batch_id");

-- AddForeignKey
ALTER TABLE "payer_account" ADD CONSTRAINT "payer_account_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "payer_account_proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payer_account_proposal" ADD CONSTRAINT "payer_account_proposal_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payer_account_proposal" ADD CONSTRAINT "payer_account_proposal_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_match" ADD CONSTRAINT "statement_match_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "payment_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── who speaks for the programme's account ───────────────

-- Statements are of the account of the programme, which pays for every body: only treasurers of its office hear the bank.
create function is_office_treasurer(person uuid, the_day date) returns boolean language sql stable as $$
  select exists (select 1 from body_membership m join body b on b.id = m.body_id
    where m.person_id = person and m.role = 'treasurer' and b.slug = 'programmabureau'
      and m.begins_on <= the_day and (m.ends_on is null or m.ends_on >= the_day))
$$;

create function is_administrator(person uuid, the_day date) returns boolean language sql stable as $$
  select exists (select 1 from body_membership m join body b on b.id = m.body_id
    where m.person_id = person and m.role = 'administrator' and b.slug = 'programmabureau'
      and m.begins_on <= the_day and (m.ends_on is null or m.ends_on >= the_day))
$$;

-- ─────────────── statements of one account join ───────────────

-- The statement that says something else about the balance than these facts do; null: none. By the numbers that the bank gives
-- within a year, else by days. A statement that was told again in full since says nothing any more, and one that tells no new
-- booking is not judged.
create function contradicting_statement(the_iban text, the_begin date, the_end date, the_number bigint, the_opening bigint,
    the_closing bigint, the_bookings int, the_known int)
returns uuid language sql stable as $$
  with other as (
    select o.*, o.number is not null and the_number is not null
        and extract(year from o.ends_on) = extract(year from the_end) as numbered,
        o.begins_on <= the_end and o.ends_on >= the_begin as overlaps
      from bank_statement o
      where o.iban = the_iban and not exists (
        select 1 from bank_statement f
          where f.iban = o.iban and f.id <> o.id and f.number is null and o.number is null and f.begins_on = o.begins_on
            and f.ends_on >= o.ends_on and f.opening_cents = o.opening_cents and f.bookings > o.bookings and f.known >= o.bookings)),
  linked as (
    select other.*, closing_cents = the_opening or opening_cents = the_closing
        or (begins_on = the_begin and opening_cents = the_opening and the_known >= bookings) as joins
      from other)
  select l.id from linked l
    where (the_bookings = 0 or the_known < the_bookings) and case
      when l.numbered then
        (l.number = the_number and (l.opening_cents, l.closing_cents) is distinct from (the_opening, the_closing))
        or (l.number = the_number - 1 and l.closing_cents <> the_opening)
        or (l.number = the_number + 1 and l.opening_cents <> the_closing)
        or (l.number < the_number and l.begins_on > the_end) or (l.number > the_number and l.ends_on < the_begin)
      when l.ends_on + 1 = the_begin then l.closing_cents <> the_opening
      when the_end + 1 = l.begins_on then l.opening_cents <> the_closing
      when l.overlaps then not exists (select 1 from linked o where o.overlaps and not o.numbered and o.joins)
      else false end
    order by l.ends_on desc, l.imported_at desc, l.id limit 1
$$;

create function bank_statement_joins() returns trigger language plpgsql as $$
begin
  if not is_office_treasurer(new.imported_by_id, amsterdam_day(new.imported_at)) then
    perform refuse('payment_batch_treasurer', 'a treasurer of the programme office takes statements in');
  end if;
  if num_nulls(new.opening_cents, new.closing_cents, new.begins_on, new.ends_on) > 0 then
    perform refuse('bank_statement_joins', 'a statement says its days and what was on the account');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('bank-statements', 0));
  if contradicting_statement(new.iban, new.begins_on, new.ends_on, new.number, new.opening_cents, new.closing_cents,
       new.bookings, new.known) is not null then
    perform refuse('bank_statement_joins', 'another statement says something else about what was on the account');
  end if;
  return new;
end $$;
create trigger bank_statement_joins before insert on bank_statement
  for each row execute function bank_statement_joins();

-- ─────────────── what one booking can do ───────────────

alter table statement_item drop constraint statement_item_matched,
  add constraint statement_item_matched check (
    (state = 'matched') = (num_nonnulls(line_id, batch_id) = 1) and (state = 'matched') = (matched_at is not null)
    and num_nonnulls(line_id, batch_id) <= 1);

-- A bank books nothing before it got the file, and nothing on a day that did not come yet.
create function can_be_booked(the_batch uuid, the_day date, said_on date) returns boolean language sql stable as $$
  select exists (select 1 from payment_batch where id = the_batch and the_day between amsterdam_day(sent_at) and said_on)
$$;

create or replace function statement_item_fits() returns trigger language plpgsql as $$
declare
  the_mark text := 'statement:' || new.id;
  the_batch uuid := coalesce(new.batch_id, (select batch_id from payment_line where id = new.line_id));
begin
  if new.state <> 'matched' then return null; end if;
  if not exists (
    select 1 from payment_batch b join payer_account a on a.id = b.payer_account_id
      join bank_statement s on s.id = new.bank_statement_id and s.iban = a.iban
      where b.rail = 'sepa' and b.id = the_batch) then
    perform refuse('statement_item_fits', 'this batch was not paid from the account of the statement');
  end if;
  if not can_be_booked(the_batch, new.booked_on, amsterdam_day(new.matched_at)) then
    perform refuse('statement_item_day', 'a bank books a payment once it has the file, and not ahead');
  end if;
  if new.line_id is not null and not exists (
    select 1 from payment_line l where l.id = new.line_id and l.amount_cents = new.amount_cents
      and ((new.direction = 'debit' and l.settled_by = the_mark) or (new.direction = 'credit' and l.ended_by = the_mark))) then
    perform refuse('statement_item_fits', 'a booking and its line say another amount, or the line did not take the step');
  end if;
  if new.batch_id is not null and new.amount_cents is distinct from (
    select sum(l.amount_cents) from payment_line l where l.batch_id = new.batch_id
      and ((new.direction = 'debit' and l.settled_by = the_mark) or (new.direction = 'credit' and l.ended_by = the_mark))) then
    perform refuse('statement_item_fits', 'a booking of a batch and its lines say another amount');
  end if;
  return null;
end $$;

-- ─────────────── by two: what came back, and what is said by hand ───────────────

alter table statement_match
  add constraint statement_match_about check (num_nonnulls(line_id, batch_id) <= 1);

-- The lines that a proposal about a booking would change, or that the booking names itself.
create function lines_of_match(m statement_match, i statement_item) returns setof payment_line language sql stable as $$
  select l.* from payment_line l where l.id = m.line_id
  union select l.* from payment_line l where l.batch_id = m.batch_id and l.state = 'settled'
  union select l.* from payment_line l where i.end_to_end_id <> '' and l.end_to_end_id = i.end_to_end_id
$$;

create or replace function statement_match_fits() returns trigger language plpgsql as $$
declare
  i statement_item;
  s bank_statement;
  the_batch uuid;
  the_person uuid := coalesce(new.answered_by_id, new.proposed_by_id);
  the_day date := amsterdam_day(coalesce(new.answered_at, new.proposed_at));
  by_the_bank boolean;
begin
  if tg_op = 'UPDATE' and (old.state <> 'proposed'
      or (new.id, new.item_id, new.line_id, new.batch_id, new.note, new.proposed_by_id, new.proposed_at)
        is distinct from (old.id, old.item_id, old.line_id, old.batch_id, old.note, old.proposed_by_id, old.proposed_at)) then
    perform refuse('statement_match_fixed', 'what was proposed is confirmed or refused, and else stays as it is');
  end if;
  if tg_op = 'INSERT' and new.state <> 'proposed' then
    perform refuse('statement_match_state', 'somebody else confirms it');
  end if;
  if not is_office_treasurer(the_person, the_day) then
    perform refuse('payment_batch_treasurer', 'treasurers of the programme office say what a booking is about');
  end if;
  if new.state = 'refused' then return new; end if;
  select * into i from statement_item where id = new.item_id for update;
  select * into s from bank_statement where id = i.bank_statement_id;
  if i.state <> 'open' then perform refuse('statement_match_open', 'what became of this booking is known'); end if;
  the_batch := coalesce(new.batch_id, (select batch_id from payment_line where id = new.line_id));
  if the_batch is not null then
    if not exists (select 1 from payment_batch b join payer_account a on a.id = b.payer_account_id and a.iban = s.iban
                   where b.id = the_batch and b.rail = 'sepa')
       or not can_be_booked(the_batch, i.booked_on, the_day)
       or (new.line_id is not null and not exists (
         select 1 from payment_line l where l.id = new.line_id and l.amount_cents = i.amount_cents
           and l.state = case i.direction when 'debit' then 'open' else 'settled' end))
       or (new.batch_id is not null and (i.direction = 'debit' or i.amount_cents is distinct from (
         select sum(amount_cents) from payment_line where batch_id = new.batch_id and state = 'settled'))) then
      perform refuse('statement_match_open', 'this booking cannot be of that line or batch');
    end if;
    -- what came back can be paid again: never because of a file that one person brought
    if new.state = 'confirmed' and i.direction = 'credit' and new.answered_by_id = s.imported_by_id then
      perform refuse('statement_match_two_persons', 'who took the statement in does not confirm what came back');
    end if;
  end if;
  -- who takes in a statement says nothing of their own: the bank names the line, and somebody else confirms it
  by_the_bank := new.state = 'proposed' and (
    exists (select 1 from payment_line l where l.id = new.line_id and l.end_to_end_id = i.end_to_end_id)
    or (new.batch_id is not null and i.batch_mark <> ''));
  if not by_the_bank then
    perform hold_interests(array[the_person]);
    if exists (select 1 from lines_of_match(new, i) l join near_ones(the_person) n on n.person_id = l.person_id) then
      perform refuse('statement_match_not_own', 'nobody says so of their own money, or of who is near');
    end if;
    if exists (
      select 1 from (
        select distinct a.decision_id, a.spending_id from lines_of_match(new, i) l join payment_line_claim x on x.line_id = l.id
          join allowance_claim c on c.id = x.claim_id join activity a on a.id = c.activity_id) g
        where payment_interest_of(the_person, g.decision_id, g.spending_id) is not null) then
      perform refuse('statement_match_without_interest', 'an interest keeps this person away from the money of the plan');
    end if;
  end if;
  return new;
end $$;

-- By the bank a line comes back when two treasurers agree that it did; Stripe says so itself, in a message that was verified.
create function payment_line_returned_by_two() returns trigger language plpgsql as $$
begin
  if exists (select 1 from payment_batch where id = new.batch_id and rail = 'sepa') and not exists (
    select 1 from statement_match m join statement_item i on i.id = m.item_id
      where (m.line_id = new.id or m.batch_id = new.batch_id) and m.state = 'confirmed' and i.direction = 'credit'
        and new.ended_by = 'statement:' || i.id) then
    perform refuse('return_two_persons', 'two treasurers say that a payment came back');
  end if;
  return new;
end $$;
create trigger payment_line_returned before update on payment_line
  for each row when (old.state = 'settled' and new.state = 'returned') execute function payment_line_returned_by_two();

-- The bank says that this line came back, and a second treasurer did not confirm it yet.
create function line_coming_back(l payment_line) returns boolean language sql stable as $$
  select exists (select 1 from statement_match m join statement_item i on i.id = m.item_id
    where m.line_id = l.id and m.state = 'proposed' and i.direction = 'credit')
  or exists (select 1 from statement_match m where m.batch_id = l.batch_id and m.state = 'proposed')
$$;

-- Whether a booking names something of ours, or could be a line that waits: then nobody alone says that it is nothing.
create function needs_two_to_dismiss(i statement_item) returns boolean language sql stable as $$
  select i.end_to_end_id <> '' or i.batch_mark <> '' or exists (
    select 1 from payment_line l join payment_batch b on b.id = l.batch_id join payer_account a on a.id = b.payer_account_id
      join bank_statement s on s.id = i.bank_statement_id and s.iban = a.iban
      where b.rail = 'sepa' and b.state in ('sent', 'settled') and l.amount_cents = i.amount_cents
        and case i.direction when 'debit' then l.state = 'open' else l.state = 'settled' and i.return_reason <> '' end)
$$;
create index payment_line_amount on payment_line (amount_cents) where state in ('open', 'settled');

create function statement_item_dismissed_by() returns trigger language plpgsql as $$
begin
  if not is_office_treasurer(new.dismissed_by_id, amsterdam_day(new.dismissed_at)) then
    perform refuse('payment_batch_treasurer', 'a treasurer of the programme office takes a booking off the worklist');
  end if;
  if needs_two_to_dismiss(old) and not exists (
    select 1 from statement_match m
      where m.item_id = new.id and m.state = 'confirmed' and num_nonnulls(m.line_id, m.batch_id) = 0) then
    perform refuse('dismissed_by_two', 'a booking that can be of a payment is taken off the worklist by two');
  end if;
  return new;
end $$;
create trigger statement_item_dismissed_by before update on statement_item
  for each row when (old.state = 'open' and new.state = 'dismissed') execute function statement_item_dismissed_by();
