-- AlterTable
ALTER TABLE "person" ADD COLUMN "signed_in_at" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "allowance_claim" ADD COLUMN "erased_on" DATE;

-- CreateTable
CREATE TABLE "retention_period" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ NOT NULL,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "retention_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retention_removal" (
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "removed" INTEGER NOT NULL,

    CONSTRAINT "retention_removal_pkey" PRIMARY KEY ("kind","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "retention_period_sequence_key" ON "retention_period"("sequence");

-- CreateIndex
CREATE INDEX "retention_period_kind_starts_on_sequence_idx" ON "retention_period"("kind", "starts_on", "sequence");

-- AddForeignKey
ALTER TABLE "retention_period" ADD CONSTRAINT "retention_period_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ─────────────── how long what is kept (docs/decisions/0014) ───────────────

-- Who signed in before this was written down counts from today.
update person set signed_in_at = now() where deleted_at is null;

-- Nobody: in the place of a person in what the sums still need and nobody needs the person of. Made when it is first needed.
create function nobody() returns uuid language sql immutable as $$
  select '00000000-0000-7000-8000-000000000000'::uuid
$$;

-- Every kind of data that is removed some day, and the shortest period that it can get. Algemene wet inzake
-- rijksbelastingen, article 52, paragraph 4: what matters for taxes is kept for seven years, here after the end of its year.
create function shortest_retention(kind text) returns interval language sql immutable as $$
  select case kind
    when 'receipts' then interval '84 months'
    when 'claims' then interval '84 months'
    when 'claims-refused' then interval '6 months'
    when 'claim-notes' then interval '12 months'
    -- hours can be claimed for a day of a year ago
    when 'sign-ups' then interval '13 months'
    when 'ages' then interval '13 months'
    when 'elsewhere' then interval '84 months'
    when 'bank-accounts' then interval '1 month'
    when 'bank-account-rests' then interval '84 months'
    when 'bank-looks' then interval '12 months'
    when 'payment-lines' then interval '84 months'
    when 'bank-checks' then interval '12 months'
    when 'statement-words' then interval '12 months'
    when 'sign-in-codes' then interval '2 days'
    when 'sessions' then interval '1 day'
    when 'second-factor-tries' then interval '1 day'
    when 'demo-mails' then interval '1 day'
    when 'organisation-requests' then interval '1 month'
    when 'interest-notes' then interval '12 months'
    when 'households' then interval '12 months'
    when 'loose-evidence' then interval '1 month'
    when 'removed-photos' then interval '1 month'
    when 'accounts-unused' then interval '12 months' end
$$;

alter table retention_period
  add constraint retention_period_kind check (shortest_retention(kind) is not null),
  add constraint retention_period_unit check (unit in ('day', 'month')),
  add constraint retention_period_amount check (amount between 1 and case unit when 'day' then 366 else 360 end),
  add constraint retention_period_reason check (char_length(btrim(reason)) between 3 and 500),
  -- who looks can see what goes before it is gone
  add constraint retention_period_ahead check (added_by_id is null or starts_on > amsterdam_day(added_at));

create function interval_of(amount int, unit text) returns interval language sql immutable as $$
  select make_interval(months => case unit when 'month' then amount else 0 end, days => case unit when 'day' then amount else 0 end)
$$;

create function retention_period_fits() returns trigger language plpgsql as $$
begin
  -- from whatever day: a month has 28 days at least
  if date '2026-02-01' + interval_of(new.amount, new.unit) < date '2026-02-01' + shortest_retention(new.kind) then
    perform refuse('retention_period_least', 'the law or the work needs it for longer');
  end if;
  return new;
end $$;
create trigger retention_period_fits before insert on retention_period
  for each row execute function retention_period_fits();
create trigger retention_period_append_only before update or delete on retention_period
  for each row execute function record_is_append_only();
create trigger retention_period_no_truncate before truncate on retention_period
  for each statement execute function record_is_append_only();

insert into retention_period (id, kind, amount, unit, starts_on, reason, added_at)
  select gen_random_uuid(), kind, amount, unit, '2021-01-01', reason, now() from (values
    ('receipts', 84, 'month', 'Algemene wet inzake rijksbelastingen, artikel 52 lid 4: zeven jaar.'),
    ('claims', 84, 'month', 'Algemene wet inzake rijksbelastingen, artikel 52 lid 4: zeven jaar.'),
    ('claims-refused', 24, 'month', 'Er is niets van betaald. Twee jaar is genoeg om een klacht te kunnen nagaan.'),
    ('claim-notes', 24, 'month', 'Wat iemand erbij schreef, telt niet mee in de administratie.'),
    ('sign-ups', 13, 'month', 'Uren kunnen tot een jaar later worden ingevuld. Daarna is niet meer nodig wie er was aangemeld.'),
    ('ages', 13, 'month', 'Uren kunnen tot een jaar later worden ingevuld. Daarna maakt de verjaardag niets meer uit.'),
    ('elsewhere', 84, 'month', 'Hoort bij het bedrag van het jaar: Algemene wet inzake rijksbelastingen, artikel 52 lid 4.'),
    ('bank-accounts', 3, 'month', 'Zo lang kan een betaling nog terugkomen.'),
    ('bank-account-rests', 84, 'month', 'De laatste vier tekens horen bij de betaling: Algemene wet inzake rijksbelastingen, artikel 52 lid 4.'),
    ('payment-lines', 84, 'month', 'Algemene wet inzake rijksbelastingen, artikel 52 lid 4: zeven jaar.'),
    ('bank-checks', 24, 'month', 'Zo lang kan nog worden nagegaan waarom een betaling door kon gaan.'),
    ('statement-words', 24, 'month', 'Langer blijft een onbekende boeking niet liggen; het bedrag blijft.'),
    ('bank-looks', 24, 'month', 'Zo lang kun je zien wie je rekeningnummer bekeek.'),
    ('sign-in-codes', 7, 'day', 'Om misbruik te zien.'),
    ('sessions', 30, 'day', 'Om te zien waar je was ingelogd.'),
    ('second-factor-tries', 7, 'day', 'Om misbruik te zien.'),
    ('demo-mails', 90, 'day', 'Alleen in de demo, waar geen mail wordt verstuurd.'),
    ('organisation-requests', 12, 'month', 'Je uitleg was alleen voor wie de vraag beantwoordde.'),
    ('interest-notes', 60, 'month', 'Zo lang kan een besluit nog worden nagegaan. Dat er een belang was, blijft.'),
    ('households', 24, 'month', 'Telt alleen bij stemmen zolang iemand in het team zit.'),
    ('loose-evidence', 3, 'month', 'Hoort bij geen aanvraag.'),
    ('removed-photos', 3, 'month', 'De indiener haalde deze foto of dit bestand weg.'),
    ('accounts-unused', 24, 'month', 'Een account waarmee niemand inlogt en waar niets aan vastzit.')
  ) as given (kind, amount, unit, reason);

-- The period of a kind of data on a day.
create function retention_of(the_kind text, the_day date) returns interval language sql stable as $$
  select interval_of(amount, unit) from retention_period
    where kind = the_kind and starts_on <= the_day order by starts_on desc, sequence desc limit 1
$$;

-- Everything that is removed some day: its kind, its row, and the day from which its period runs.
create view retention_row as
  select 'receipts' as kind, c.id as key, null::uuid as key2, make_date(extract(year from c.day)::int, 12, 31) as since
    from claim_receipt r join allowance_claim c on c.id = r.claim_id where c.state in ('claimed', 'approved')
  union all
  -- after its receipt, which says whose it is
  select 'claims', c.id, null, make_date(extract(year from c.day)::int, 12, 31)
    from allowance_claim c where c.state in ('claimed', 'approved') and c.erased_on is null
      and not exists (select 1 from claim_receipt r where r.claim_id = c.id)
      and not exists (select 1 from payment_line_claim x join payment_line l on l.id = x.line_id
        where x.claim_id = c.id and l.state = 'open')
  union all
  select 'claims-refused', c.id, null, amsterdam_day(c.answered_at)
    from allowance_claim c where c.state in ('refused', 'withdrawn')
  union all
  select 'claim-notes', c.id, null, make_date(extract(year from c.day)::int, 12, 31)
    from allowance_claim c
    where c.state = 'approved' and c.kind = 'hours' and c.erased_on is null and (c.note <> '' or c.answer <> '')
  union all
  select 'sign-ups', v.activity_id, v.person_id,
      greatest(a.ends_on, amsterdam_day(v.signed_up_at), amsterdam_day(v.left_at))
    from activity_volunteer v join activity a on a.id = v.activity_id
    where not exists (select 1 from allowance_claim c where c.activity_id = v.activity_id and c.person_id = v.person_id)
  union all
  select 'ages', v.person_id, null, v.turns_21_on from volunteer v where v.turns_21_on is not null
  union all
  select 'elsewhere', o.id, null, make_date(o.year, 12, 31) from other_allowance o
  union all
  select 'bank-accounts', b.id, null, amsterdam_day(b.ended_at)
    from bank_account b where b.ended_at is not null and octet_length(b.sealed) > 0 and not bank_account_needed(b.id)
  union all
  select 'bank-account-rests', b.id, null, amsterdam_day(b.ended_at)
    from bank_account b where b.ended_at is not null and octet_length(b.sealed) = 0 and b.person_id <> nobody()
  union all
  select 'bank-looks', l.id, null, amsterdam_day(l.looked_at) from bank_account_look l
  union all
  select 'payment-lines', l.id, null, make_date(extract(year from coalesce(l.settled_on, amsterdam_day(l.ended_at)))::int, 12, 31)
    from payment_line l where l.state <> 'open' and l.person_id <> nobody()
  union all
  select 'bank-checks', k.id, null, amsterdam_day(k.checked_at) from payment_line_check k
  union all
  select 'statement-words', i.id, null, i.booked_on from statement_item i
    where i.state = 'open' and (i.counterparty <> '' or i.counter_account <> '' or i.text <> '')
  union all
  select 'sign-in-codes', s.id, null, amsterdam_day(s.created_at) from sign_in_code s
  union all
  select 'sessions', s.id, null, amsterdam_day(s.expires_at) from session s
  union all
  select 'second-factor-tries', t.id, null, amsterdam_day(t.tried_at) from second_factor_try t
  union all
  select 'demo-mails', m.id, null, amsterdam_day(m.sent_at) from demo_mail m
  union all
  select 'organisation-requests', r.id, null, amsterdam_day(r.answered_at)
    from organisation_request r where r.note <> '' and r.answered_at is not null
  union all
  select 'interest-notes', d.id, null, amsterdam_day(d.declared_at) from interest_declaration d where d.note <> ''
  union all
  select 'households', m.id, null, m.ends_on from body_membership m where m.household is not null and m.ends_on is not null
  union all
  select 'loose-evidence', e.id, null, amsterdam_day(e.created_at) from donut_evidence e where e.application_id is null
  union all
  select 'removed-photos', a.id, null, amsterdam_day(a.removed_at)
    from attachment a where a.removed_at is not null
      and not exists (select 1 from initiative_version v
        where v.initiative_id = a.initiative_id and position(a.id::text in v.content::text) > 0)
  union all
  select 'accounts-unused', p.id, null, amsterdam_day(greatest(p.created_at, p.signed_in_at))
    from person p where p.deleted_at is null
      and not exists (select 1 from session x where x.person_id = p.id)
      and not exists (select 1 from body_membership x where x.person_id = p.id)
      and not exists (select 1 from organisation_member x where x.person_id = p.id)
      and not exists (select 1 from organisation_request x where x.person_id = p.id and x.state = 'waiting')
      and not exists (select 1 from initiative x where x.submitter_id = p.id)
      and not exists (select 1 from activity_volunteer x where x.person_id = p.id)
      and not exists (select 1 from allowance_claim x where x.person_id = p.id)
      and not exists (select 1 from bank_account x where x.person_id = p.id);

-- Whether a row is past its period, by the clock of the database: the rules below ask it themselves.
create function is_past_retention(the_kind text, the_key uuid, the_key2 uuid default null) returns boolean language sql stable as $$
  select exists (
    select 1 from retention_row r
      where r.kind = the_kind and r.key = the_key and (the_key2 is null or r.key2 = the_key2)
        and r.since + retention_of(the_kind, amsterdam_day(now())) < amsterdam_day(now()))
$$;

-- ─────────────── what is never removed otherwise ───────────────

-- Only while remove_past_retention() runs, in its own transaction. It opens nothing by itself: each row is judged.
create function retention_runs() returns boolean language sql stable as $$
  select coalesce(current_setting('wijkbeurs.retention', true), '') = 'on'
$$;

-- For tables that only grow. Arguments: kind of data, column of the key, second column of the key or '', and the column that is
-- emptied or '' where the row goes.
create function kept_until_its_period() returns trigger language plpgsql as $$
declare
  emptied text := tg_argv[3];
begin
  if retention_runs()
     and is_past_retention(tg_argv[0], (to_jsonb(old) ->> tg_argv[1])::uuid, (to_jsonb(old) ->> nullif(tg_argv[2], ''))::uuid)
     and ((tg_op = 'DELETE' and emptied = '')
       or (tg_op = 'UPDATE' and emptied <> '' and to_jsonb(new) ->> emptied = '' and to_jsonb(new) - emptied = to_jsonb(old) - emptied)) then
    return coalesce(new, old);
  end if;
  perform refuse('record_append_only', format('%s is append-only', tg_table_name));
  return null;
end $$;

drop trigger claim_receipt_append_only on claim_receipt;
create trigger claim_receipt_append_only before update or delete on claim_receipt
  for each row when (not retention_runs()) execute function record_is_append_only();
create function claim_receipt_until_its_period() returns trigger language plpgsql as $$
begin
  if is_past_retention('receipts', old.claim_id) or is_past_retention('claims-refused', old.claim_id) then return old; end if;
  perform refuse('record_append_only', 'a receipt is kept for its period');
  return null;
end $$;
create trigger claim_receipt_until_its_period before delete on claim_receipt
  for each row when (retention_runs()) execute function claim_receipt_until_its_period();
create trigger claim_receipt_no_update before update on claim_receipt
  for each row when (retention_runs()) execute function record_is_append_only();
create trigger claim_receipt_no_truncate before truncate on claim_receipt
  for each statement execute function record_is_append_only();

drop trigger other_allowance_append_only on other_allowance;
create trigger other_allowance_append_only before update or delete on other_allowance
  for each row execute function kept_until_its_period('elsewhere', 'id', '', '');
drop trigger bank_account_look_append_only on bank_account_look;
create trigger bank_account_look_append_only before update or delete on bank_account_look
  for each row execute function kept_until_its_period('bank-looks', 'id', '', '');
drop trigger payment_line_check_append_only on payment_line_check;
create trigger payment_line_check_append_only before update or delete on payment_line_check
  for each row execute function kept_until_its_period('bank-checks', 'id', '', '');
drop trigger activity_volunteer_no_delete on activity_volunteer;
create trigger activity_volunteer_no_delete before delete on activity_volunteer
  for each row execute function kept_until_its_period('sign-ups', 'activity_id', 'person_id', '');
drop trigger allowance_claim_no_delete on allowance_claim;
create trigger allowance_claim_no_delete before delete on allowance_claim
  for each row execute function kept_until_its_period('claims-refused', 'id', '', '');
drop trigger interest_declaration_append_only on interest_declaration;
create trigger interest_declaration_append_only before update or delete on interest_declaration
  for each row execute function kept_until_its_period('interest-notes', 'id', '', 'note');

-- A claim that somebody was paid for stays for the sums: without the person, the words and the exact day.
alter table allowance_claim
  drop constraint claim_two_persons,
  add constraint claim_two_persons check (
    erased_on is not null or state not in ('approved', 'refused') or (answered_by_id <> person_id and answered_by_id <> claimed_by_id)),
  add constraint claim_erased check (erased_on is null or (person_id = nobody() and claimed_by_id = nobody()
    and (answered_by_id is null or answered_by_id = nobody()) and answer = '' and extract(day from day) = 1));
drop index claim_one_a_day;
create unique index claim_one_a_day on allowance_claim (activity_id, person_id, day)
  where kind = 'hours' and state in ('claimed', 'approved') and erased_on is null;

-- The other rules on claims look at what people do.
drop trigger claim_fits on allowance_claim;
create trigger claim_fits before insert on allowance_claim
  for each row execute function claim_fits();
create trigger claim_fits_change before update on allowance_claim
  for each row when (not retention_runs()) execute function claim_fits();
drop trigger claim_within_limits on allowance_claim;
create trigger claim_within_limits after insert on allowance_claim
  for each row execute function claim_within_limits();
create trigger claim_within_limits_change after update on allowance_claim
  for each row when (not retention_runs()) execute function claim_within_limits();
drop trigger claim_without_interest on allowance_claim;
create trigger claim_without_interest before insert on allowance_claim
  for each row execute function claim_is_without_interest();
create trigger claim_without_interest_change before update on allowance_claim
  for each row when (not retention_runs()) execute function claim_is_without_interest();

create function claim_until_its_period() returns trigger language plpgsql as $$
declare
  words text[] := array['note', 'answer'];
  erased text[] := array['note', 'answer', 'person_id', 'claimed_by_id', 'answered_by_id', 'day', 'erased_on'];
begin
  if new.erased_on is null and to_jsonb(new) - words = to_jsonb(old) - words and new.note = '' and new.answer = ''
     and is_past_retention('claim-notes', old.id) then
    return new;
  end if;
  if new.erased_on is not null and to_jsonb(new) - erased = to_jsonb(old) - erased
     and new.day = date_trunc('month', old.day)::date and new.note in ('', '-') and is_past_retention('claims', old.id) then
    return new;
  end if;
  perform refuse('claim_closed', 'a claim is kept for its period');
  return null;
end $$;
create trigger claim_until_its_period before update on allowance_claim
  for each row when (retention_runs()) execute function claim_until_its_period();

drop trigger bank_account_stays on bank_account;
create trigger bank_account_stays before insert on bank_account
  for each row execute function bank_account_stays();
create trigger bank_account_stays_changed before update on bank_account
  for each row when (not retention_runs()) execute function bank_account_stays();
create function bank_account_until_its_period() returns trigger language plpgsql as $$
declare
  number text[] := array['sealed', 'iban_mark'];
  rest text[] := array['person_id', 'last_four'];
begin
  if octet_length(new.sealed) = 0 and to_jsonb(new) - number = to_jsonb(old) - number and is_past_retention('bank-accounts', old.id) then
    return new;
  end if;
  if new.person_id = nobody() and new.last_four = '0000' and to_jsonb(new) - rest = to_jsonb(old) - rest
     and is_past_retention('bank-account-rests', old.id) then
    return new;
  end if;
  perform refuse('bank_account_fixed', 'an account is kept for its period');
  return null;
end $$;
create trigger bank_account_until_its_period before update on bank_account
  for each row when (retention_runs()) execute function bank_account_until_its_period();

-- What was paid stays, and who got it goes.
drop trigger payment_line_moves on payment_line;
create trigger payment_line_moves before insert on payment_line
  for each row execute function payment_line_moves();
create trigger payment_line_moves_change before update on payment_line
  for each row when (not retention_runs()) execute function payment_line_moves();
drop trigger payment_line_frees_claims on payment_line;
create trigger payment_line_frees_claims after update on payment_line
  referencing new table as changed for each statement when (not retention_runs()) execute function payment_line_frees_claims();
create function payment_line_until_its_period() returns trigger language plpgsql as $$
begin
  if new.person_id = nobody() and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id' and is_past_retention('payment-lines', old.id) then
    return new;
  end if;
  perform refuse('payment_line_fixed', 'a line is kept for its period');
  return null;
end $$;
create trigger payment_line_until_its_period before update on payment_line
  for each row when (retention_runs()) execute function payment_line_until_its_period();

-- ─────────────── removing ───────────────

alter table retention_removal
  add constraint retention_removal_removed check (removed > 0);
create function retention_removal_counts() returns trigger language plpgsql as $$
begin
  if not retention_runs() or tg_op = 'DELETE'
     or (tg_op = 'UPDATE' and ((new.kind, new.day) is distinct from (old.kind, old.day) or new.removed <= old.removed)) then
    perform refuse('record_append_only', 'what was removed is counted by who removes it');
  end if;
  return new;
end $$;
create trigger retention_removal_counts before insert or update or delete on retention_removal
  for each row execute function retention_removal_counts();
create trigger retention_removal_no_truncate before truncate on retention_removal
  for each statement execute function record_is_append_only();

-- What is past its period at the end of a day.
create function past_retention(the_day date) returns table (kind text, key uuid, key2 uuid) language sql stable as $$
  select r.kind, r.key, r.key2
    from (select k.kind, retention_of(k.kind, the_day) as period from (select distinct kind from retention_period) k) p
      join retention_row r on r.kind = p.kind
    where r.since + p.period < the_day
$$;

-- Removes at most so many rows of one kind that are past their period today, and counts them. The only way in which what
-- the record keeps is removed. Returns how many were removed, so that who calls goes on until it is none.
create function remove_past_retention(the_kind text, most int) returns int language plpgsql as $$
declare
  today date := amsterdam_day(now());
  keys uuid[];
  keys2 uuid[];
  done int;
begin
  perform pg_advisory_xact_lock(hashtextextended('retention:' || the_kind, 0));
  select array_agg(r.key), array_agg(r.key2) into keys, keys2 from (
    select r.key, r.key2 from retention_row r
      where r.kind = the_kind and r.since + retention_of(the_kind, today) < today order by r.since, r.key limit most) r;
  if keys is null then return 0; end if;
  perform set_config('wijkbeurs.retention', 'on', true);
  if the_kind in ('claims', 'payment-lines', 'bank-account-rests') then
    insert into person (id, email, name, locale, deleted_at, created_at, updated_at, mail_on_steps, mail_on_work)
      values (nobody(), 'niemand@verwijderd.invalid', '', 'nl', now(), now(), now(), false, false) on conflict do nothing;
  end if;
  case the_kind
    when 'receipts' then delete from claim_receipt where claim_id = any (keys);
    when 'claims' then
      update allowance_claim set person_id = nobody(), claimed_by_id = nobody(),
          answered_by_id = case when answered_by_id is not null then nobody() end, answer = '',
          note = case kind when 'expense' then '-' else '' end, day = date_trunc('month', day)::date, erased_on = today
        where id = any (keys);
    when 'claims-refused' then
      delete from claim_receipt where claim_id = any (keys);
      delete from allowance_claim where id = any (keys);
    when 'claim-notes' then update allowance_claim set note = '', answer = '' where id = any (keys);
    when 'sign-ups' then
      delete from activity_volunteer v using unnest(keys, keys2) as gone (activity_id, person_id)
        where (v.activity_id, v.person_id) = (gone.activity_id, gone.person_id);
    when 'ages' then update volunteer set turns_21_on = null where person_id = any (keys);
    when 'elsewhere' then delete from other_allowance where id = any (keys);
    when 'bank-accounts' then update bank_account set sealed = '', iban_mark = '' where id = any (keys);
    when 'bank-account-rests' then
      update bank_account set person_id = nobody(), last_four = '0000' where id = any (keys);
    when 'payment-lines' then update payment_line set person_id = nobody() where id = any (keys);
    when 'bank-checks' then delete from payment_line_check where id = any (keys);
    when 'statement-words' then
      update statement_item set counterparty = '', counter_account = '', text = '' where id = any (keys);
    when 'bank-looks' then delete from bank_account_look where id = any (keys);
    when 'sign-in-codes' then delete from sign_in_code where id = any (keys);
    when 'sessions' then delete from session where id = any (keys);
    when 'second-factor-tries' then delete from second_factor_try where id = any (keys);
    when 'demo-mails' then delete from demo_mail where id = any (keys);
    when 'organisation-requests' then update organisation_request set note = '' where id = any (keys);
    when 'interest-notes' then update interest_declaration set note = '' where id = any (keys);
    when 'households' then update body_membership set household = null where id = any (keys);
    when 'loose-evidence' then delete from donut_evidence where id = any (keys);
    when 'removed-photos' then delete from attachment where id = any (keys);
    when 'accounts-unused' then
      delete from passkey where person_id = any (keys);
      delete from authenticator where person_id = any (keys);
      delete from backup_code where person_id = any (keys);
      delete from second_factor_try where person_id = any (keys);
      delete from person_area where person_id = any (keys);
      delete from person_theme where person_id = any (keys);
      delete from volunteer where person_id = any (keys);
      delete from sign_in_code where email in (select email from person where id = any (keys));
      delete from demo_mail where to_address in (select email from person where id = any (keys));
      update person set email = id::text || '@verwijderd.invalid', name = '', name_is_public = false, languages = '{}',
          mail_on_steps = false, mail_on_work = false, deleted_at = now(), updated_at = now()
        where id = any (keys);
  end case;
  done := cardinality(keys);
  insert into retention_removal as counted (kind, day, removed) values (the_kind, today, done)
    on conflict (kind, day) do update set removed = counted.removed + done;
  perform set_config('wijkbeurs.retention', '', true);
  return done;
end $$;
