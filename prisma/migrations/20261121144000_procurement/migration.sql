-- Subsidy and assignment kept apart: kinds of work, limits of procurement, and costs that are funded twice.

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "service_kind_id" UUID;

-- CreateTable
CREATE TABLE "service_kind" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "regime" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "ends_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "service_kind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_kind_version" (
    "kind_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "regime" TEXT NOT NULL,
    "ends_on" DATE,
    "reason" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "service_kind_version_pkey" PRIMARY KEY ("kind_id","revision")
);

-- CreateTable
CREATE TABLE "procurement_limit" (
    "id" UUID NOT NULL,
    "which" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "begins_on" DATE NOT NULL,
    "ends_on" DATE,
    "source" TEXT NOT NULL,
    "is_to_confirm" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "procurement_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_procurement" (
    "decision_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "window_months" INTEGER NOT NULL,
    "near_percent" INTEGER NOT NULL,
    "window_begins_on" DATE NOT NULL,
    "earlier_cents" BIGINT NOT NULL,
    "total_cents" BIGINT NOT NULL,
    "eu_cents" BIGINT,
    "one_to_one_cents" BIGINT,
    "state" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "is_read" BOOLEAN NOT NULL,

    CONSTRAINT "decision_procurement_pkey" PRIMARY KEY ("decision_id")
);

-- CreateTable
CREATE TABLE "decision_cost_answer" (
    "decision_id" UUID NOT NULL,
    "flag" TEXT NOT NULL,
    "answer" TEXT NOT NULL,

    CONSTRAINT "decision_cost_answer_pkey" PRIMARY KEY ("decision_id","flag")
);

-- CreateIndex
CREATE UNIQUE INDEX "service_kind_slug_key" ON "service_kind"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "procurement_limit_sequence_key" ON "procurement_limit"("sequence");

-- CreateIndex
CREATE INDEX "procurement_limit_which_sequence_idx" ON "procurement_limit"("which", "sequence" DESC);

-- CreateIndex
CREATE INDEX "decision_service_kind_id_idx" ON "decision"("service_kind_id");

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_service_kind_id_fkey" FOREIGN KEY ("service_kind_id") REFERENCES "service_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_kind_version" ADD CONSTRAINT "service_kind_version_kind_id_fkey" FOREIGN KEY ("kind_id") REFERENCES "service_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_kind_version" ADD CONSTRAINT "service_kind_version_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procurement_limit" ADD CONSTRAINT "procurement_limit_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_procurement" ADD CONSTRAINT "decision_procurement_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_cost_answer" ADD CONSTRAINT "decision_cost_answer_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── kinds of work, and limits ───────────────

alter table service_kind
  add constraint service_kind_regime check (regime in ('social', 'general')),
  add constraint service_kind_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint service_kind_names check (
    char_length(btrim(name)) between 1 and 80 and char_length(btrim(name_en)) between 1 and 80);
create unique index service_kind_name_once on service_kind (lower(name));
create unique index service_kind_name_en_once on service_kind (lower(name_en));
alter table service_kind_version
  add constraint service_kind_version_reason check (char_length(btrim(reason)) between 1 and 1000);

-- What was chosen once stays to be read. The wording of each revision is kept, in the same transaction.
create function service_kind_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform refuse('service_kind_stays', 'a kind of work is ended, never removed');
  end if;
  if new.id <> old.id or new.slug <> old.slug or new.revision <> old.revision + 1 then
    perform refuse('service_kind_stays', 'a kind keeps its address and takes the next revision');
  end if;
  return new;
end $$;
create trigger service_kind_stays before update or delete on service_kind
  for each row execute function service_kind_stays();
create trigger service_kind_no_truncate before truncate on service_kind
  for each statement execute function record_is_append_only();
create trigger service_kind_version_append_only before update or delete on service_kind_version
  for each row execute function record_is_append_only();
create trigger service_kind_version_no_truncate before truncate on service_kind_version
  for each statement execute function record_is_append_only();

create function service_kind_has_version() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from service_kind k join service_kind_version v on v.kind_id = k.id and v.revision = k.revision
      where k.id = new.id and v.name = k.name and v.name_en = k.name_en and v.regime = k.regime
        and v.ends_on is not distinct from k.ends_on) then
    perform refuse('service_kind_has_version', 'a change of a kind comes with who made it and why');
  end if;
  return null;
end $$;
create constraint trigger service_kind_has_version after insert or update on service_kind
  deferrable initially deferred for each row execute function service_kind_has_version();

-- The list is the programme's own; Richtlijn 2014/24/EU, annex XIV, says which services are social and other specific ones.
insert into service_kind (id, slug, name, name_en, regime, position) values
  ('01a1fb67-1801-7000-8000-000000000001', 'welzijn-en-begeleiding', 'Welzijn en begeleiding', 'Welfare and support', 'social', 1),
  ('01a1fb67-1802-7000-8000-000000000002', 'jongerenwerk', 'Jongerenwerk', 'Youth work', 'social', 2),
  ('01a1fb67-1803-7000-8000-000000000003', 'zorg-en-gezondheid', 'Zorg en gezondheid', 'Care and health', 'social', 3),
  ('01a1fb67-1804-7000-8000-000000000004', 'onderwijs-en-training', 'Onderwijs en training', 'Education and training', 'social', 4),
  ('01a1fb67-1805-7000-8000-000000000005', 'cultuur-en-sport', 'Cultuur en sport', 'Culture and sport', 'social', 5),
  ('01a1fb67-1806-7000-8000-000000000006', 'buurtbijeenkomsten', 'Organisatie van bijeenkomsten', 'Organising gatherings', 'social', 6),
  ('01a1fb67-1807-7000-8000-000000000007', 'onderzoek-en-evaluatie', 'Onderzoek en evaluatie', 'Research and evaluation', 'general', 7),
  ('01a1fb67-1808-7000-8000-000000000008', 'advies-en-projectleiding', 'Advies en projectleiding', 'Advice and project management', 'general', 8),
  ('01a1fb67-1809-7000-8000-000000000009', 'communicatie', 'Communicatie en ontwerp', 'Communication and design', 'general', 9),
  ('01a1fb67-180a-7000-8000-00000000000a', 'beheer-en-groen', 'Beheer, schoonmaak en groen', 'Maintenance, cleaning and greenery', 'general', 10),
  ('01a1fb67-180b-7000-8000-00000000000b', 'ict', 'ICT', 'ICT', 'general', 11),
  ('01a1fb67-180c-7000-8000-00000000000c', 'ruimte-en-materiaal', 'Ruimte en materiaal', 'Space and material', 'general', 12);
insert into service_kind_version (kind_id, revision, name, name_en, regime, reason, created_at)
  select id, revision, name, name_en, regime, 'De lijst waarmee het programma begon.', '2026-01-01T00:00:00+01:00' from service_kind;

alter table procurement_limit
  add constraint procurement_limit_which check (which in ('eu-general', 'eu-social', 'one-to-one')),
  add constraint procurement_limit_amount check (amount_cents between 1 and 10000000000),
  add constraint procurement_limit_period check (
    begins_on >= '2000-01-01' and begins_on < '2100-01-01' and (ends_on is null or (ends_on >= begins_on and ends_on < '2100-01-01'))),
  add constraint procurement_limit_texts check (
    char_length(btrim(source)) between 1 and 400 and char_length(btrim(reason)) between 1 and 1000);
create trigger procurement_limit_append_only before update or delete on procurement_limit
  for each row execute function record_is_append_only();
create trigger procurement_limit_no_truncate before truncate on procurement_limit
  for each statement execute function record_is_append_only();
insert into procurement_limit (id, which, amount_cents, begins_on, ends_on, source, is_to_confirm, reason, author_id, created_at) values
  ('01a1fb67-1864-7000-8000-000000000064', 'eu-general', 21600000, '2026-01-01', '2027-12-31', 'Richtlijn 2014/24/EU, artikel 4, onder c, zoals gewijzigd door Gedelegeerde Verordening (EU) 2025/2152; zonder btw', true, 'Zoals het gold toen het programma begon.', null, '2026-01-01T00:00:00+01:00'),
  ('01a1fb67-1865-7000-8000-000000000065', 'eu-social', 75000000, '2026-01-01', '2027-12-31', 'Richtlijn 2014/24/EU, artikel 4, onder d; zonder btw', true, 'Zoals het gold toen het programma begon.', null, '2026-01-01T00:00:00+01:00');

-- What the programme chose; the product starts with the same (app/modules/programme/setting.ts).
create function procurement_months() returns int language sql stable as $$
  select coalesce((select (value ->> 'months')::int from programme_setting where key = 'procurement'), 12)
$$;
create function procurement_near_percent() returns int language sql stable as $$
  select coalesce((select (value ->> 'nearPercent')::int from programme_setting where key = 'procurement'), 80)
$$;

-- The limit on a day: the newest that covers it. Null: not filled in.
create function procurement_limit_on(the_which text, the_day date) returns bigint language sql stable as $$
  select amount_cents from procurement_limit
    where which = the_which and begins_on <= the_day and (ends_on is null or ends_on >= the_day)
    order by sequence desc limit 1
$$;

-- ─────────────── adding up ───────────────

-- What an assignment still promises or has paid: less what was released, and with corrections.
create function assignment_net_cents(the_decision uuid) returns bigint language sql stable as $$
  select coalesce(sum(p.amount_cents), 0)::bigint
    from ledger_entry e join posting p on p.entry_id = e.id join ledger_account a on a.id = p.account_id
    where e.decision_id = the_decision and a.kind in ('committed', 'paid')
$$;

-- Assignments to one party for one kind of work that were confirmed here, each on the day on which it was given.
create function assignments_given(the_party uuid, the_kind uuid) returns table (decision_id uuid, given_on date, net_cents bigint)
  language sql stable as $$
  select d.id, (d.confirmed_at at time zone 'Europe/Amsterdam')::date, assignment_net_cents(d.id)
    from decision d
    where d.recipient_organisation_id = the_party and d.service_kind_id = the_kind
      and d.state = 'confirmed' and d.origin = 'product' and d.instrument = 'assignment'
$$;

-- The window with the most in it, of all that contain the day: from a day through the same day so many months later.
-- `fullestWindow` of app/modules/procurement/adding-up.ts says the same.
create function fullest_window(the_party uuid, the_kind uuid, the_day date, months int)
  returns table (begins_on date, given_cents bigint) language sql stable as $$
  with given as (select * from assignments_given(the_party, the_kind)),
  starts as (
    select the_day as first_day
    union select given_on from given
      where given_on <= the_day and (given_on + make_interval(months => months))::date >= the_day
  )
  select s.first_day, coalesce(sum(g.net_cents), 0)::bigint
    from starts s left join given g
      on g.given_on between s.first_day and (s.first_day + make_interval(months => months))::date
    group by s.first_day order by 2 desc, 1 limit 1
$$;

create function limit_state(the_total bigint, the_limit bigint, near_percent int) returns text language sql immutable as $$
  select case
    when the_limit is null then 'unknown'
    when the_total >= the_limit then 'over'
    when the_total::numeric * 100 >= the_limit::numeric * near_percent then 'near'
    else 'fine' end
$$;

-- Two who confirm for one party and kind wait for each other until the first is done.
create function hold_party_and_kind(the_party uuid, the_kind uuid) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('procurement:' || the_party || ':' || the_kind, 0))
$$;

-- ─────────────── a decision to assign ───────────────

alter table decision
  add constraint decision_service_kind_of_assignment check (service_kind_id is null or instrument = 'assignment');
-- What was published before this was recorded stays as it is, so older rows are not looked at.
alter table decision add constraint decision_service_kind_stated check (
  state <> 'confirmed' or origin = 'paper' or instrument is distinct from 'assignment' or service_kind_id is not null) not valid;

alter table decision_procurement
  add constraint decision_procurement_state check (state in ('fine', 'near', 'over', 'unknown')),
  add constraint decision_procurement_note check (char_length(note) <= 4000);
create trigger decision_procurement_append_only before update or delete on decision_procurement
  for each row execute function record_is_append_only();
create trigger decision_procurement_no_truncate before truncate on decision_procurement
  for each statement execute function record_is_append_only();

-- Written with its confirmation: `assignment_is_lawful` reads it, and a transaction that does not confirm leaves none.
create function procurement_with_confirmation() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from decision d where d.id = new.decision_id and d.state = 'confirmed' and d.instrument = 'assignment') then
    perform refuse('decision_procurement_of_assignment', 'it is written when an assignment is confirmed');
  end if;
  return null;
end $$;
create constraint trigger decision_procurement_of_assignment after insert on decision_procurement
  deferrable initially deferred for each row execute function procurement_with_confirmation();

-- Added up again when it is confirmed, with the party and kind locked: nobody slips past a limit by being quick, and over a
-- limit somebody says why it may be.
create function assignment_is_lawful() returns trigger language plpgsql as $$
declare
  shown decision_procurement;
  the_day date;
  earlier record;
  total bigint;
  eu bigint;
  one_to_one bigint;
  states text[];
  worst text;
begin
  if new.state <> 'confirmed' or new.origin <> 'product' or new.instrument is distinct from 'assignment'
     or new.service_kind_id is null or new.recipient_organisation_id is null or new.amount_cents is null then
    return new;
  end if;
  perform hold_party_and_kind(new.recipient_organisation_id, new.service_kind_id);
  select * into shown from decision_procurement where decision_id = new.id;
  if shown.decision_id is null then
    perform refuse('assignment_added_up', 'an assignment is confirmed with what it adds up to');
  end if;
  the_day := (new.confirmed_at at time zone 'Europe/Amsterdam')::date;
  select * into earlier from fullest_window(new.recipient_organisation_id, new.service_kind_id, the_day, procurement_months());
  total := earlier.given_cents + new.amount_cents;
  eu := procurement_limit_on(
    (select case regime when 'social' then 'eu-social' else 'eu-general' end from service_kind where id = new.service_kind_id), the_day);
  one_to_one := procurement_limit_on('one-to-one', the_day);
  states := array[limit_state(total, eu, procurement_near_percent()), limit_state(total, one_to_one, procurement_near_percent())];
  worst := case
    when 'over' = any (states) then 'over'
    when 'near' = any (states) then 'near'
    when 'unknown' = any (states) then 'unknown'
    else 'fine' end;
  if (shown.on_day, shown.window_months, shown.near_percent, shown.window_begins_on, shown.earlier_cents, shown.total_cents,
      shown.eu_cents, shown.one_to_one_cents, shown.state)
     is distinct from
     (the_day, procurement_months(), procurement_near_percent(), earlier.begins_on, earlier.given_cents, total,
      eu, one_to_one, worst) then
    perform refuse('assignment_added_up', 'what it adds up to changed');
  end if;
  if worst = 'over' and btrim(shown.note) = '' then
    perform refuse('assignment_note_missing', 'over a limit somebody says why it may be');
  end if;
  if worst = 'near' and not shown.is_read then
    perform refuse('assignment_warning_unread', 'near a limit the warning is read');
  end if;
  return new;
end $$;
-- Triggers go by name: after those of the decision itself, which say first what else is wrong.
create trigger lawful_assignment before insert or update on decision
  for each row execute function assignment_is_lawful();

-- ─────────────── the same costs funded twice ───────────────

alter table decision_cost_answer
  add constraint decision_cost_answer_words check (char_length(btrim(answer)) between 1 and 2000),
  add constraint decision_cost_answer_flag check (flag ~ '^(decision|spending):[0-9a-f-]{36}$|^named:.{1,200}$');
create trigger decision_cost_answer_stays before insert or update or delete on decision_cost_answer
  for each row execute function part_of_confirmed_decision_stays();
create trigger decision_cost_answer_no_truncate before truncate on decision_cost_answer
  for each statement execute function record_is_append_only();
