import type { Transaction } from '#app/platform/database.server.ts';
import { receiptOf } from '../receipt.server.ts';

/** Decisions are read this many at a time: their publications are long. */
const page = 200;

/** What stands in the register now: the SHA-256 of each publication, taken anew. */
export async function standingDecisions(tx: Transaction): Promise<{ subject: string; sha256: string }[]> {
  const standing: { subject: string; sha256: string }[] = [];
  for (let after = ''; ; after = standing.at(-1)?.subject ?? '') {
    const rows = await tx.decision.findMany({
      where: { state: 'confirmed', number: { gt: after } },
      select: { number: true, published: true },
      orderBy: { number: 'asc' },
      take: page,
    });
    for (const { number, published } of rows)
      standing.push({ subject: number ?? '', sha256: receiptOf(published as Parameters<typeof receiptOf>[0]) });
    if (rows.length < page) return standing;
  }
}

/**
 * Rows that say something else than was published of them: a decision, its reasons, objections and people, and the scores
 * that it rests on. Names of bodies and organisations may change since, so those are not looked at.
 * @returns `<table>/<number or id>`, in order
 */
export async function rowsNotAsPublished(tx: Transaction, most: number): Promise<{ offender: string }[]> {
  return tx.$queryRaw<{ offender: string }[]>`
    with taken as (
      select d.*, d.published -> 'scores' -> 'reviews' as published_reviews from decision d where d.state = 'confirmed'),
    columns_differ as (
      select 'decision/' || number as offender from taken
      where (published ->> 'number', published ->> 'origin', published ->> 'title', published ->> 'outcome', published ->> 'amountCents',
          published ->> 'amountNote', published ->> 'conditions', published ->> 'method', published ->> 'motivation',
          published ->> 'interestStatement', published ->> 'takenOn')
        is distinct from (number, origin, title, outcome, amount_cents::text, amount_note, conditions, method, motivation,
          interest_statement, to_char(taken_on, 'YYYY-MM-DD'))
      union all
      select 'decision/' || t.number || '/vote' from taken t
        left join vote_award a on (a.vote_id, a.attempt, a.number) = (t.vote_id, t.vote_attempt, t.vote_number)
      where (published -> 'vote' ->> 'attempt', published -> 'vote' ->> 'number', published -> 'vote' ->> 'place', published -> 'vote' ->> 'votes',
          published -> 'vote' ->> 'costCents')
        is distinct from (a.attempt::text, a.number::text, a.place::text, a.votes::text, a.cost_cents::text)),
    published_score as (
      select t.id, t.number, s ->> 'criterion' as criterion, s ->> 'points' as points, s ->> 'reason' as reason
      from taken t cross join lateral jsonb_array_elements(case jsonb_typeof(t.published_reviews) when 'array' then t.published_reviews else '[]' end) r
        cross join lateral jsonb_array_elements(r -> 'scores') s),
    score_row as (
      select t.id, t.number, c.slug as criterion, s.points::text as points, s.reason, s.review_id
      from taken t join review_assignment a on a.round_entry_id = t.round_entry_id and a.recused_as is null
        join review r on r.assignment_id = a.id and r.state = 'submitted' join review_score s on s.review_id = r.id
        join criterion c on c.id = s.criterion_id
      where jsonb_typeof(t.published_reviews) = 'array'),
    published_counted as (select id, number, criterion, points, reason, count(*) as times from published_score group by 1, 2, 3, 4, 5),
    row_counted as (
      select id, number, criterion, points, reason, count(*) as times, min(review_id::text) as review_id from score_row group by 1, 2, 3, 4, 5),
    scores_differ as (
      select case when r.review_id is null then 'decision/' || p.number || '/scores/' || p.criterion
        else 'review_score/' || r.review_id || '/' || r.criterion end as offender
      from published_counted p full join row_counted r on r.id = p.id and r.criterion = p.criterion
        and r.points is not distinct from p.points and r.reason = p.reason
      where r.times is distinct from p.times),
    objections_differ as (
      select 'decision_objection/' || o.id as offender from decision_objection o join taken t on t.id = o.decision_id
      where not t.published -> 'objections' @> jsonb_build_array(jsonb_build_object('objection', o.objection, 'answer', o.answer))
      union all
      select 'decision/' || t.number || '/objections' from taken t
      where jsonb_array_length(t.published -> 'objections') <> (select count(*) from decision_objection o where o.decision_id = t.id)),
    reasons_differ as (
      select 'decision_criterion/' || t.number || '/' || c.slug as offender
      from decision_criterion m join taken t on t.id = m.decision_id join criterion c on c.id = m.criterion_id
      where jsonb_typeof(t.published -> 'criteria') = 'object' and not t.published -> 'criteria' -> 'criteria'
        @> jsonb_build_array(jsonb_build_object('slug', c.slug, 'motivation', m.motivation))),
    people_differ as (
      select 'decision/' || t.number || '/people' as offender from taken t
      where (select coalesce(sum((p ->> 'count')::int), 0) from jsonb_array_elements(t.published -> 'participants') p)
          <> (select count(*) from decision_participant p where p.decision_id = t.id and p.part = 'took-part')
        or (select coalesce(sum((p ->> 'count')::int), 0) from jsonb_array_elements(t.published -> 'participants') p
            where p ->> 'organisation' is null)
          <> (select count(*) from decision_participant p where p.decision_id = t.id and p.part = 'took-part' and p.organisation_id is null)
        -- why somebody stayed out: the kind of interest, or what a paper says of it
        or (select array_agg(coalesce(nullif(r ->> 'note', ''), r ->> 'interest') order by coalesce(nullif(r ->> 'note', ''), r ->> 'interest')) from jsonb_array_elements(t.published -> 'recusals') r)
          is distinct from (select array_agg(coalesce(nullif(p.reason, ''), 'own') order by coalesce(nullif(p.reason, ''), 'own'))
            from decision_participant p where p.decision_id = t.id and p.part = 'recused')
        or (jsonb_typeof(t.published -> 'votes') = 'object' and t.published -> 'votes' is distinct from (
          select jsonb_build_object('for', count(*) filter (where p.vote = 'for'), 'against', count(*) filter (where p.vote = 'against'),
              'abstain', count(*) filter (where p.vote = 'abstain'))
          from decision_participant p where p.decision_id = t.id and p.part = 'took-part')))
    select distinct offender from (
      select * from columns_differ union all select * from scores_differ union all select * from objections_differ
      union all select * from reasons_differ union all select * from people_differ) differ
    order by 1 limit ${most}`;
}
