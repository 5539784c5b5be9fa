-- ─────────────── what can be paid, quick with hundreds of promises ───────────────

-- The same as before, joined by one column that can be hashed, and without what lost its person: nobody is paid for that any more.
create or replace function payable_claims(the_body uuid, until_day date, the_treasurer uuid, the_rail text)
returns table (claim_id uuid, person_id uuid, day date, amount_cents int, ground_id uuid, decision_id uuid, bank_account_id uuid, waits text)
language sql stable as $$
  with candidate as materialized (
    select c.id, c.person_id, c.day, c.amount_cents, a.decision_id, a.spending_id, coalesce(a.decision_id, a.spending_id) as ground_id
      from allowance_claim c join activity a on a.id = c.activity_id join body b on b.id = the_body
      where c.state = 'approved' and c.erased_on is null and c.day <= until_day and (a.body_id = the_body or b.slug = 'programmabureau')
        and not exists (select 1 from payment_line_claim x where x.claim_id = c.id and x.is_active)),
  ground as materialized (
    select g.ground_id, payment_interest_of(the_treasurer, g.decision_id, g.spending_id) as interest
      from (select distinct c.ground_id, c.decision_id, c.spending_id from candidate c) g),
  near as materialized (select n.person_id, min(n.nearness) as nearness from near_ones(the_treasurer) n group by 1),
  over as materialized (select o.person_id from people_over_limit(array(select id from candidate)) o (person_id)),
  found as materialized (
    -- an index finds each account, whatever the planner thinks of how many claims there are
    select c.*, (select b.id from bank_account b where b.person_id = c.person_id and b.ended_at is null) as account_id,
        c.person_id in (select o.person_id from over o) as is_over
      from candidate c)
  select f.id, f.person_id, f.day, f.amount_cents, f.ground_id, f.decision_id, case the_rail when 'sepa' then f.account_id end,
      case when near.nearness is not null then near.nearness
        when ground.interest is not null then 'interest'
        when f.is_over then 'limit'
        when the_rail = 'sepa' and f.account_id is null then 'no-account'
        when the_rail = 'stripe' and not stripe_ready(f.person_id) then 'no-account' end
    from found f
      join ground on ground.ground_id = f.ground_id
      left join near on near.person_id = f.person_id
$$;

-- ─────────────── approving, quick with thousands of lines ───────────────

-- The same as before; what each line adds up to is counted once for all lines.
create or replace function payment_batch_moves() returns trigger language plpgsql as $$
declare
  the_year int;
  sequence int;
  near uuid[];
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or new.revision <> 1 then perform refuse('payment_batch_state', 'a batch begins as a draft'); end if;
    if not is_treasurer(new.composed_by_id, new.body_id, amsterdam_day(new.composed_at)) then
      perform refuse('payment_batch_treasurer', 'a treasurer composes a batch');
    end if;
    the_year := extract(year from amsterdam_day(new.composed_at));
    insert into payment_batch_counter (year, last) values (the_year, 1)
      on conflict (year) do update set last = payment_batch_counter.last + 1 returning last into sequence;
    new.number := 'V' || the_year || '-' || lpad(sequence::text, greatest(4, length(sequence::text)), '0');
    return new;
  end if;

  new.revision := old.revision + 1;
  if (new.id, new.number, new.body_id, new.rail, new.until_day, new.composed_by_id, new.composed_at, new.form_key)
     is distinct from (old.id, old.number, old.body_id, old.rail, old.until_day, old.composed_by_id, old.composed_at, old.form_key)
     or (old.approved_at is not null and (new.approved_by_id, new.approved_at, new.odd_reason)
        is distinct from (old.approved_by_id, old.approved_at, old.odd_reason))
     or (old.sent_at is not null and (new.sent_by_id, new.sent_at, new.execute_on, new.payer_account_id)
        is distinct from (old.sent_by_id, old.sent_at, old.execute_on, old.payer_account_id)) then
    perform refuse('payment_batch_fixed', 'what a batch is, who approved it and how it was sent never change');
  end if;
  if new.state = old.state then
    if new.state = 'discarded' then perform refuse('payment_batch_state', 'a discarded batch stays as it is'); end if;
    return new;
  end if;
  if (old.state, new.state) not in
     (('draft', 'approved'), ('draft', 'discarded'), ('approved', 'sent'), ('approved', 'discarded'), ('sent', 'settled')) then
    perform refuse('payment_batch_state', format('a batch does not go from %s to %s', old.state, new.state));
  end if;

  if new.state = 'approved' then
    if not is_treasurer(new.approved_by_id, new.body_id, amsterdam_day(new.approved_at)) then
      perform refuse('payment_batch_treasurer', 'a treasurer approves a batch');
    end if;
    perform hold_interests(array[new.composed_by_id, new.approved_by_id]);
    select array_agg(n.person_id) into near from (
      select person_id from near_ones(new.composed_by_id) union select person_id from near_ones(new.approved_by_id)) n;
    if exists (select 1 from payment_line where batch_id = new.id and state = 'open' and person_id = any (near)) then
      perform refuse('payment_batch_not_own', 'nobody pays themselves or who is near');
    end if;
    if exists (
      select 1 from (
        select distinct a.decision_id, a.spending_id from payment_line l join payment_line_claim x on x.line_id = l.id
          join allowance_claim c on c.id = x.claim_id join activity a on a.id = c.activity_id
          where l.batch_id = new.id and l.state = 'open') g
        where payment_interest_of(new.composed_by_id, g.decision_id, g.spending_id) is not null
           or payment_interest_of(new.approved_by_id, g.decision_id, g.spending_id) is not null) then
      perform refuse('payment_batch_without_interest', 'an interest keeps this person away from the money of the plan');
    end if;
    if not exists (select 1 from payment_line where batch_id = new.id and state = 'open') then
      perform refuse('payment_batch_empty', 'nobody is left in this batch');
    end if;
    if exists (
      select 1 from payment_line l left join payment_line_claim x on x.line_id = l.id
        where l.batch_id = new.id and l.state = 'open' group by l.id having sum(x.amount_cents) is distinct from l.amount_cents) then
      perform refuse('payment_line_adds_up', 'a line pays another amount than its hours and expenses');
    end if;
    if new.rail = 'sepa' and exists (
      select 1 from payment_line l left join bank_account b on b.id = l.bank_account_id
        where l.batch_id = new.id and l.state = 'open' and (b.id is null or b.ended_at is not null)) then
      perform refuse('payment_line_account', 'somebody has another bank account by now');
    end if;
    if exists (
      select 1 from people_over_limit(array(
        select x.claim_id from payment_line l join payment_line_claim x on x.line_id = l.id
          where l.batch_id = new.id and l.state = 'open'))) then
      perform refuse('payment_over_limit', 'somebody would get more than the law allows');
    end if;
  elsif new.state = 'sent' and not is_treasurer(new.sent_by_id, new.body_id, amsterdam_day(new.sent_at)) then
    perform refuse('payment_batch_treasurer', 'a treasurer sends a batch');
  elsif new.state = 'discarded' and not is_treasurer(new.discarded_by_id, new.body_id, amsterdam_day(new.discarded_at)) then
    perform refuse('payment_batch_treasurer', 'a treasurer lays a batch aside');
  end if;
  if new.state in ('settled', 'discarded') and exists (select 1 from payment_line where batch_id = new.id and state = 'open') then
    perform refuse('payment_batch_open_lines', 'somebody in this batch still waits');
  end if;
  return new;
end $$;

-- ─────────────── entries, quick with hundreds of promises ───────────────

create index payment_line_claim_ground_id_idx on payment_line_claim (ground_id);

-- Of a batch and one promise: what its lines say and what its entries posted; only where they differ. The same as
-- `batch_differences`, which looks at all promises.
create function batch_differences_of(the_batch uuid, the_ground uuid)
returns table (kind text, expected numeric, posted numeric)
language sql stable as $$
  with part as (
    select l.state, sum(x.amount_cents) as cents
      from payment_line_claim x join payment_line l on l.id = x.line_id
      where x.ground_id = the_ground and l.batch_id = the_batch and l.state <> 'left_out'
        and exists (select 1 from payment_batch b where b.id = the_batch and b.approved_at is not null)
      group by 1),
  expected as (
    select k.kind, sum(part.cents) as cents
      from part join (values ('payable', 'open'), ('payable', 'settled'), ('payable', 'returned'), ('payable', 'put_back'),
        ('settlement', 'settled'), ('settlement', 'returned'), ('rejection', 'put_back'), ('bounce', 'returned')) k (kind, state)
        on k.state = part.state
      group by 1),
  posted as (
    select e.kind, sum(p.amount_cents) as cents
      from ledger_entry e join posting p on p.entry_id = e.id and p.amount_cents > 0
      where e.batch_id = the_batch and coalesce(e.decision_id, e.spending_id) = the_ground group by 1)
  select kind, coalesce(expected.cents, 0), coalesce(posted.cents, 0)
    from expected full join posted using (kind)
    where coalesce(expected.cents, 0) <> coalesce(posted.cents, 0)
$$;

-- Each entry is compared with the lines of its own promise. The batch as a whole is compared when it or its lines change
-- (`batch_adds_up`), so a promise without an entry is seen too.
create or replace function batch_entry_fits() returns trigger language plpgsql as $$
declare
  f fund;
begin
  if new.batch_id is null then return null; end if;
  if not exists (select 1 from payment_batch b where b.id = new.batch_id
                 and b.composed_by_id = new.proposer_id and b.approved_by_id = new.approver_id) then
    perform refuse('batch_entry_fits', 'an entry of a batch is of who composed and who approved it');
  end if;
  select fund.* into f from fund where id = coalesce(
    (select fund_id from decision where id = new.decision_id), (select fund_id from small_spending where id = new.spending_id));
  if not exists (
    select 1 from posting giving join posting getting on getting.entry_id = giving.entry_id and getting.amount_cents = -giving.amount_cents
      where giving.entry_id = new.id and giving.amount_cents < 0
        and giving.account_id = case new.kind when 'payable' then f.committed_account_id when 'bounce' then f.settled_account_id
          else f.payable_account_id end
        and getting.account_id = case new.kind when 'payable' then f.payable_account_id when 'settlement' then f.settled_account_id
          else f.committed_account_id end) then
    perform refuse('batch_entry_fits', 'an entry of a batch moves money of its promise');
  end if;
  if exists (select 1 from batch_differences_of(new.batch_id, coalesce(new.decision_id, new.spending_id))) then
    perform refuse('batch_adds_up', 'the lines of a batch and its entries go together');
  end if;
  return null;
end $$;
