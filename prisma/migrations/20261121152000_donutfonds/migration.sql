-- The donutfonds: once a year a reward for small organisations, divided in equal parts over those that meet its rules.

-- CreateTable
CREATE TABLE "donut_rules" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "minimum_value_cents" BIGINT NOT NULL,
    "minimum_return_bps" INTEGER NOT NULL,
    "evidence_days" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "author_id" UUID,
    "written_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "donut_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "donut_call" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "body_id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "rules_id" UUID NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ,

    CONSTRAINT "donut_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "donut_application" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "applicant_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "value_cents" BIGINT NOT NULL,
    "costs_cents" BIGINT NOT NULL,
    "evidence_kind" TEXT NOT NULL,
    "evidence_name" TEXT NOT NULL DEFAULT '',
    "evidence_on" DATE NOT NULL,
    "story" TEXT NOT NULL,
    "publish_evidence" BOOLEAN NOT NULL,
    "submitted_at" TIMESTAMPTZ NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "donut_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "donut_evidence" (
    "id" UUID NOT NULL,
    "application_id" UUID,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "uploaded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "donut_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "donut_evidence_content" (
    "evidence_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "donut_evidence_content_pkey" PRIMARY KEY ("evidence_id")
);

-- CreateTable
CREATE TABLE "donut_visit" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "visited_on" DATE NOT NULL,
    "met_with" TEXT NOT NULL,
    "seen" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "finding_reason" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "donut_visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "donut_split" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "available_cents" BIGINT NOT NULL,
    "recipients" INTEGER NOT NULL,
    "share_cents" BIGINT NOT NULL,
    "remainder_cents" BIGINT NOT NULL,
    "motivation" TEXT NOT NULL,
    "proposer_id" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ NOT NULL,
    "confirmer_id" UUID,
    "confirmed_at" TIMESTAMPTZ,
    "discarded_by_id" UUID,
    "discarded_at" TIMESTAMPTZ,
    "discard_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "donut_split_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "donut_verdict" (
    "split_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "meets_rules" BOOLEAN NOT NULL,
    "set_aside_reason" TEXT NOT NULL DEFAULT '',
    "rewarded" BOOLEAN NOT NULL,

    CONSTRAINT "donut_verdict_pkey" PRIMARY KEY ("split_id","application_id")
);

-- CreateTable
CREATE TABLE "donor" (
    "id" UUID NOT NULL,
    "pledge_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "display" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "organisation_id" UUID,
    "amount_cents" BIGINT NOT NULL,
    "show_amount" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "donor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "donut_rules_version_key" ON "donut_rules"("version");

-- CreateIndex
CREATE UNIQUE INDEX "donut_call_year_key" ON "donut_call"("year");

-- CreateIndex
CREATE UNIQUE INDEX "donut_call_fund_id_key" ON "donut_call"("fund_id");

-- CreateIndex
CREATE INDEX "donut_call_body_id_idx" ON "donut_call"("body_id");

-- CreateIndex
CREATE INDEX "donut_application_organisation_id_idx" ON "donut_application"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "donut_application_call_id_organisation_id_key" ON "donut_application"("call_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "donut_evidence_application_id_key" ON "donut_evidence"("application_id");

-- CreateIndex
CREATE INDEX "donut_evidence_uploaded_by_id_idx" ON "donut_evidence"("uploaded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "donut_visit_application_id_version_key" ON "donut_visit"("application_id", "version");

-- CreateIndex
CREATE INDEX "donut_split_call_id_idx" ON "donut_split"("call_id");

-- CreateIndex
CREATE INDEX "donut_verdict_application_id_idx" ON "donut_verdict"("application_id");

-- CreateIndex
CREATE INDEX "donor_pledge_id_idx" ON "donor"("pledge_id");

-- AddForeignKey
ALTER TABLE "donut_rules" ADD CONSTRAINT "donut_rules_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_call" ADD CONSTRAINT "donut_call_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_call" ADD CONSTRAINT "donut_call_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_call" ADD CONSTRAINT "donut_call_rules_id_fkey" FOREIGN KEY ("rules_id") REFERENCES "donut_rules"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_call" ADD CONSTRAINT "donut_call_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_call" ADD CONSTRAINT "donut_call_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_application" ADD CONSTRAINT "donut_application_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "donut_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_application" ADD CONSTRAINT "donut_application_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_application" ADD CONSTRAINT "donut_application_applicant_id_fkey" FOREIGN KEY ("applicant_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_evidence" ADD CONSTRAINT "donut_evidence_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "donut_application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_evidence" ADD CONSTRAINT "donut_evidence_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_evidence_content" ADD CONSTRAINT "donut_evidence_content_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "donut_evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_visit" ADD CONSTRAINT "donut_visit_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "donut_application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_visit" ADD CONSTRAINT "donut_visit_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_split" ADD CONSTRAINT "donut_split_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "donut_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_split" ADD CONSTRAINT "donut_split_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_split" ADD CONSTRAINT "donut_split_confirmer_id_fkey" FOREIGN KEY ("confirmer_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_split" ADD CONSTRAINT "donut_split_discarded_by_id_fkey" FOREIGN KEY ("discarded_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_verdict" ADD CONSTRAINT "donut_verdict_split_id_fkey" FOREIGN KEY ("split_id") REFERENCES "donut_split"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donut_verdict" ADD CONSTRAINT "donut_verdict_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "donut_application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donor" ADD CONSTRAINT "donor_pledge_id_fkey" FOREIGN KEY ("pledge_id") REFERENCES "budget_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donor" ADD CONSTRAINT "donor_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "donor" ADD CONSTRAINT "donor_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ─────────────── rules ───────────────

alter table donut_rules
  add constraint donut_rules_values check (version > 0 and minimum_value_cents >= 0 and minimum_return_bps >= 0 and evidence_days between 1 and 3660),
  add constraint donut_rules_reason check (char_length(btrim(reason)) between 1 and 2000);

create trigger donut_rules_append_only before update or delete on donut_rules
  for each row execute function record_is_append_only();
create trigger donut_rules_no_truncate before truncate on donut_rules
  for each statement execute function record_is_append_only();

-- The rules of the proposal of Kracht van Nieuw-West: a value of at least 10,000 euro, and at least twice the costs.
insert into donut_rules (id, version, valid_from, minimum_value_cents, minimum_return_bps, evidence_days, reason, written_at)
  values ('019c0000-0000-7000-8000-000000000001', 1, '2022-01-01', 1000000, 20000, 365,
    'Zo staan de regels in het voorstel van Kracht van Nieuw-West: een waarde van minstens € 10.000,00 en minstens twee keer zo veel waarde als kosten.',
    '2022-01-01T00:00:00Z');

-- Whole cents and whole hundredths of a percent; numeric, so that no product overflows. Costs of zero: not computable.
create function donut_meets_rules(value_cents bigint, costs_cents bigint, the_rules uuid) returns boolean language sql stable as $$
  select value_cents >= r.minimum_value_cents and costs_cents > 0
      and value_cents::numeric * 10000 >= costs_cents::numeric * r.minimum_return_bps
    from donut_rules r where r.id = the_rules
$$;

-- ─────────────── the call of a year ───────────────

alter table donut_call
  add constraint donut_call_state check (state in ('open', 'closed', 'decided')),
  add constraint donut_call_period check (opens_on <= closes_on),
  add constraint donut_call_closed_complete check ((state = 'open') = (closed_at is null) and (closed_at is null) = (closed_by_id is null));

create function donut_call_keeps_its_rules() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'open' then
      perform refuse('donut_call_begins_open', 'a call begins open');
    end if;
    if not exists (select 1 from fund where id = new.fund_id and body_id = new.body_id and year = new.year) then
      perform refuse('donut_call_fund', 'the fund is of another body or year');
    end if;
    if not exists (select 1 from donut_rules where id = new.rules_id and valid_from <= new.opens_on) then
      perform refuse('donut_call_rules', 'these rules begin later');
    end if;
    return new;
  end if;
  if (to_jsonb(new) - '{state,closed_by_id,closed_at}'::text[]) is distinct from (to_jsonb(old) - '{state,closed_by_id,closed_at}'::text[])
     or (old.state, new.state) not in (('open', 'closed'), ('closed', 'decided'))
     or (old.state = 'closed' and (new.closed_by_id, new.closed_at) is distinct from (old.closed_by_id, old.closed_at)) then
    perform refuse('donut_call_fixed', 'what was opened stays as it is');
  end if;
  if new.state = 'closed' and amsterdam_day(new.closed_at) <= new.closes_on then
    perform refuse('donut_call_running', 'organisations can still apply');
  end if;
  return new;
end $$;
create trigger donut_call_keeps_its_rules before insert or update on donut_call
  for each row execute function donut_call_keeps_its_rules();
create trigger donut_call_stays before delete on donut_call
  for each row execute function record_is_append_only();
create trigger donut_call_no_truncate before truncate on donut_call
  for each statement execute function record_is_append_only();

-- ─────────────── applications ───────────────

alter table donut_application
  add constraint donut_application_state check (state in ('submitted', 'withdrawn')),
  add constraint donut_application_amounts check (value_cents >= 0 and costs_cents >= 0),
  add constraint donut_application_evidence check (case evidence_kind
    when 'maex' then evidence_name = '' when 'social-handprint' then evidence_name = ''
    when 'other' then char_length(btrim(evidence_name)) between 1 and 120 else false end),
  add constraint donut_application_story check (char_length(btrim(story)) between 1 and 3000);

-- The row of the call is shared, so that closing waits for who applies, and who applies sees that it closed.
create function donut_application_in_time() returns trigger language plpgsql as $$
declare
  c donut_call;
  the_day date := amsterdam_day(new.changed_at);
begin
  select * into c from donut_call where id = new.call_id for share;
  if c.state <> 'open' or the_day not between c.opens_on and c.closes_on then
    perform refuse('donut_call_not_open', 'the call is not open');
  end if;
  if tg_op = 'UPDATE' and ((new.id, new.call_id, new.organisation_id, new.submitted_at)
       is distinct from (old.id, old.call_id, old.organisation_id, old.submitted_at) or new.revision <> old.revision + 1) then
    perform refuse('donut_application_fixed', 'an application changes as a next revision, of the same organisation');
  end if;
  if not exists (select 1 from organisation_member m where m.person_id = new.applicant_id and m.organisation_id = new.organisation_id
                 and m.begins_on <= the_day and (m.ends_on is null or m.ends_on >= the_day)) then
    perform refuse('donut_applicant_member', 'members of the organisation apply for it');
  end if;
  if new.state = 'submitted' and not exists (
    select 1 from donut_rules r where r.id = c.rules_id and new.evidence_on between c.closes_on - r.evidence_days and the_day) then
    perform refuse('donut_evidence_date', 'the document is too old, or of later than today');
  end if;
  return new;
end $$;
create trigger donut_application_in_time before insert or update on donut_application
  for each row execute function donut_application_in_time();
create trigger donut_application_stays before delete on donut_application
  for each row execute function record_is_append_only();
create trigger donut_application_no_truncate before truncate on donut_application
  for each statement execute function record_is_append_only();

alter table donut_evidence
  add constraint donut_evidence_kind check (kind in ('image', 'pdf')),
  add constraint donut_evidence_type check (content_type in ('image/webp', 'application/pdf')),
  add constraint donut_evidence_size check (byte_size between 1 and 10485760);

-- What belongs to an application changes while the call is open. The file itself never changes: another one takes its place.
create function donut_evidence_while_open() returns trigger language plpgsql as $$
declare
  the_application uuid;
  the_state text;
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - 'application_id') is distinct from (to_jsonb(old) - 'application_id') then
    perform refuse('donut_evidence_fixed', 'a document does not change: another takes its place');
  end if;
  foreach the_application in array array[
    case when tg_op <> 'INSERT' then old.application_id end, case when tg_op <> 'DELETE' then new.application_id end] loop
    if the_application is not null then
      select c.state into the_state from donut_application a join donut_call c on c.id = a.call_id
        where a.id = the_application for share of c;
      if the_state <> 'open' then
        perform refuse('donut_call_not_open', 'the call is closed');
      end if;
    end if;
  end loop;
  return coalesce(new, old);
end $$;
create trigger donut_evidence_while_open before insert or update or delete on donut_evidence
  for each row execute function donut_evidence_while_open();

create function donut_evidence_content_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or exists (select 1 from donut_evidence where id = old.evidence_id) then
    perform refuse('donut_evidence_fixed', 'a document does not change: another takes its place');
  end if;
  return old;
end $$;
create trigger donut_evidence_content_stays before update or delete on donut_evidence_content
  for each row execute function donut_evidence_content_stays();

-- Checked at commit: who applies shows a document.
create function donut_application_has_evidence() returns trigger language plpgsql as $$
declare
  the_application uuid := case when tg_table_name = 'donut_application' then (to_jsonb(new) ->> 'id')::uuid
    else (to_jsonb(old) ->> 'application_id')::uuid end;
begin
  if exists (select 1 from donut_application a where a.id = the_application and a.state = 'submitted'
             and not exists (select 1 from donut_evidence e where e.application_id = a.id)) then
    perform refuse('donut_evidence_needed', 'an application has a document');
  end if;
  return null;
end $$;
create constraint trigger donut_application_has_evidence after insert or update on donut_application
  deferrable initially deferred for each row execute function donut_application_has_evidence();
create constraint trigger donut_evidence_needed after update or delete on donut_evidence
  deferrable initially deferred for each row execute function donut_application_has_evidence();

-- ─────────────── interests (rule 2) ───────────────

-- The interest of a person in an application, or null. A membership counts that ran at any moment since the call was
-- opened, so that leaving does not help.
create function donut_application_interest_of(the_person uuid, the_application uuid) returns text language sql stable as $$
  select case when a.applicant_id = the_person then 'applicant' else 'shared-organisation' end
  from donut_application a join donut_call c on c.id = a.call_id
  where a.id = the_application and a.state = 'submitted' and (a.applicant_id = the_person
    or shares_organisation(the_person, a.organisation_id, least(c.opens_on::timestamptz, c.opened_at)))
$$;

-- In a whole call: everybody gets an equal part, so each application touches the others.
create function donut_interest_of(the_person uuid, the_call uuid) returns text language sql stable as $$
  select kind from donut_application a cross join lateral donut_application_interest_of(the_person, a.id) as kind
    where a.call_id = the_call and kind is not null order by kind limit 1
$$;

-- ─────────────── visits ───────────────

alter table donut_visit
  add constraint donut_visit_finding check (finding in ('holds', 'partly', 'not')),
  add constraint donut_visit_texts check (char_length(btrim(met_with)) between 1 and 300
    and char_length(btrim(seen)) between 1 and 3000 and char_length(btrim(finding_reason)) between 1 and 2000);

create function donut_visit_fits() returns trigger language plpgsql as $$
declare
  the_state text;
begin
  select c.state into the_state from donut_application a join donut_call c on c.id = a.call_id
    where a.id = new.application_id and a.state = 'submitted' for share of c;
  if the_state is null or the_state = 'decided' then
    perform refuse('donut_visit_in_time', 'the call was decided, or the application was withdrawn');
  end if;
  if new.visited_on > amsterdam_day(new.written_at) then
    perform refuse('donut_visit_ahead', 'a visit is written of afterwards');
  end if;
  if new.version <> 1 + coalesce((select max(version) from donut_visit where application_id = new.application_id), 0) then
    perform refuse('donut_visit_version', 'versions follow each other');
  end if;
  perform hold_interests(array[new.author_id]);
  if donut_application_interest_of(new.author_id, new.application_id) is not null then
    perform refuse('donut_visit_without_interest', 'an interest keeps this person from writing about the visit');
  end if;
  return new;
end $$;
create trigger donut_visit_fits before insert on donut_visit
  for each row execute function donut_visit_fits();
create trigger donut_visit_append_only before update or delete on donut_visit
  for each row execute function record_is_append_only();
create trigger donut_visit_no_truncate before truncate on donut_visit
  for each statement execute function record_is_append_only();

-- ─────────────── the split ───────────────

alter table donut_split
  add constraint donut_split_state check (state in ('prepared', 'confirmed', 'discarded')),
  add constraint donut_split_motivation check (char_length(btrim(motivation)) between 1 and 3000),
  -- equal parts in whole cents; what is left stays in the fund
  add constraint donut_split_computed check (available_cents >= 0 and recipients >= 0
    and share_cents = case when recipients = 0 then 0 else available_cents / recipients end
    and remainder_cents = available_cents - share_cents * recipients),
  add constraint donut_split_share check (recipients = 0 or share_cents > 0),
  -- rule 1
  add constraint donut_split_two_persons check (confirmer_id is null or confirmer_id <> proposer_id),
  add constraint donut_split_confirmed_complete check (
    num_nonnulls(confirmer_id, confirmed_at) = case when state = 'confirmed' then 2 else 0 end),
  add constraint donut_split_discarded_complete check (
    num_nonnulls(discarded_by_id, discarded_at) = case when state = 'discarded' then 2 else 0 end
    and (state <> 'discarded' or char_length(btrim(discard_reason)) between 1 and 2000));

create unique index donut_split_one_open on donut_split (call_id) where state in ('prepared', 'confirmed');

alter table donut_verdict
  add constraint donut_verdict_rewarded check (rewarded = (meets_rules and set_aside_reason = '')),
  add constraint donut_verdict_set_aside check (set_aside_reason = '' or (meets_rules and char_length(btrim(set_aside_reason)) between 1 and 2000));

create trigger donut_verdict_append_only before update or delete on donut_verdict
  for each row execute function record_is_append_only();
create trigger donut_verdict_no_truncate before truncate on donut_verdict
  for each statement execute function record_is_append_only();

create function donut_split_keeps_its_rules() returns trigger language plpgsql as $$
declare
  c donut_call;
begin
  select * into c from donut_call where id = new.call_id for no key update;
  if tg_op = 'INSERT' then
    if new.state <> 'prepared' then
      perform refuse('donut_split_begins_prepared', 'a split begins as a proposal');
    end if;
    if c.state <> 'closed' then
      perform refuse('donut_split_after_closing', 'a split follows the closing of the call');
    end if;
  else
    if old.state <> 'prepared'
       or (to_jsonb(new) - '{state,confirmer_id,confirmed_at,discarded_by_id,discarded_at,discard_reason}'::text[])
         is distinct from (to_jsonb(old) - '{state,confirmer_id,confirmed_at,discarded_by_id,discarded_at,discard_reason}'::text[]) then
      perform refuse('donut_split_fixed', 'a proposal is confirmed or laid aside, and else stays as it is');
    end if;
  end if;
  perform hold_interests(array[new.proposer_id, new.confirmer_id, new.discarded_by_id]);
  if new.state = 'discarded' then
    -- also by another where the proposer got an interest since
    if donut_interest_of(new.discarded_by_id, c.id) is not null then
      perform refuse('donut_split_without_interest', 'an interest keeps this person out of the split');
    end if;
    return new;
  end if;
  if donut_interest_of(new.proposer_id, c.id) is not null
     or (new.confirmer_id is not null and donut_interest_of(new.confirmer_id, c.id) is not null) then
    perform refuse('donut_split_without_interest', 'an interest keeps this person out of the split');
  end if;
  -- last: whoever commits money of this fund waits from here on
  perform 1 from ledger_account a join fund f on f.available_account_id = a.id where f.id = c.fund_id for no key update of a;
  if new.available_cents <> (select a.balance_cents from ledger_account a join fund f on f.available_account_id = a.id
                             where f.id = c.fund_id) then
    perform refuse('donut_fund_changed', 'the fund holds another amount by now');
  end if;
  return new;
end $$;
create trigger donut_split_keeps_its_rules before insert or update on donut_split
  for each row execute function donut_split_keeps_its_rules();
create trigger donut_split_stays before delete on donut_split
  for each row execute function record_is_append_only();
create trigger donut_split_no_truncate before truncate on donut_split
  for each statement execute function record_is_append_only();

-- Checked at commit: every application has the verdict that follows from the rules, and the parts are divided over those.
create function donut_split_covers_call() returns trigger language plpgsql as $$
declare
  s donut_split;
begin
  select * into s from donut_split where id = case when tg_table_name = 'donut_split' then (to_jsonb(new) ->> 'id')::uuid
    else (to_jsonb(new) ->> 'split_id')::uuid end;
  if exists (
    select 1 from (select a.id, donut_meets_rules(a.value_cents, a.costs_cents, c.rules_id) as meets
                     from donut_application a join donut_call c on c.id = a.call_id
                     where a.call_id = s.call_id and a.state = 'submitted') a
      full join (select * from donut_verdict where split_id = s.id) v on v.application_id = a.id
    where a.id is null or v.application_id is null or v.meets_rules <> a.meets)
     or s.recipients <> (select count(*) from donut_verdict where split_id = s.id and rewarded) then
    perform refuse('donut_split_by_the_rules', 'the split must follow from the applications and the rules');
  end if;
  if (s.state = 'confirmed') <> exists (select 1 from donut_call where id = s.call_id and state = 'decided') and s.state <> 'discarded' then
    perform refuse('donut_split_decides_call', 'a confirmed split and a decided call go together');
  end if;
  return null;
end $$;
create constraint trigger donut_split_covers_call after insert or update on donut_split
  deferrable initially deferred for each row execute function donut_split_covers_call();
create constraint trigger donut_verdict_covers_call after insert on donut_verdict
  deferrable initially deferred for each row execute function donut_split_covers_call();

create function donut_call_has_split() returns trigger language plpgsql as $$
begin
  if new.state = 'decided' and not exists (select 1 from donut_split where call_id = new.id and state = 'confirmed') then
    perform refuse('donut_split_decides_call', 'a confirmed split and a decided call go together');
  end if;
  return null;
end $$;
create constraint trigger donut_call_has_split after update on donut_call
  deferrable initially deferred for each row execute function donut_call_has_split();

-- ─────────────── donors ───────────────

alter table donor
  add constraint donor_kind check (kind in ('resident', 'company', 'organisation')),
  add constraint donor_amount check (amount_cents > 0),
  -- rule 6: of who stays anonymous no name is kept
  add constraint donor_display check (case display
    when 'anonymous' then name = '' and organisation_id is null
    when 'name' then (char_length(btrim(name)) between 1 and 120) <> (organisation_id is not null) and (organisation_id is null or name = '')
    else false end),
  add constraint donor_organisation check (organisation_id is null or kind <> 'resident');

create function donor_within_pledge() returns trigger language plpgsql as $$
begin
  perform 1 from budget_change where id = new.pledge_id for no key update;
  if not exists (select 1 from budget_change c join money_source s on s.id = c.money_source_id
                 where c.id = new.pledge_id and c.kind = 'pledge' and c.state = 'approved' and s.kind = 'donation') then
    perform refuse('donor_of_pledge', 'a donor belongs to an approved pledge of donations');
  end if;
  if new.amount_cents + coalesce((select sum(amount_cents) from donor where pledge_id = new.pledge_id and id <> new.id), 0)
     > (select amount_cents from budget_change where id = new.pledge_id) then
    perform refuse('donor_within_pledge', 'donors gave no more than their pledge');
  end if;
  if tg_op = 'UPDATE' and ((new.id, new.pledge_id) is distinct from (old.id, old.pledge_id) or new.revision <> old.revision + 1) then
    perform refuse('donor_revision', 'a donor changes as a next revision');
  end if;
  return new;
end $$;
create trigger donor_within_pledge before insert or update on donor
  for each row execute function donor_within_pledge();
