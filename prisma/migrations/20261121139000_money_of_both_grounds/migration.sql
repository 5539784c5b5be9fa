-- What became of a promise, per day, for both grounds that a promise can have: a decision or a small spending.

alter table decision_day disable trigger user;

-- AlterTable
ALTER TABLE "decision_day" DROP CONSTRAINT "decision_day_pkey",
ALTER COLUMN "decision_id" DROP NOT NULL,
ADD COLUMN     "spending_id" UUID,
ADD COLUMN     "ground_id" UUID NOT NULL GENERATED ALWAYS AS (coalesce(decision_id, spending_id)) STORED;

ALTER TABLE "decision_day" ADD CONSTRAINT "decision_day_pkey" PRIMARY KEY ("ground_id","day","kind");

-- AddForeignKey
ALTER TABLE "decision_day" ADD CONSTRAINT "decision_day_spending_id_fkey" FOREIGN KEY ("spending_id") REFERENCES "small_spending"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table decision_day add constraint decision_day_one_ground check (num_nonnulls(decision_id, spending_id) = 1);

insert into decision_day (spending_id, day, kind, amount_cents)
  select e.spending_id, amsterdam_day(e.occurred_at), coalesce(c.kind, e.kind), sum(p.amount_cents)
  from posting p join ledger_account a on a.id = p.account_id and a.kind = 'committed'
    join ledger_entry e on e.id = p.entry_id left join ledger_entry c on c.id = e.corrects_id
  where e.spending_id is not null
  group by 1, 2, 3;

alter table decision_day enable trigger user;

-- As in ledger_day a correction counts under what it corrects.
create or replace function posting_counts_for_its_decision() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from ledger_account where id = new.account_id and kind = 'committed') then return null; end if;
  insert into decision_day (decision_id, spending_id, day, kind, amount_cents)
    select e.decision_id, e.spending_id, amsterdam_day(e.occurred_at), coalesce(c.kind, e.kind), new.amount_cents
    from ledger_entry e left join ledger_entry c on c.id = e.corrects_id
    where e.id = new.entry_id and num_nonnulls(e.decision_id, e.spending_id) = 1
  on conflict (ground_id, day, kind) do update set amount_cents = decision_day.amount_cents + excluded.amount_cents;
  return null;
end $$;

-- ─────────────── a grant that takes the place of an earlier one ───────────────

-- A plan has one grant that counts. The next one takes its place, and only when nothing of it is promised any more: what
-- was paid stays paid by the old one, the rest was released by two persons. Otherwise the same plan would hold money twice.
create function grant_takes_the_place() returns trigger language plpgsql as $$
begin
  if new.state <> 'confirmed' or old.state = 'confirmed' or new.origin <> 'product' then return new; end if;
  if new.replaces_id is not null then
    -- undoing a release locks the same row
    perform 1 from decision where id = new.replaces_id for no key update;
    if (select sum(amount_cents) from decision_day where decision_id = new.replaces_id) > 0 then
      perform refuse('replaced_grant_open', 'money of the earlier grant is promised still: release it first');
    end if;
  end if;
  if new.outcome = 'grant' and exists (
    select 1 from decision d
    where d.initiative_id = new.initiative_id and d.id <> new.id and d.origin = 'product' and d.state = 'confirmed'
      and d.outcome = 'grant' and d.id is distinct from new.replaces_id
      and not exists (select 1 from decision later where later.replaces_id = d.id and later.state = 'confirmed')) then
    perform refuse('grant_replaces_grant', 'the plan has a grant already: this one must take its place');
  end if;
  return new;
end $$;
create trigger grant_takes_the_place before update on decision
  for each row execute function grant_takes_the_place();

-- And it stays closed: the release of a grant that another took the place of is not undone. A payment can be, and is
-- released then.
create function replaced_grant_stays_closed() returns trigger language plpgsql as $$
begin
  if new.kind <> 'correction' or new.decision_id is null or new.state not in ('proposed', 'approved') then return new; end if;
  if not exists (select 1 from ledger_entry where id = new.corrects_id and kind = 'release') then return new; end if;
  perform 1 from decision where id = new.decision_id for no key update;
  if exists (select 1 from decision where replaces_id = new.decision_id and state = 'confirmed') then
    perform refuse('replaced_grant_stays_closed', 'another decision took the place of this one');
  end if;
  return new;
end $$;
-- named to come after budget_change_without_interest
create trigger budget_change_without_reopening before insert or update on budget_change
  for each row execute function replaced_grant_stays_closed();
