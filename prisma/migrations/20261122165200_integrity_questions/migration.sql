-- ─────────────── questions about integrity ───────────────

alter table integrity_question
  add constraint integrity_question_kind check (kind in ('question', 'report')),
  add constraint integrity_question_level check (level in ('chair', 'manager', 'control', 'board')),
  add constraint integrity_question_state check (state in ('open', 'answered', 'closed') and (state = 'closed') = (closed_at is not null)),
  add constraint integrity_question_skips check (skips <@ array['chair', 'manager', 'control', 'board']),
  add constraint integrity_question_sealed check ((octet_length(sealed) > 0) = (erased_at is null)),
  add constraint integrity_question_erased check (erased_at is null or (contact = '' and asker_id is null and key_id = '')),
  -- rule 1 in spirit: what is made public about a question has two people
  add constraint integrity_outcome_two_persons check (released_by_id is null or (outcome_by_id is not null and released_by_id <> outcome_by_id)),
  add constraint integrity_outcome_text check (char_length(outcome) <= 1000
    and (outcome = '') = (outcome_by_id is null) and (outcome_by_id is null) = (outcome_at is null)
    and (released_by_id is null) = (released_at is null) and (outcome = '' or state = 'closed'));

alter table integrity_step
  add constraint integrity_step_kind check (kind in ('asked', 'answered', 'added', 'not-enough', 'term-passed', 'passed-on', 'closed')),
  add constraint integrity_step_level check (level in ('chair', 'manager', 'control', 'board')),
  add constraint integrity_step_by check ((kind in ('answered', 'passed-on')) = (by_id is not null));

create function integrity_rank(the_level text) returns int language sql immutable as $$
  select array_position(array['chair', 'manager', 'control', 'board'], the_level)
$$;

-- Who holds a level for a question about a body (null: the programme) on a day.
create function integrity_holders(the_body uuid, the_level text, the_day date) returns setof uuid language sql stable as $$
  select distinct m.person_id from body_membership m join body b on b.id = m.body_id join person p on p.id = m.person_id
    where p.deleted_at is null and m.begins_on <= the_day and (m.ends_on is null or m.ends_on >= the_day)
      and case the_level
        when 'chair' then m.role = 'chair' and m.body_id = the_body
        when 'manager' then m.role = 'programme_manager' and (m.body_id = the_body or b.slug = 'programmabureau')
        when 'control' then m.role = 'controlegroep'
        when 'board' then m.role in ('chair', 'member') and b.kind = 'alliantiebestuur' end
$$;

-- The holders of a level who may see a question: not who it is about, and not who asked it.
create function integrity_people(the_question uuid, the_level text, the_day date) returns setof uuid language sql stable as $$
  select h from integrity_question q cross join lateral integrity_holders(q.body_id, the_level, the_day) as h
    where q.id = the_question and the_level <> all (q.skips) and h is distinct from q.asker_id
      and not exists (select from integrity_kept_out k where k.question_id = q.id and k.person_id = h)
$$;

-- The level by which somebody sees a question: one that it reached. Null: they do not.
create function integrity_seen_by(the_person uuid, the_question uuid, the_day date) returns text language sql stable as $$
  select l from integrity_question q cross join lateral unnest(array['chair', 'manager', 'control', 'board']) as l
    where q.id = the_question and integrity_rank(l) <= integrity_rank(q.level) and q.erased_at is null
      and the_person in (select integrity_people(q.id, l, the_day))
    order by integrity_rank(l) desc limit 1
$$;

-- The first level above the given one (null: from the bottom) on which somebody is; null: none.
create function integrity_next_level(the_question uuid, the_level text, the_day date) returns text language sql stable as $$
  select l from unnest(array['chair', 'manager', 'control', 'board']) as l
    where integrity_rank(l) > coalesce(integrity_rank(the_level), 0)
      and exists (select from integrity_people(the_question, l, the_day))
    order by integrity_rank(l) limit 1
$$;

create function integrity_look_fits() returns trigger language plpgsql as $$
begin
  if integrity_seen_by(new.looker_id, new.question_id, amsterdam_day(new.looked_at)) is null then
    perform refuse('integrity_look_of_level', 'only the levels that a question reached open it');
  end if;
  return new;
end $$;
create trigger integrity_look_fits before insert on integrity_look
  for each row execute function integrity_look_fits();

create function integrity_step_fits() returns trigger language plpgsql as $$
declare
  q integrity_question;
begin
  select * into q from integrity_question where id = new.question_id for no key update;
  if q.state = 'closed' then perform refuse('integrity_question_closed', 'what is closed stays closed'); end if;
  if new.level <> q.level then perform refuse('integrity_step_of_level', 'a step is of the level on which the question lies'); end if;
  if new.by_id is not null and new.by_id not in (select integrity_people(q.id, q.level, amsterdam_day(new.at))) then
    perform refuse('integrity_step_of_level', 'only the level on which it lies answers or passes on');
  end if;
  if new.kind = 'answered' and octet_length(new.sealed) = 0 then
    perform refuse('integrity_step_words', 'an answer has words');
  end if;
  return new;
end $$;
create trigger integrity_step_fits before insert on integrity_step
  for each row execute function integrity_step_fits();

-- A question goes up and never down, says the same until it is erased, and ends once.
create function integrity_question_fits() returns trigger language plpgsql as $$
declare
  moving text[] := array['level', 'state', 'level_since', 'due_on', 'closed_at', 'outcome', 'outcome_by_id', 'outcome_at',
    'released_by_id', 'released_at', 'revision', 'sealed', 'key_id', 'contact', 'asker_id', 'erased_at', 'token_hash', 'form_hash'];
begin
  if to_jsonb(new) - moving <> to_jsonb(old) - moving then
    perform refuse('integrity_question_fixed', 'what was asked stays');
  end if;
  if integrity_rank(new.level) < integrity_rank(old.level) then
    perform refuse('integrity_question_up', 'a question goes up and never down');
  end if;
  if old.state = 'closed' and (new.state <> 'closed' or new.level <> old.level or new.closed_at <> old.closed_at) then
    perform refuse('integrity_question_closed', 'what is closed stays closed');
  end if;
  if old.released_at is not null and (new.outcome, new.outcome_by_id, new.released_by_id, new.released_at)
      is distinct from (old.outcome, old.outcome_by_id, old.released_by_id, old.released_at) then
    perform refuse('integrity_outcome_released', 'what everybody read does not change');
  end if;
  if new.outcome <> '' and new.outcome_by_id is distinct from old.outcome_by_id
     and integrity_seen_by(new.outcome_by_id, new.id, amsterdam_day(new.outcome_at)) is null and new.erased_at is null then
    perform refuse('integrity_outcome_of_level', 'who saw the question writes what came of it');
  end if;
  if new.released_by_id is distinct from old.released_by_id and (new.released_by_id = new.asker_id
     or exists (select from integrity_kept_out k where k.question_id = new.id and k.person_id = new.released_by_id)) then
    perform refuse('integrity_outcome_of_level', 'who it is about does not release what came of it');
  end if;
  -- words change by another key (which a key id shows) or go with their period
  if new.erased_at is not null and old.erased_at is null
     and not (retention_runs() and is_past_retention('integrity-texts', old.id)) then
    perform refuse('integrity_question_fixed', 'words are kept for their period');
  end if;
  if new.erased_at is null and (new.sealed <> old.sealed and new.key_id = old.key_id or (new.token_hash, new.form_hash) <> (old.token_hash, old.form_hash)
     or (new.contact <> old.contact and new.contact <> '') or (new.asker_id is distinct from old.asker_id and new.asker_id is not null)) then
    perform refuse('integrity_question_fixed', 'what was asked stays');
  end if;
  return new;
end $$;
create trigger integrity_question_fits before update on integrity_question
  for each row execute function integrity_question_fits();
create trigger integrity_question_stays before delete on integrity_question
  for each row execute function record_is_append_only();
create trigger integrity_question_no_truncate before truncate on integrity_question
  for each statement execute function record_is_append_only();

create function integrity_step_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - array['sealed', 'key_id'] = to_jsonb(old) - array['sealed', 'key_id'] then
    if octet_length(new.sealed) > 0 and octet_length(old.sealed) > 0 and new.key_id <> old.key_id then return new; end if;
    if octet_length(new.sealed) = 0 and new.key_id = '' and retention_runs() and is_past_retention('integrity-texts', old.question_id) then
      return new;
    end if;
  end if;
  perform refuse('record_append_only', 'integrity_step is append-only');
  return null;
end $$;
create trigger integrity_step_stays before update or delete on integrity_step
  for each row execute function integrity_step_stays();
create trigger integrity_step_no_truncate before truncate on integrity_step
  for each statement execute function record_is_append_only();
create trigger integrity_look_stays before update or delete on integrity_look
  for each row execute function kept_until_its_period('integrity-looks', 'id', '', '');
create trigger integrity_look_no_truncate before truncate on integrity_look
  for each statement execute function record_is_append_only();
create trigger integrity_kept_out_stays before update or delete on integrity_kept_out
  for each row execute function record_is_append_only();
create trigger integrity_kept_out_no_truncate before truncate on integrity_kept_out
  for each statement execute function record_is_append_only();

do $$
begin
  execute format('create or replace view retention_row as
    select kind, key, key2, since from (%s) known
    union all
    select ''integrity-texts'', q.id, null::uuid, amsterdam_day(q.closed_at)
      from integrity_question q where q.state = ''closed'' and q.erased_at is null
    union all
    select ''integrity-looks'', l.id, null::uuid, amsterdam_day(l.looked_at) from integrity_look l',
    rtrim(pg_get_viewdef('retention_row'::regclass), ';'));
  execute replace(pg_get_functiondef('shortest_retention(text)'::regprocedure), 'when ''receipts'' then',
    'when ''integrity-texts'' then interval ''6 months'' when ''integrity-looks'' then interval ''12 months'' when ''receipts'' then');
  execute replace(pg_get_functiondef('remove_past_retention(text, int)'::regprocedure), 'when ''receipts'' then',
    'when ''integrity-texts'' then
       update integrity_step set sealed = '''', key_id = '''' where question_id = any (keys) and octet_length(sealed) > 0;
       update integrity_question set sealed = '''', key_id = '''', contact = '''', asker_id = null, token_hash = ''erased:'' || id,
           form_hash = ''erased:'' || id,           erased_at = now(), revision = revision + 1 where id = any (keys);
     when ''integrity-looks'' then delete from integrity_look where id = any (keys);
     when ''receipts'' then');
end $$;

insert into retention_period (id, kind, amount, unit, starts_on, reason, added_at)
  select gen_random_uuid(), kind, amount, unit, '2021-01-01', reason, now() from (values
    ('integrity-texts', 24, 'month', 'Te bevestigen. Zo lang kan iemand terugkomen op wat is geantwoord; de uitkomst zonder namen blijft.'),
    ('integrity-looks', 36, 'month', 'Zo lang is na te gaan wie een vertrouwelijke vraag las.')
  ) as given (kind, amount, unit, reason);
