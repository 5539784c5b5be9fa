/* What people put in, and what was done with it, as two views: so that a page and a mail tell the same, and a later module adds its own
   kind with a `union all` to each (as with `retention_row`). A contribution is somebody's by their account; `is_public` says whether
   everybody may read its page. A move has a name and address that everybody may know; `is_told` when a mail of its own tells it. */
create view input_contribution as
  select 'initiative'::text as kind, i.id as input_id, i.submitter_id as person_id, i.submitted_at as said_at,
      i.title as title, i.summary as text, true as is_public, i.slug as place, ''::text as place_name
    from initiative i where i.current_version > 0 and i.submitted_at is not null and i.slug is not null
  union all
  select 'note', n.id, r.person_id, n.written_at, '', n.text,
      n.state = 'shown' and p.published_at is not null
        and not exists (select from gathering_omission o where o.gathering_id = g.id and o.kind = 'note' and o.subject_id = n.id),
      g.slug, g.title
    from gathering_note n join gathering g on g.id = n.gathering_id
      left join gathering_registration r on r.id = n.registration_id and r.erased_at is null
      left join gathering_report p on p.gathering_id = g.id
    where n.state <> 'withdrawn'
  union all
  select 'question', q.id, r.person_id, q.written_at, '', q.text,
      q.state = 'shown' and p.published_at is not null
        and not exists (select from gathering_omission o where o.gathering_id = g.id and o.kind = 'question' and o.subject_id = q.id),
      g.slug, g.title
    from gathering_question q join gathering g on g.id = q.gathering_id
      left join gathering_registration r on r.id = q.registration_id and r.erased_at is null
      left join gathering_report p on p.gathering_id = g.id
  union all
  select 'item', i.id, i.put_forward_by_id, i.put_forward_at, i.title, i.request,
      i.state <> 'withdrawn' and p.published_at is not null, g.slug, g.title
    from gathering_agenda_item i join gathering g on g.id = i.gathering_id
      left join gathering_report p on p.gathering_id = g.id;

create view input_move as
  -- a plan: every step of its timeline, of which the loket writes; and what was agreed to do about it
  select 'initiative'::text as kind, e.initiative_id as input_id, 'event-' || e.kind as move, e.id::text as subject,
      e.occurred_at as at, coalesce(b.name, '') as name, coalesce(e.reason, '') as text,
      case when e.detail ->> 'number' is not null then '/besluiten/' || (e.detail ->> 'number') else '' end as link,
      true as is_told
    from initiative_event e left join body b on b.id = e.body_id
  union all
  select 'initiative', d.initiative_id, 'action-made', a.id::text, a.published_at, a.title, '', '/acties/' || a.number, false
    from action a join decision d on d.id = a.decision_id where d.initiative_id is not null and a.published_at is not null
  union all
  select 'initiative', d.initiative_id, 'action-' || a.state, a.id::text || ':' || a.revision, a.closed_at, a.title, '', '/acties/' || a.number, false
    from action a join decision d on d.id = a.decision_id
    where d.initiative_id is not null and a.published_at is not null and a.state <> 'open'
  union all
  -- a note: kept with a portfolio, made into a plan, and what became of that
  select 'note', n.note_id, 'attached', n.portfolio_id::text, n.attached_at, f.name, '', '/portfolios/' || f.slug, false
    from gathering_note_portfolio n join portfolio_face f on f.id = n.portfolio_id and f.active
  union all
  select 'note', n.id, 'planned', i.id::text, i.submitted_at, i.title, '', '/initiatieven/' || i.slug, false
    from gathering_note n join initiative i on i.id = n.initiative_id
    where i.current_version > 0 and i.submitted_at is not null and i.slug is not null
  union all
  select 'note', n.id, 'decided', d.id::text, d.confirmed_at, d.title, d.outcome, '/besluiten/' || d.number, false
    from gathering_note n join decision d on d.initiative_id = n.initiative_id
    where d.number is not null and d.confirmed_at is not null
  union all
  select 'note', n.id, 'reported', g.id::text, p.published_at, g.title, '', '/ontmoet/' || g.slug || '/verslag', true
    from gathering_note n join gathering g on g.id = n.gathering_id join gathering_report p on p.gathering_id = g.id
    where n.state = 'shown' and p.published_at is not null
      and not exists (select from gathering_omission o where o.gathering_id = g.id and o.kind = 'note' and o.subject_id = n.id)
  union all
  select 'note', n.id, 'hidden', n.id::text, n.hidden_at, '', '', '', true
    from gathering_note n where n.state = 'hidden' and n.hidden_at is not null
  union all
  -- a design question: put before a body, with its answer
  select 'question', x.question_id, 'put-forward', i.id::text, i.put_forward_at, b.name, i.title,
      -- the page of the item is there once the report is
      case when p.published_at is null then '' else '/inbreng/agendapunt/' || i.id end, false
    from gathering_agenda_question x join gathering_agenda_item i on i.id = x.item_id join body b on b.id = i.body_id
      left join gathering_report p on p.gathering_id = i.gathering_id
    where i.state <> 'withdrawn'
  union all
  select 'question', x.question_id, 'answered-' || i.answer, i.id::text, i.answered_at, b.name, i.answer_text,
      case when p.published_at is null then '' else '/inbreng/agendapunt/' || i.id end, true
    from gathering_agenda_question x join gathering_agenda_item i on i.id = x.item_id join body b on b.id = i.body_id
      left join gathering_report p on p.gathering_id = i.gathering_id
    where i.state = 'answered' and i.answered_at is not null
  union all
  select 'question', q.id, 'reported', g.id::text, p.published_at, g.title, '', '/ontmoet/' || g.slug || '/verslag', true
    from gathering_question q join gathering g on g.id = q.gathering_id join gathering_report p on p.gathering_id = g.id
    where q.state = 'shown' and p.published_at is not null
      and not exists (select from gathering_omission o where o.gathering_id = g.id and o.kind = 'question' and o.subject_id = q.id)
  union all
  -- what an evening asked a body: its one answer is mailed where it is given
  select 'item', i.id, 'asked', i.body_id::text, i.put_forward_at, b.name, '', '/opgaveteams/' || b.slug, true
    from gathering_agenda_item i join body b on b.id = i.body_id
  union all
  select 'item', i.id, 'answered-' || i.answer, i.id::text, i.answered_at, b.name, i.answer_text, '/opgaveteams/' || b.slug, true
    from gathering_agenda_item i join body b on b.id = i.body_id
    where i.state = 'answered' and i.answered_at is not null
  union all
  select 'item', i.id, 'withdrawn', i.id::text, i.put_forward_at, '', '', '', true
    from gathering_agenda_item i where i.state = 'withdrawn';
