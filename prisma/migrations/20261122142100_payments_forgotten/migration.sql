-- ─────────────── what payments, gifts and Stripe leave behind is forgotten too (docs/decisions/0014) ───────────────

-- In the place of words that something must have and nobody needs any more.
create function no_words() returns text language sql immutable as $$
  select '(verwijderd)'
$$;

-- Messages of Stripe have a text as their id; the list of what is removed has only ids of this shape.
create function stripe_event_key(id text) returns uuid language sql immutable as $$
  select md5(id)::uuid
$$;
create index stripe_event_key on stripe_event (stripe_event_key(id));

create function end_of_year(at timestamptz) returns date language sql stable as $$
  select make_date(extract(year from amsterdam_day(at))::int, 12, 31)
$$;

create or replace function shortest_retention(kind text) returns interval language sql immutable as $$
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
    when 'stripe-accounts' then interval '1 month'
    -- Stripe repeats what it says for thirty days, and what is not written down here would be taken in again
    when 'stripe-events' then interval '2 months'
    when 'gift-names' then interval '12 months'
    when 'refund-reasons' then interval '24 months'
    when 'payment-reasons' then interval '24 months'
    when 'batch-notes' then interval '12 months'
    -- who changed it is told at the earlier address for thirty days
    when 'email-changes' then interval '1 month 1 day'
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

insert into retention_period (id, kind, amount, unit, starts_on, reason, added_at)
  select gen_random_uuid(), kind, amount, unit, '2021-01-01', reason, now() from (values
    ('stripe-accounts', 3, 'month', 'Zo lang kan een betaling nog terugkomen.'),
    ('email-changes', 2, 'month', 'Een maand lang gaan mails over je rekeningnummer ook naar je vorige adres.'),
    ('stripe-events', 12, 'month', 'Zo lang kan bij een gift of betaling worden nagegaan wat Stripe meldde. Te bevestigen.'),
    ('gift-names', 84, 'month', 'Hoort bij de administratie van giften: Algemene wet inzake rijksbelastingen, artikel 52 lid 4. Te bevestigen of de naam daarvoor nodig is.'),
    ('refund-reasons', 84, 'month', 'De reden hoort bij de boeking: Algemene wet inzake rijksbelastingen, artikel 52 lid 4.'),
    ('payment-reasons', 84, 'month', 'De reden hoort bij de boeking: Algemene wet inzake rijksbelastingen, artikel 52 lid 4.'),
    ('batch-notes', 24, 'month', 'Zo lang kan nog worden nagegaan waarom een betaling door kon gaan. Te bevestigen.')
  ) as given (kind, amount, unit, reason);

-- Everything that is removed some day, as before, and what payments, gifts and Stripe leave behind.
create or replace view retention_row as
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
  -- as long as a payment went there, the row says to whose account; it goes when no payment points to it any more
  select 'stripe-accounts', a.id, null, amsterdam_day(a.ended_at)
    from stripe_account a where a.person_id is not null and a.ended_at is not null
      and (not exists (select 1 from stripe_payment p where p.stripe_account_id = a.id)
        or ((a.account_id is not null or a.is_ready or a.details_submitted or a.still_needed <> '{}' or a.disabled_reason <> '')
          and not exists (select 1 from stripe_payment p join payment_line l on l.id = p.line_id
            where p.stripe_account_id = a.id and l.state = 'open')))
  union all
  select 'stripe-events', stripe_event_key(e.id), null, amsterdam_day(e.received_at) from stripe_event e
  union all
  select 'gift-names', g.id, null, end_of_year(coalesce(g.paid_at, g.begun_at)) from gift g where g.name <> ''
  union all
  select 'refund-reasons', r.id, null, end_of_year(r.answered_at)
    from gift_refund r where r.answered_at is not null and r.reason <> no_words()
  union all
  select 'payment-reasons', k.id, null, end_of_year(coalesce(k.answered_at, k.proposed_at))
    from payment_put_back k where k.reason <> no_words()
  union all
  select 'payment-reasons', m.id, null, end_of_year(coalesce(m.answered_at, m.proposed_at))
    from statement_match m where m.note <> no_words()
  union all
  select 'payment-reasons', i.id, null, end_of_year(i.dismissed_at)
    from statement_item i where i.state = 'dismissed' and i.note <> no_words()
  union all
  select 'batch-notes', b.id, null, amsterdam_day(coalesce(b.settled_at, b.discarded_at))
    from payment_batch b where b.state in ('settled', 'discarded')
      and (b.note <> '' or b.odd_reason <> '' or b.discard_reason not in ('', no_words()))
  union all
  select 'email-changes', e.id, null, amsterdam_day(e.created_at) from email_change e
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
      and not exists (select 1 from bank_account x where x.person_id = p.id)
      and not exists (select 1 from stripe_account x where x.person_id = p.id);


-- ─────────────── the triggers judge ───────────────

-- For texts that go while their row stays. Arguments: kind of data, the rule that is broken otherwise, and the columns.
create function words_until_their_period() returns trigger language plpgsql as $$
declare
  words text[] := tg_argv[2:];
begin
  if to_jsonb(new) - words = to_jsonb(old) - words and is_past_retention(tg_argv[0], old.id)
     and not exists (select 1 from unnest(words) word
       where to_jsonb(new) ->> word not in (to_jsonb(old) ->> word, '', no_words())) then
    return new;
  end if;
  perform refuse(tg_argv[1], format('what somebody wrote at %s is kept for its period', tg_table_name));
  return null;
end $$;

-- What was given, to what and by which payment stays; a name may go at any moment, so nothing is judged there (gift_fixed).

drop trigger gift_refund_fits on gift_refund;
create trigger gift_refund_fits before insert or delete on gift_refund
  for each row execute function gift_refund_fits();
create trigger gift_refund_fits_change before update on gift_refund
  for each row when (not retention_runs()) execute function gift_refund_fits();
create trigger gift_refund_until_its_period before update on gift_refund
  for each row when (retention_runs()) execute function words_until_their_period('refund-reasons', 'gift_refund_closed', 'reason', 'answer');

drop trigger payment_put_back_fits on payment_put_back;
create trigger payment_put_back_fits before insert on payment_put_back
  for each row execute function payment_put_back_fits();
create trigger payment_put_back_fits_change before update on payment_put_back
  for each row when (not retention_runs()) execute function payment_put_back_fits();
drop trigger payment_put_back_not_own on payment_put_back;
create trigger payment_put_back_not_own before insert on payment_put_back
  for each row execute function put_back_is_not_own();
create trigger payment_put_back_not_own_change before update on payment_put_back
  for each row when (not retention_runs()) execute function put_back_is_not_own();
create trigger payment_put_back_until_its_period before update on payment_put_back
  for each row when (retention_runs()) execute function words_until_their_period('payment-reasons', 'payment_put_back_fixed', 'reason');

drop trigger statement_match_fits on statement_match;
create trigger statement_match_fits before insert on statement_match
  for each row execute function statement_match_fits();
create trigger statement_match_fits_change before update on statement_match
  for each row when (not retention_runs()) execute function statement_match_fits();
create trigger statement_match_until_its_period before update on statement_match
  for each row when (retention_runs()) execute function words_until_their_period('payment-reasons', 'statement_match_fixed', 'note');

drop trigger statement_item_moves on statement_item;
create trigger statement_item_moves before insert on statement_item
  for each row execute function statement_item_moves();
create trigger statement_item_moves_change before update on statement_item
  for each row when (not retention_runs()) execute function statement_item_moves();
create trigger statement_item_until_its_period before update on statement_item
  for each row when (retention_runs() and old.state <> 'open')
  execute function words_until_their_period('payment-reasons', 'statement_item_fixed', 'note');
create trigger statement_item_open_until_its_period before update on statement_item
  for each row when (retention_runs() and old.state = 'open')
  execute function words_until_their_period('statement-words', 'statement_item_fixed', 'counterparty', 'counter_account', 'text');

drop trigger payment_batch_moves on payment_batch;
create trigger payment_batch_moves before insert on payment_batch
  for each row execute function payment_batch_moves();
create trigger payment_batch_moves_change before update on payment_batch
  for each row when (not retention_runs()) execute function payment_batch_moves();
create trigger payment_batch_until_its_period before update on payment_batch
  for each row when (retention_runs())
  execute function words_until_their_period('batch-notes', 'payment_batch_fixed', 'note', 'odd_reason', 'discard_reason');

-- A line that loses its person loses what leads to that person: the account, why it was not paid, what the bank said of the name,
-- and what Stripe calls it.
create or replace function payment_line_until_its_period() returns trigger language plpgsql as $$
begin
  if new.person_id = nobody() and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id' and is_past_retention('payment-lines', old.id) then
    new.bank_account_id := null;
    new.end_reason := case old.end_reason when '' then '' else no_words() end;
    return new;
  end if;
  perform refuse('payment_line_fixed', 'a line is kept for its period');
  return null;
end $$;

create or replace function payment_line_loses_checks() returns trigger language plpgsql as $$
begin
  delete from payment_line_check where line_id = new.id;
  delete from stripe_payment where line_id = new.id;
  return null;
end $$;

drop trigger stripe_payment_no_delete on stripe_payment;
create trigger stripe_payment_no_delete before delete on stripe_payment
  for each row when (not retention_runs()) execute function record_is_append_only();
create function stripe_payment_until_its_period() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from payment_line where id = old.line_id and person_id = nobody()) then
    perform refuse('record_append_only', 'what Stripe did is kept as long as for whom it was');
  end if;
  return old;
end $$;
create trigger stripe_payment_until_its_period before delete on stripe_payment
  for each row when (retention_runs()) execute function stripe_payment_until_its_period();

drop trigger stripe_account_fixed on stripe_account;
create trigger stripe_account_fixed before update or delete on stripe_account
  for each row when (not retention_runs()) execute function stripe_account_stays();
create function stripe_account_until_its_period() returns trigger language plpgsql as $$
declare
  told text[] := array['account_id', 'is_ready', 'details_submitted', 'still_needed', 'disabled_reason'];
begin
  if is_past_retention('stripe-accounts', old.id) then
    if tg_op = 'DELETE' then
      if not exists (select 1 from stripe_payment where stripe_account_id = old.id) then return old; end if;
    elsif to_jsonb(new) - told = to_jsonb(old) - told and new.account_id is null and new.still_needed = '{}' and new.disabled_reason = '' then
      return new;
    end if;
  end if;
  perform refuse('stripe_account_fixed', 'an account at Stripe is kept for its period');
  return null;
end $$;
create trigger stripe_account_until_its_period before update or delete on stripe_account
  for each row when (retention_runs()) execute function stripe_account_until_its_period();

-- A message that went would be taken in again when Stripe repeats it, so it goes after its period alone.
create function stripe_event_until_its_period() returns trigger language plpgsql as $$
begin
  if retention_runs() and is_past_retention('stripe-events', stripe_event_key(old.id)) then return old; end if;
  perform refuse('record_append_only', 'a message of Stripe is kept for its period');
  return null;
end $$;
create trigger stripe_event_until_its_period before delete on stripe_event
  for each row execute function stripe_event_until_its_period();
create trigger stripe_event_no_truncate before truncate on stripe_event
  for each statement execute function record_is_append_only();

-- ─────────────── removing ───────────────

create or replace function remove_past_retention(the_kind text, most int) returns int language plpgsql as $$
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
    when 'stripe-accounts' then
      delete from stripe_account a where id = any (keys)
        and not exists (select 1 from stripe_payment p where p.stripe_account_id = a.id);
      update stripe_account set account_id = null, is_ready = false, details_submitted = false, still_needed = '{}', disabled_reason = ''
        where id = any (keys);
    when 'stripe-events' then delete from stripe_event where stripe_event_key(id) = any (keys);
    when 'gift-names' then update gift set name = '', display = 'anonymous' where id = any (keys);
    when 'refund-reasons' then
      update gift_refund set reason = no_words(), answer = case answer when '' then '' else no_words() end where id = any (keys);
    when 'payment-reasons' then
      update payment_put_back set reason = no_words() where id = any (keys);
      update statement_match set note = no_words() where id = any (keys);
      update statement_item set note = no_words() where id = any (keys);
    when 'batch-notes' then
      update payment_batch set note = '', odd_reason = '', discard_reason = case discard_reason when '' then '' else no_words() end
        where id = any (keys);
    when 'email-changes' then delete from email_change where id = any (keys);
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
      delete from email_change where person_id = any (keys);
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
