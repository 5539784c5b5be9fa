-- CreateTable
CREATE TABLE "vote_pulse" (
    "vote_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ NOT NULL,
    "used" INTEGER NOT NULL,

    CONSTRAINT "vote_pulse_pkey" PRIMARY KEY ("vote_id","hour")
);

-- CreateTable
CREATE TABLE "vote_sheet_pulse" (
    "sheet_id" UUID NOT NULL,
    "used" INTEGER NOT NULL,
    "looked_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "vote_sheet_pulse_pkey" PRIMARY KEY ("sheet_id")
);

-- CreateTable
CREATE TABLE "vote_signal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "vote_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "hour" TIMESTAMPTZ NOT NULL,
    "amount" INTEGER NOT NULL,
    "noted_at" TIMESTAMPTZ NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ,

    CONSTRAINT "vote_signal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "vote_signal_vote_id_kind_hour_key" ON "vote_signal"("vote_id", "kind", "hour");

-- AddForeignKey
ALTER TABLE "vote_pulse" ADD CONSTRAINT "vote_pulse_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_sheet_pulse" ADD CONSTRAINT "vote_sheet_pulse_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "vote_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_signal" ADD CONSTRAINT "vote_signal_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An hour and a number in tens: too coarse to tell anybody from.
alter table vote_pulse add constraint vote_pulse_hour check (hour = date_trunc('hour', hour, 'UTC') and used >= 0);
alter table vote_sheet_pulse add constraint vote_sheet_pulse_used check (used >= 0);
alter table vote_signal
  add constraint vote_signal_kind check (kind in ('burst', 'address', 'wrong-codes', 'new-accounts', 'sheet')),
  add constraint vote_signal_hour check (hour = date_trunc('hour', hour, 'UTC')),
  add constraint vote_signal_in_tens check (amount >= 20 and amount % 10 = 0),
  add constraint vote_signal_answer check (char_length(answer) <= 1000 and (answer = '') = (answered_at is null));

-- What was seen stays as it was seen; it only grows within its hour, and is answered once.
create function vote_signal_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select from vote v where v.id = old.vote_id and v.state in ('counted', 'concluded', 'cancelled')) then
      perform refuse('vote_signal_stays', 'signals stay until the vote was counted');
    end if;
    return old;
  end if;
  if (new.id, new.vote_id, new.kind, new.hour, new.noted_at) is distinct from (old.id, old.vote_id, old.kind, old.hour, old.noted_at)
    or new.amount < old.amount or old.answered_at is not null and (new.answer, new.answered_at) is distinct from (old.answer, old.answered_at) then
    perform refuse('vote_signal_stays', 'a signal stays as it was seen and answered');
  end if;
  return new;
end $$;
create trigger vote_signal_stays before update or delete on vote_signal for each row execute function vote_signal_stays();

-- Kept until a dispute could have been raised, as who voted by account.
do $$
begin
  execute format('create or replace view retention_row as
    select kind, key, key2, since from (%s) known
    union all
    select ''vote-signals'', s.id, null::uuid, amsterdam_day(coalesce(v.counted_at, v.cancelled_at))
      from vote_signal s join vote v on v.id = s.vote_id
      where coalesce(v.counted_at, v.cancelled_at) is not null',
    rtrim(pg_get_viewdef('retention_row'::regclass), ';'));
  execute replace(pg_get_functiondef('shortest_retention(text)'::regprocedure), 'when ''receipts'' then',
    'when ''vote-signals'' then interval ''1 month'' when ''receipts'' then');
  execute replace(pg_get_functiondef('remove_past_retention(text, int)'::regprocedure), 'when ''receipts'' then',
    'when ''vote-signals'' then delete from vote_signal where id = any (keys);
     when ''receipts'' then');
end $$;

insert into retention_period (id, kind, amount, unit, starts_on, reason, added_at)
  select gen_random_uuid(), kind, amount, unit, '2021-01-01', reason, now() from (values
    ('vote-signals', 3, 'month', 'Te bevestigen. Zo lang kan iemand bezwaar maken tegen de uitslag; een signaal noemt niemand.')
  ) as given (kind, amount, unit, reason);
