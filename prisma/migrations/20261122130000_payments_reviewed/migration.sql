-- ─────────────── who says that the bank did not pay ───────────────

-- Who is put back can be paid again, so nobody says so of their own money, or of who is near. Taking it back or saying that the
-- bank did pay gives nobody anything.
create function put_back_is_not_own() returns trigger language plpgsql as $$
declare
  the_person uuid := coalesce(new.answered_by_id, new.proposed_by_id);
begin
  if new.state <> 'refused' and exists (
    select 1 from payment_line l join near_ones(the_person) n on n.person_id = l.person_id
      where l.batch_id = new.batch_id and l.state = 'open' and l.id = coalesce(new.line_id, l.id)) then
    perform refuse('payment_put_back_not_own', 'nobody says so of their own money, or of who is near');
  end if;
  return new;
end $$;
-- its name comes after payment_put_back_fits, which holds the batch, because triggers go by name
create trigger payment_put_back_not_own before insert or update on payment_put_back
  for each row execute function put_back_is_not_own();

-- ─────────────── what a line pays ───────────────

-- Waits for who decides on the batch at this instant, so that what the second treasurer saw is what is paid. Its name comes before
-- payment_line_claim_fits, which looks at the batch in a statement of its own, after this one waited.
create function payment_line_claim_batch() returns trigger language plpgsql as $$
begin
  perform 1 from payment_batch where id = (select batch_id from payment_line where id = new.line_id) for no key update;
  return new;
end $$;
create trigger payment_line_claim_batch before insert on payment_line_claim
  for each row execute function payment_line_claim_batch();
