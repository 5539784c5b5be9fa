-- ─────────────── standing interests (rule 2) ───────────────

alter table standing_interest
  add constraint standing_interest_kind check (kind in ('position', 'board', 'ownership', 'gift', 'family', 'other')),
  add constraint standing_interest_version check (version >= 1 and (version = 1) = (id = interest_id)),
  -- what is private may be of no organisation at all
  add constraint standing_interest_organisation check (
    (organisation_id is null or organisation_name = '')
    and (kind in ('family', 'other') or organisation_id is not null or char_length(btrim(organisation_name)) between 2 and 120)
    and char_length(organisation_name) <= 120),
  add constraint standing_interest_gift check (case when kind = 'gift'
    then value_cents between 1 and 100000000 and char_length(btrim(gift)) between 2 and 200 and ends_on is null
    else value_cents is null and gift = '' and not is_kept end),
  add constraint standing_interest_paid check (not is_paid or kind in ('position', 'board')),
  add constraint standing_interest_note check (char_length(note) <= 2000),
  add constraint standing_interest_period check (ends_on is null or ends_on >= begins_on);

alter table integrity_rule
  add constraint integrity_rule_amounts check (gift_from_cents between 1 and 10000000 and chair_days between 1 and 90 and manager_days between 1 and 90
    and control_days between 1 and 90 and board_days between 1 and 180 and asker_days between 1 and 90),
  add constraint integrity_rule_reason check (char_length(btrim(reason)) between 3 and 500),
  -- a term that runs already does not change under somebody's hands
  add constraint integrity_rule_ahead check (added_by_id is null or starts_on > amsterdam_day(added_at));
create trigger integrity_rule_append_only before update or delete on integrity_rule
  for each row execute function record_is_append_only();
create trigger integrity_rule_no_truncate before truncate on integrity_rule
  for each statement execute function record_is_append_only();

insert into integrity_rule (id, starts_on, gift_from_cents, chair_days, manager_days, control_days, board_days, asker_days, reason, added_at)
  values (gen_random_uuid(), '2021-01-01', 5000, 14, 14, 21, 42, 14,
    'Te bevestigen door het alliantiebestuur. € 50 is de grens die gemeenten voor geschenken gebruiken.', now());

create function integrity_rule_on(the_day date) returns integrity_rule language sql stable as $$
  select * from integrity_rule where starts_on <= the_day order by starts_on desc, sequence desc limit 1
$$;

-- What somebody declared, as it stands now.
create view standing_interest_now as
  select s.* from standing_interest s
    where not exists (select 1 from standing_interest n where n.interest_id = s.interest_id and n.version > s.version);

-- Until when an interest counts: a gift for a year.
create function standing_interest_end(kind text, begins_on date, ends_on date) returns date language sql immutable as $$
  select case when kind = 'gift' then (begins_on + interval '1 year')::date else ends_on end
$$;

-- Which organisations keep a person out, since when and until when: membership, whom one sits for in a body, and what was
-- declared. Family and other ties are private, so they are called no more than 'other'. A gift counts from the value of its day,
-- and not once it was given back. A typed name counts for the organisation of that name.
create view organisation_tie as
  select m.person_id, m.organisation_id, m.begins_on, m.ends_on, 'shared-organisation' as kind from organisation_member m
  union all
  select b.person_id, b.organisation_id, b.begins_on, b.ends_on, 'shared-organisation' from body_membership b
    where b.organisation_id is not null
  union all
  select s.person_id, o.id, s.begins_on, standing_interest_end(s.kind, s.begins_on, s.ends_on),
      case when s.kind = 'board' then 'board' when s.kind = 'ownership' then 'own'
        when s.kind = 'position' and s.is_paid then 'employer' else 'other' end
    from standing_interest_now s
      join organisation o on o.id = s.organisation_id
        or (s.organisation_name <> '' and lower(o.name) = lower(btrim(s.organisation_name)))
    where s.kind <> 'gift' or (s.is_kept and s.value_cents >= (integrity_rule_on(s.begins_on)).gift_from_cents);

-- As before, and what was declared of an organisation counts in everything of that organisation.
create or replace function interest_of(the_person uuid, the_initiative uuid) returns text language sql stable as $$
  select kind from (
    select d.kind, 1 as rank from interest_declaration d
      where d.person_id = the_person and d.initiative_id = the_initiative and d.kind <> 'none'
    union all
    select 'own', 2 from initiative i where i.id = the_initiative and i.submitter_id = the_person
    union all
    select mine.kind, case mine.kind when 'shared-organisation' then 3 else 4 end
      from initiative plan join organisation_tie mine on mine.person_id = the_person
      where plan.id = the_initiative
        and (mine.ends_on is null
          -- a last day before the first: never held
          or (mine.ends_on >= mine.begins_on
            and mine.ends_on >= (plan.created_at at time zone 'Europe/Amsterdam')::date - 1))
        and (mine.organisation_id = plan.organisation_id
          or mine.organisation_id in (
            select p.organisation_id from initiative_partner p where p.initiative_id = the_initiative)
          or exists (
            select 1 from initiative_version v where v.initiative_id = the_initiative
              and (v.content ->> 'organisationId' = mine.organisation_id::text
                or v.content -> 'partners' ? mine.organisation_id::text)))
  ) found order by rank limit 1
$$;

create or replace function shares_organisation(the_person uuid, the_organisation uuid, since timestamptz) returns boolean language sql stable as $$
  select exists (
    select 1 from organisation_tie mine
    where mine.person_id = the_person and mine.organisation_id = the_organisation
      -- a last day before the first: never held
      and (mine.ends_on is null
        or (mine.ends_on >= mine.begins_on and mine.ends_on >= (since at time zone 'Europe/Amsterdam')::date - 1)))
$$;

create or replace function spending_interest_of(the_person uuid, the_spending uuid) returns text language sql stable as $$
  select kind from (
    select 'declared' as kind, 1 as rank from spending_answer a
      where a.spending_id = the_spending and a.person_id = the_person and a.answer = 'interest'
    union all
    select 'proposer', 2 from small_spending s where s.id = the_spending and s.proposer_id = the_person
    union all
    select interest_of(the_person, s.initiative_id), 3 from small_spending s
      where s.id = the_spending and s.initiative_id is not null
    union all
    select 'shared-organisation', 4 from small_spending s
      where s.id = the_spending and shares_organisation(the_person, s.payee_organisation_id, s.proposed_at)
  ) found where kind is not null order by rank limit 1
$$;

-- A line keeps what it is about; only its end, what became of a gift and the explanation change. It cannot be ended for the
-- past, so that nobody ends a tie to have their hands free for what runs already.
create function standing_interest_fits() returns trigger language plpgsql as $$
declare
  before standing_interest;
begin
  -- whoever asks after the interests of this person waits for this, or this for them; plans before people, as everywhere
  perform 1 from initiative i
    where i.id in (select e.initiative_id from review_assignment a join round_entry e on e.id = a.round_entry_id
      join round r on r.id = e.round_id where a.person_id = new.person_id and r.state = 'open')
    order by i.id for no key update;
  perform pg_advisory_xact_lock(lock_of_interests(new.person_id));
  if new.version = 1 then return new; end if;
  select * into before from standing_interest s
    where s.interest_id = new.interest_id order by s.version desc limit 1;
  if before.id is null or new.version <> before.version + 1 then
    perform refuse('standing_interest_next', 'versions follow each other');
  end if;
  if (new.person_id, new.kind, new.organisation_id, new.organisation_name, new.begins_on, new.gift, new.value_cents)
     is distinct from
     (before.person_id, before.kind, before.organisation_id, before.organisation_name, before.begins_on, before.gift, before.value_cents) then
    perform refuse('standing_interest_fixed', 'what an interest is about stays: end it and declare another');
  end if;
  if coalesce(new.ends_on, 'infinity') < coalesce(before.ends_on, 'infinity') and new.ends_on < amsterdam_day(new.declared_at) - 1 then
    perform refuse('standing_interest_end_now', 'an interest is not ended for the past');
  end if;
  return new;
end $$;
create trigger standing_interest_fits before insert on standing_interest
  for each row execute function standing_interest_fits();

-- A tie that is declared while somebody scores sets the review aside: it no longer counts.
create function standing_interest_sets_review_aside() returns trigger language plpgsql as $$
begin
  update review set state = 'set-aside', revision = revision + 1
    where state <> 'set-aside' and assignment_id in (
      select a.id from review_assignment a join round_entry e on e.id = a.round_entry_id join round r on r.id = e.round_id
      where a.person_id = new.person_id and r.state = 'open' and interest_of(a.person_id, e.initiative_id) is not null);
  return null;
end $$;
create trigger standing_interest_sets_review_aside after insert on standing_interest
  for each row execute function standing_interest_sets_review_aside();

-- "Nothing to report" beside something that runs is not true.
create function interest_statement_fits() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(lock_of_interests(new.person_id));
  if new.is_nothing and exists (
    select 1 from standing_interest_now s where s.person_id = new.person_id
      and coalesce(standing_interest_end(s.kind, s.begins_on, s.ends_on), 'infinity') >= amsterdam_day(new.stated_at)) then
    perform refuse('interest_statement_nothing', 'there is something in the register');
  end if;
  return new;
end $$;
create trigger interest_statement_fits before insert on interest_statement
  for each row execute function interest_statement_fits();
create trigger interest_statement_append_only before update or delete on interest_statement
  for each row execute function record_is_append_only();
create trigger interest_statement_no_truncate before truncate on interest_statement
  for each statement execute function record_is_append_only();

create trigger standing_interest_until_its_period before update on standing_interest
  for each row execute function kept_until_its_period('standing-interest-notes', 'id', '', 'note');
create trigger standing_interest_kept before delete on standing_interest
  for each row execute function kept_until_its_period('standing-interests', 'interest_id', '', '');
create trigger standing_interest_no_truncate before truncate on standing_interest
  for each statement execute function record_is_append_only();

-- When a person's yearly statement was or is due: a year after the last one, or two weeks after the role, or the register, began.
create function interest_due_on(the_person uuid, in_role_since date) returns date language sql stable as $$
  select coalesce(
    (select (amsterdam_day(max(s.stated_at)) + interval '1 year')::date from interest_statement s where s.person_id = the_person),
    greatest(in_role_since, (select min(amsterdam_day(added_at)) from integrity_rule)) + 14)
$$;

-- ─────────────── how long ───────────────

do $$
begin
  execute format('create or replace view retention_row as
    select kind, key, key2, since from (%s) known
    union all
    select ''standing-interest-notes'', s.id, null::uuid, amsterdam_day(s.declared_at) from standing_interest s where s.note <> ''''
    union all
    select ''standing-interests'', n.interest_id, null::uuid, standing_interest_end(n.kind, n.begins_on, n.ends_on)
      from standing_interest_now n
      where standing_interest_end(n.kind, n.begins_on, n.ends_on) is not null',
    rtrim(pg_get_viewdef('retention_row'::regclass), ';'));
  execute replace(pg_get_functiondef('shortest_retention(text)'::regprocedure), 'when ''receipts'' then',
    'when ''standing-interest-notes'' then interval ''12 months'' when ''standing-interests'' then interval ''24 months''
     when ''receipts'' then');
  execute replace(pg_get_functiondef('remove_past_retention(text, int)'::regprocedure), 'when ''receipts'' then',
    'when ''standing-interest-notes'' then update standing_interest set note = '''' where id = any (keys);
     when ''standing-interests'' then
       -- the last version goes last: it says that the line ended
       delete from standing_interest s where interest_id = any (keys)
         and exists (select from standing_interest n where n.interest_id = s.interest_id and n.version > s.version);
       delete from standing_interest where interest_id = any (keys);
     when ''receipts'' then');
end $$;

insert into retention_period (id, kind, amount, unit, starts_on, reason, added_at)
  select gen_random_uuid(), kind, amount, unit, '2021-01-01', reason, now() from (values
    ('standing-interest-notes', 60, 'month', 'Zo lang kan een besluit nog worden nagegaan. Dat er een belang was, blijft in het register.'),
    ('standing-interests', 84, 'month', 'Te bevestigen. Zo lang na het einde kan nog worden nagegaan wie waarbij hoorde.')
  ) as given (kind, amount, unit, reason);
