import { mostOffenders, type InvariantName } from '../invariant.ts';
import type { Question } from './money-invariants.server.ts';

type Row = { offender: string };

/** Invariants of the donutfonds: what was divided, and that every application has the decision that follows. */
export const donutInvariants = {
  'donut-splits-add-up': async (tx) => tx.$queryRaw<Row[]>`
    with rewarded as (
      select v.split_id, count(*) as recipients, coalesce(sum(p.amount_cents), 0) as promised
      from donut_verdict v left join decision d on d.donut_application_id = v.application_id
        left join ledger_entry e on e.decision_id = d.id and e.kind = 'commitment'
        left join posting p on p.entry_id = e.id and p.amount_cents > 0
      where v.rewarded group by v.split_id)
    select 'donut_split/' || s.id as offender
    from donut_split s left join rewarded r on r.split_id = s.id
    where s.state = 'confirmed' and (coalesce(r.promised, 0) + s.remainder_cents <> s.available_cents
      or coalesce(r.recipients, 0) <> s.recipients or s.share_cents * s.recipients + s.remainder_cents <> s.available_cents)
    order by 1 limit ${mostOffenders}`,

  'donut-decisions-follow': async (tx) => tx.$queryRaw<Row[]>`
    select 'donut_application/' || v.application_id as offender
    from donut_split s join donut_verdict v on v.split_id = s.id
    where s.state = 'confirmed' and not donut_decision_follows(v.application_id)
    union
    select 'decision/' || coalesce(d.number, d.id::text)
    from decision d
    where d.donut_application_id is not null and not donut_decision_follows(d.donut_application_id)
    order by 1 limit ${mostOffenders}`,
} as const satisfies Partial<Record<InvariantName, Question>>;
