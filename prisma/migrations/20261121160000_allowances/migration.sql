-- CreateTable
CREATE TABLE "allowance_rule" (
    "id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "month_cents" INTEGER NOT NULL,
    "year_cents" INTEGER NOT NULL,
    "hour_cents" INTEGER NOT NULL,
    "hour_young_cents" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "to_confirm" TEXT NOT NULL DEFAULT '',
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ NOT NULL,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "allowance_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "volunteer" (
    "person_id" UUID NOT NULL,
    "turns_21_on" DATE,
    "told_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "volunteer_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "other_allowance" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "told_at" TIMESTAMPTZ NOT NULL,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "other_allowance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "initiative_id" UUID,
    "decision_id" UUID,
    "spending_id" UUID,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "area_code" TEXT,
    "budget_cents" INTEGER NOT NULL,
    "hour_cents" INTEGER NOT NULL,
    "hour_young_cents" INTEGER NOT NULL,
    "norm_reason" TEXT NOT NULL DEFAULT '',
    "pays_expenses" BOOLEAN NOT NULL DEFAULT false,
    "begins_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "closed_at" TIMESTAMPTZ,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_volunteer" (
    "activity_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "signed_up_by_id" UUID NOT NULL,
    "signed_up_at" TIMESTAMPTZ NOT NULL,
    "left_at" TIMESTAMPTZ,

    CONSTRAINT "activity_volunteer_pkey" PRIMARY KEY ("activity_id","person_id")
);

-- CreateTable
CREATE TABLE "allowance_claim" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "minutes" INTEGER,
    "rate_cents" INTEGER,
    "amount_cents" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "claimed_by_id" UUID NOT NULL,
    "claimed_at" TIMESTAMPTZ NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'claimed',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "allowance_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_receipt" (
    "claim_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "claim_receipt_pkey" PRIMARY KEY ("claim_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "allowance_rule_sequence_key" ON "allowance_rule"("sequence");

-- CreateIndex
CREATE INDEX "allowance_rule_starts_on_sequence_idx" ON "allowance_rule"("starts_on", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "other_allowance_sequence_key" ON "other_allowance"("sequence");

-- CreateIndex
CREATE INDEX "other_allowance_person_id_year_sequence_idx" ON "other_allowance"("person_id", "year", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "activity_slug_key" ON "activity"("slug");

-- CreateIndex
CREATE INDEX "activity_body_id_state_idx" ON "activity"("body_id", "state");

-- CreateIndex
CREATE INDEX "activity_initiative_id_idx" ON "activity"("initiative_id");

-- CreateIndex
CREATE INDEX "activity_decision_id_idx" ON "activity"("decision_id");

-- CreateIndex
CREATE INDEX "activity_spending_id_idx" ON "activity"("spending_id");

-- CreateIndex
CREATE INDEX "activity_volunteer_person_id_idx" ON "activity_volunteer"("person_id");

-- CreateIndex
CREATE INDEX "allowance_claim_activity_id_state_day_idx" ON "allowance_claim"("activity_id", "state", "day");

-- CreateIndex
CREATE INDEX "allowance_claim_person_id_day_idx" ON "allowance_claim"("person_id", "day");

-- AddForeignKey
ALTER TABLE "allowance_rule" ADD CONSTRAINT "allowance_rule_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "volunteer" ADD CONSTRAINT "volunteer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "other_allowance" ADD CONSTRAINT "other_allowance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_spending_id_fkey" FOREIGN KEY ("spending_id") REFERENCES "small_spending"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_volunteer" ADD CONSTRAINT "activity_volunteer_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_volunteer" ADD CONSTRAINT "activity_volunteer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_volunteer" ADD CONSTRAINT "activity_volunteer_signed_up_by_id_fkey" FOREIGN KEY ("signed_up_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allowance_claim" ADD CONSTRAINT "allowance_claim_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allowance_claim" ADD CONSTRAINT "allowance_claim_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allowance_claim" ADD CONSTRAINT "allowance_claim_claimed_by_id_fkey" FOREIGN KEY ("claimed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allowance_claim" ADD CONSTRAINT "allowance_claim_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_receipt" ADD CONSTRAINT "claim_receipt_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "allowance_claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── who coordinates ───────────────

alter table body_membership drop constraint body_membership_role,
  add constraint body_membership_role check (role in
    ('chair', 'member', 'programme_manager', 'loket', 'reviewer', 'budget_holder', 'treasurer', 'editor', 'coordinator', 'controlegroep', 'administrator'));

-- ─────────────── the law as dated data ───────────────

alter table allowance_rule
  add constraint allowance_rule_first_of_month check (extract(day from starts_on) = 1),
  add constraint allowance_rule_amounts check (
    hour_young_cents between 1 and hour_cents and hour_cents <= month_cents and month_cents <= year_cents and year_cents <= 10000000),
  add constraint allowance_rule_source check (char_length(btrim(source)) between 3 and 500 and char_length(to_confirm) <= 500);

create trigger allowance_rule_append_only before update or delete on allowance_rule
  for each row execute function record_is_append_only();
create trigger allowance_rule_no_truncate before truncate on allowance_rule
  for each statement execute function record_is_append_only();

-- The rule that holds on a day, or nothing when the day lies before the first one.
create function allowance_rule_on(the_day date) returns setof allowance_rule language sql stable as $$
  select * from allowance_rule where starts_on <= the_day order by starts_on desc, sequence desc limit 1
$$;

-- Wet op de loonbelasting 1964, article 2, paragraph 6 (most per month and year), and the hourly norms that the tax
-- authorities publish beside it.
insert into allowance_rule (id, starts_on, month_cents, year_cents, hour_cents, hour_young_cents, source, to_confirm, added_at) values
  (gen_random_uuid(), '2021-01-01', 18000, 180000, 500, 275, 'Wet op de loonbelasting 1964, artikel 2 lid 6; Belastingdienst, vrijwilligersregeling 2021', '', now()),
  (gen_random_uuid(), '2022-01-01', 18000, 180000, 500, 275, 'Wet op de loonbelasting 1964, artikel 2 lid 6; Belastingdienst, vrijwilligersregeling 2022', '', now()),
  (gen_random_uuid(), '2023-01-01', 19000, 190000, 500, 275, 'Wet op de loonbelasting 1964, artikel 2 lid 6; Belastingdienst, vrijwilligersregeling 2023', '', now()),
  (gen_random_uuid(), '2024-01-01', 21000, 210000, 550, 325, 'Wet op de loonbelasting 1964, artikel 2 lid 6; Belastingdienst, vrijwilligersregeling 2024', '', now()),
  (gen_random_uuid(), '2025-01-01', 21000, 210000, 560, 330, 'Wet op de loonbelasting 1964, artikel 2 lid 6; Belastingdienst, vrijwilligersregeling 2025', 'De bedragen per uur: uit tweede hand.', now()),
  (gen_random_uuid(), '2026-01-01', 22000, 220000, 575, 340, 'Wet op de loonbelasting 1964, artikel 2 lid 6; berichten over 2026', 'Alle bedragen: uit tweede hand.', now());

-- ─────────────── what only matters for allowances of a person ───────────────

alter table volunteer
  add constraint volunteer_turns_21 check (turns_21_on is null or turns_21_on <= (told_at at time zone 'Europe/Amsterdam')::date + interval '21 years');

alter table other_allowance
  add constraint other_allowance_amount check (amount_cents between 0 and 10000000),
  add constraint other_allowance_year check (year between 2021 and 2099);

create trigger other_allowance_append_only before update or delete on other_allowance
  for each row execute function record_is_append_only();
create trigger other_allowance_no_truncate before truncate on other_allowance
  for each statement execute function record_is_append_only();

-- Whether somebody was under 21 on a day. Who said nothing counts as 21.
create function is_under_21(person uuid, the_day date) returns boolean language sql stable as $$
  select coalesce((select turns_21_on > the_day from volunteer where person_id = person), false)
$$;

-- ─────────────── activities ───────────────

alter table activity
  add constraint activity_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint activity_state check (state in ('open', 'closed')),
  add constraint activity_closed_at check ((state = 'closed') = (closed_at is not null)),
  add constraint activity_one_ground check (num_nonnulls(decision_id, spending_id) = 1),
  add constraint activity_period check (begins_on >= '2021-01-01' and ends_on between begins_on and begins_on + 731),
  add constraint activity_budget check (budget_cents between 1 and 100000000),
  add constraint activity_rates check (hour_young_cents between 0 and hour_cents and hour_cents <= 10000 and (hour_cents > 0 or pays_expenses)),
  add constraint activity_texts check (
    char_length(btrim(name)) between 3 and 120 and char_length(description) <= 4000 and char_length(norm_reason) <= 1000);

create trigger activity_no_delete before delete on activity
  for each row execute function record_is_append_only();
create trigger activity_no_truncate before truncate on activity
  for each statement execute function record_is_append_only();

-- What still counts of a promise: claims that were refused or withdrawn do not.
create function claimed_cents(the_activity uuid) returns bigint language sql stable as $$
  select coalesce(sum(amount_cents), 0) from allowance_claim where activity_id = the_activity and state in ('claimed', 'approved')
$$;

-- What activities need of what a decision or small spending promised: an open one its budget, a closed one what was claimed.
create function needed_of_promise(ground uuid) returns bigint language sql stable as $$
  select coalesce(sum(case state when 'open' then budget_cents else claimed_cents(id) end), 0)
    from activity where coalesce(decision_id, spending_id) = ground
$$;

create function activity_fits() returns trigger language plpgsql as $$
declare
  ground record;
begin
  if tg_op = 'INSERT' and (new.state <> 'open' or new.revision <> 1) then
    perform refuse('activity_state', 'an activity begins open');
  end if;
  if tg_op = 'UPDATE' then
    if old.state = 'closed' then perform refuse('activity_closed', 'a closed activity stays as it is'); end if;
    if (new.id, new.slug, new.body_id, new.decision_id, new.spending_id, new.initiative_id, new.opened_by_id, new.opened_at)
       is distinct from (old.id, old.slug, old.body_id, old.decision_id, old.spending_id, old.initiative_id, old.opened_by_id, old.opened_at) then
      perform refuse('activity_fixed', 'body, money, plan and opener of an activity never change');
    end if;
    if new.revision <> old.revision + 1 then perform refuse('activity_revision', 'another revision than the next'); end if;
    if exists (select 1 from allowance_claim where activity_id = new.id and state in ('claimed', 'approved')
               and day not between new.begins_on and new.ends_on) then
      perform refuse('activity_holds_claims', 'there are hours outside this period');
    end if;
    if new.budget_cents < claimed_cents(new.id) then perform refuse('activity_budget_claimed', 'more was claimed already'); end if;
  end if;

  if btrim(new.norm_reason) = '' and exists (
    select 1 from generate_series(date_trunc('month', new.begins_on), new.ends_on, interval '1 month') month,
      lateral allowance_rule_on(month::date) norm
    where new.hour_cents > norm.hour_cents or new.hour_young_cents > norm.hour_young_cents) then
    perform refuse('activity_norm_reason', 'more per hour than the norm needs a reason');
  end if;

  if new.decision_id is not null then
    -- paying and releasing lock the same row
    perform 1 from decision where id = new.decision_id for no key update;
    select f.body_id, d.initiative_id into ground from decision d join fund f on f.id = d.fund_id
      where d.id = new.decision_id and d.state = 'confirmed' and d.outcome = 'grant';
  else
    perform 1 from small_spending where id = new.spending_id for no key update;
    select s.body_id, s.initiative_id into ground from small_spending s where s.id = new.spending_id and s.state = 'confirmed';
  end if;
  if ground is null or ground.body_id <> new.body_id or ground.initiative_id is distinct from new.initiative_id then
    perform refuse('activity_ground', 'the money was not promised by this body for this plan');
  end if;
  return new;
end $$;
create trigger activity_fits before insert or update on activity
  for each row execute function activity_fits();

-- After the row stands, so that it counts with the others of the same promise.
create function activity_within_promise() returns trigger language plpgsql as $$
declare
  ground uuid := coalesce(new.decision_id, new.spending_id);
begin
  if needed_of_promise(ground) > (select coalesce(sum(amount_cents), 0) from decision_day where ground_id = ground) then
    perform refuse('activity_over_promise', 'activities need more than was promised and not paid or released');
  end if;
  return null;
end $$;
create trigger activity_within_promise after insert or update on activity
  for each row execute function activity_within_promise();

-- And nobody pays or releases what volunteers count on.
create function promise_keeps_activities() returns trigger language plpgsql as $$
begin
  if exists (select 1 from activity where coalesce(decision_id, spending_id) = new.ground_id) then
    if new.decision_id is not null then perform 1 from decision where id = new.decision_id for no key update;
    else perform 1 from small_spending where id = new.spending_id for no key update; end if;
    if needed_of_promise(new.ground_id) > (select sum(amount_cents) from decision_day where ground_id = new.ground_id) then
      perform refuse('activity_money_kept', 'activities of volunteers still need this money');
    end if;
  end if;
  return null;
end $$;
create trigger promise_keeps_activities after insert or update on decision_day
  for each row execute function promise_keeps_activities();

-- ─────────────── who takes part ───────────────

create function volunteer_joins_open_activity() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.activity_id, new.person_id) is distinct from (old.activity_id, old.person_id) then
    perform refuse('activity_volunteer_fixed', 'who takes part in what never changes');
  end if;
  if new.left_at is null then
    perform 1 from activity where id = new.activity_id and state = 'open' for share;
    if not found then perform refuse('activity_closed', 'the activity is closed'); end if;
  end if;
  return new;
end $$;
create trigger volunteer_joins_open_activity before insert or update on activity_volunteer
  for each row execute function volunteer_joins_open_activity();
create trigger activity_volunteer_no_delete before delete on activity_volunteer
  for each row execute function record_is_append_only();
create trigger activity_volunteer_no_truncate before truncate on activity_volunteer
  for each statement execute function record_is_append_only();

-- ─────────────── hours and expenses ───────────────

alter table allowance_claim
  add constraint claim_kind check (kind in ('hours', 'expense')),
  add constraint claim_state check (state in ('claimed', 'approved', 'refused', 'withdrawn')),
  add constraint claim_shape check (case kind
    when 'hours' then minutes between 5 and 1440 and minutes % 5 = 0 and rate_cents > 0
      -- to the cent, half a cent up
      and amount_cents = (minutes * rate_cents + 30) / 60
    else minutes is null and rate_cents is null and amount_cents between 1 and 10000000 and char_length(btrim(note)) > 0 end),
  add constraint claim_texts check (char_length(note) <= 500 and char_length(answer) <= 1000),
  add constraint claim_answered check ((state = 'claimed') = (answered_by_id is null) and (answered_by_id is null) = (answered_at is null)),
  add constraint claim_refused_why check (state <> 'refused' or char_length(btrim(answer)) > 0),
  -- rule 1: never by one person alone
  add constraint claim_two_persons check (state not in ('approved', 'refused') or (answered_by_id <> person_id and answered_by_id <> claimed_by_id)),
  add constraint claim_withdrawn_by check (state <> 'withdrawn' or answered_by_id in (person_id, claimed_by_id));

-- The same shift is not claimed twice.
create unique index claim_one_a_day on allowance_claim (activity_id, person_id, day)
  where kind = 'hours' and state in ('claimed', 'approved');

create trigger allowance_claim_no_delete before delete on allowance_claim
  for each row execute function record_is_append_only();
create trigger allowance_claim_no_truncate before truncate on allowance_claim
  for each statement execute function record_is_append_only();
create trigger claim_receipt_append_only before update or delete on claim_receipt
  for each row execute function record_is_append_only();

-- Whether somebody coordinates for a body on a day; roles of the programme office cover every body.
create function coordinates(person uuid, the_body uuid, the_day date) returns boolean language sql stable as $$
  select exists (select 1 from body_membership m join body b on b.id = m.body_id
    where m.person_id = person and m.role = 'coordinator' and (m.body_id = the_body or b.slug = 'programmabureau')
      and m.begins_on <= the_day and (m.ends_on is null or m.ends_on >= the_day))
$$;

-- What a person gets from all activities between two days, both included, of claims in these states.
create function allowance_between(person uuid, first_day date, last_day date, states text[]) returns bigint language sql stable as $$
  select coalesce(sum(amount_cents), 0) from allowance_claim
    where person_id = person and day between first_day and last_day and state = any (states)
$$;

-- What a person said to get elsewhere in a year.
create function other_allowance_in(person uuid, the_year int) returns bigint language sql stable as $$
  select coalesce((select amount_cents from other_allowance where person_id = person and year = the_year order by sequence desc limit 1), 0)
$$;

-- Above the most of a month or year the whole amount is taxed, so nothing is taken that would pass it. Everything counts
-- together, on the day on which the work was done.
create function claim_within_law(claim allowance_claim, states text[]) returns void language plpgsql as $$
declare
  month_begins date := date_trunc('month', claim.day);
  year_begins date := date_trunc('year', claim.day);
  the_rule allowance_rule;
begin
  select * into the_rule from allowance_rule_on(claim.day);
  if not found then perform refuse('allowance_rule_missing', 'no rule holds on that day'); end if;
  if allowance_between(claim.person_id, month_begins, (month_begins + interval '1 month - 1 day')::date, states) > the_rule.month_cents then
    perform refuse('claim_over_month', 'more than is allowed in a month');
  end if;
  if allowance_between(claim.person_id, year_begins, (year_begins + interval '1 year - 1 day')::date, states)
     + other_allowance_in(claim.person_id, extract(year from claim.day)::int) > the_rule.year_cents then
    perform refuse('claim_over_year', 'more than is allowed in a year');
  end if;
end $$;

-- One person's claims wait for each other, in whatever activity they are made.
create function hold_allowance_of(person uuid) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('allowance:' || person, 0))
$$;

create function claim_fits() returns trigger language plpgsql as $$
declare
  the_activity activity;
begin
  -- always the activity first and then the person, so that nobody waits in a circle
  select * into the_activity from activity where id = new.activity_id for no key update;
  perform hold_allowance_of(new.person_id);
  if tg_op = 'UPDATE' then
    if old.state <> 'claimed' or new.state = 'claimed' then perform refuse('claim_closed', 'an answered claim stays as it is'); end if;
    if (new.id, new.activity_id, new.person_id, new.day, new.kind, new.minutes, new.rate_cents, new.amount_cents, new.note, new.claimed_by_id, new.claimed_at)
       is distinct from
       (old.id, old.activity_id, old.person_id, old.day, old.kind, old.minutes, old.rate_cents, old.amount_cents, old.note, old.claimed_by_id, old.claimed_at) then
      perform refuse('claim_closed', 'what was claimed never changes: withdraw it and claim again');
    end if;
    if new.state in ('approved', 'refused') and not coordinates(new.answered_by_id, the_activity.body_id, amsterdam_day(new.answered_at)) then
      perform refuse('claim_by_coordinator', 'a coordinator of the body answers');
    end if;
    if new.state = 'approved' and new.kind = 'expense' and not exists (select 1 from claim_receipt where claim_id = new.id) then
      perform refuse('claim_receipt', 'an expense needs its receipt');
    end if;
    return new;
  end if;
  if new.state <> 'claimed' then perform refuse('claim_state', 'a claim begins as claimed'); end if;
  if the_activity.state <> 'open' then perform refuse('activity_closed', 'the activity is closed'); end if;
  if new.day not between the_activity.begins_on and the_activity.ends_on then
    perform refuse('claim_outside_period', 'not a day of the activity');
  end if;
  if new.day > amsterdam_day(new.claimed_at) then perform refuse('claim_ahead', 'work that was not done yet'); end if;
  if new.day < amsterdam_day(new.claimed_at) - 366 then perform refuse('claim_too_late', 'longer than a year ago'); end if;
  if not exists (select 1 from activity_volunteer v where v.activity_id = new.activity_id and v.person_id = new.person_id
                 and (v.left_at is null or new.day <= amsterdam_day(v.left_at))) then
    perform refuse('claim_of_volunteer', 'this person does not take part in the activity');
  end if;
  if new.claimed_by_id <> new.person_id and not coordinates(new.claimed_by_id, the_activity.body_id, amsterdam_day(new.claimed_at)) then
    perform refuse('claim_by_coordinator', 'only a coordinator claims for somebody else');
  end if;
  if new.kind = 'hours' and new.rate_cents <>
     (case when is_under_21(new.person_id, new.day) then the_activity.hour_young_cents else the_activity.hour_cents end) then
    perform refuse('claim_rate', 'another rate than that of the activity');
  end if;
  if new.kind = 'expense' and not the_activity.pays_expenses then
    perform refuse('claim_no_expenses', 'this activity pays no expenses');
  end if;
  return new;
end $$;
create trigger claim_fits before insert or update on allowance_claim
  for each row execute function claim_fits();

-- After the row stands, so that it counts with the others.
create function claim_within_limits() returns trigger language plpgsql as $$
begin
  if new.state = 'claimed' then
    perform claim_within_law(new, array['claimed', 'approved']);
    if claimed_cents(new.activity_id) > (select budget_cents from activity where id = new.activity_id) then
      perform refuse('claim_over_budget', 'the budget of the activity is used');
    end if;
    if (select sum(minutes) from allowance_claim where person_id = new.person_id and day = new.day and state in ('claimed', 'approved')) > 1440 then
      perform refuse('claim_day_full', 'a day has 24 hours');
    end if;
  elsif new.state = 'approved' then
    -- what somebody gets elsewhere can have been told since
    perform claim_within_law(new, array['approved']);
  end if;
  return null;
end $$;
create trigger claim_within_limits after insert or update on allowance_claim
  for each row execute function claim_within_limits();
