/* What people put forward for a meeting is theirs to follow (`topic`); and a plan, a design question or what an evening asked moves when
   it stands on a published agenda, and when the minutes of that meeting are out. Whoever put something forward for a meeting hears of
   its own steps by mails of the meetings. */
do $$
begin
  execute format('create or replace view input_contribution as
    select kind, input_id, person_id, said_at, title, text, is_public, place, place_name from (%s) known
    union all
    select ''topic'', r.id, r.asked_by_id, r.asked_at, r.title, r.request, false, b.slug, b.name
      from meeting_request r join body b on b.id = r.body_id',
    rtrim(pg_get_viewdef('input_contribution'::regclass), ';'));
end $$;

create view input_on_agenda as
  select of_input.kind, of_input.input_id, m.id as meeting_id, m.slug, m.title, greatest(i.added_at, m.agenda_published_at) as at
    from (
      select ''::text as kind, null::uuid as input_id, null::uuid as item_id where false
      union all select 'topic', request_id, id from meeting_item where request_id is not null
      union all select 'item', gathering_item_id, id from meeting_item where gathering_item_id is not null
      union all select 'question', q.question_id, i.id
        from meeting_item i join gathering_agenda_question q on q.item_id = i.gathering_item_id
      union all select 'initiative', initiative_id, id from meeting_item where initiative_id is not null
    ) of_input
    join meeting_item i on i.id = of_input.item_id and i.removed_at is null
    join meeting m on m.id = i.meeting_id
    where m.state = 'announced' and m.agenda_published_at is not null;

do $$
begin
  execute format('create or replace view input_move as
    select kind, input_id, move, subject, at, name, text, link, is_told from (%s) known
    union all
    select ''topic'', r.id, ''asked'', r.body_id::text, r.asked_at, b.name, '''', ''/opgaveteams/'' || b.slug, true
      from meeting_request r join body b on b.id = r.body_id
    union all
    select ''topic'', r.id, ''answered'', r.id::text, r.answered_at, b.name, r.answer_text, '''', true
      from meeting_request r join body b on b.id = r.body_id where r.state = ''answered'' and r.answered_at is not null
    union all
    select ''topic'', r.id, ''withdrawn'', r.id::text, coalesce(r.answered_at, r.asked_at), '''', '''', '''', true
      from meeting_request r where r.state = ''withdrawn''
    union all
    select a.kind, a.input_id, ''on-agenda'', a.meeting_id::text, a.at, a.title, '''', ''/vergaderingen/'' || a.slug, a.kind = ''topic''
      from input_on_agenda a
    union all
    select a.kind, a.input_id, ''in-minutes'', a.meeting_id::text, min(p.published_at), a.title, '''',
        ''/vergaderingen/'' || a.slug || ''/verslag'', false
      from input_on_agenda a join minutes n on n.meeting_id = a.meeting_id
        join minutes_version v on v.minutes_id = n.id join minutes_publication p on p.version_id = v.id
      group by a.kind, a.input_id, a.meeting_id, a.title, a.slug',
    rtrim(pg_get_viewdef('input_move'::regclass), ';'));
end $$;
