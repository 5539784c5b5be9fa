import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { ChangeKind } from '../change.ts';
import type { Ground } from '../ground-address.ts';
import type { ChangeChoice } from '../new-change.ts';
import { bodyIdOf, factsSelect } from './change-facts.server.ts';
import { hasInterest, interestingGrounds } from './interests.server.ts';

const mostChoices = 200;

type PromiseRow = {
  id: string;
  ground: Ground;
  number: string;
  title: string;
  fund_id: string;
  fund_name: string;
  promised: bigint;
  open: bigint;
  promised_on: Date;
  by_stripe: boolean;
};

/**
 * Decisions and small spendings of these bodies with money that is neither paid nor released, without those in which the
 * person has an interest. The latest promise first.
 */
export async function openPromises(
  database: Database,
  bodyIds: readonly string[],
  personId: string,
): Promise<ChangeChoice[]> {
  const rows = await database.$queryRaw<PromiseRow[]>`
    with promise as (
      select decision_id, spending_id, sum(amount_cents)::bigint as open,
        coalesce(sum(amount_cents) filter (where kind = 'commitment'), 0)::bigint as promised,
        min(day) filter (where kind = 'commitment') as promised_on
      from decision_day group by decision_id, spending_id having sum(amount_cents) > 0),
    named as (
      select d.id, 'decision' as ground, d.number, d.title, d.fund_id, p.*
        from promise p join decision d on d.id = p.decision_id where d.state = 'confirmed'
      union all
      select s.id, 'spending', s.number, s.what, s.fund_id, p.*
        from promise p join small_spending s on s.id = p.spending_id where s.state = 'confirmed')
    select n.id::text, n.ground, n.number, n.title, f.id::text as fund_id, f.name as fund_name, n.promised, n.open, n.promised_on,
      stripe_account_of_ground(n.decision_id, n.spending_id) is not null as by_stripe
    from named n join fund f on f.id = n.fund_id
    where f.body_id = any(${[...bodyIds]}::uuid[])
    order by n.promised_on desc, n.number desc
    limit ${mostChoices}`;
  const groundsOf = ({ id, ground }: PromiseRow) => ({
    decisionId: ground === 'decision' ? id : null,
    spendingId: ground === 'spending' ? id : null,
  });
  const interests = await interestingGrounds(database, personId, rows.map(groundsOf));
  return rows
    .filter(({ id }) => !interests.has(id))
    .map((row) => ({
      id: row.id,
      slug: row.number,
      name: `${row.number}: ${row.title}`,
      nameEn: `${row.number}: ${row.title}`,
      place: row.fund_name,
      sourceId: null,
      sourceName: '',
      sourceNameEn: '',
      ground: row.ground,
      fundId: row.fund_id,
      now: cents(row.promised),
      most: cents(row.open),
      notBefore: fromDateColumn(row.promised_on),
      byStripe: row.by_stripe,
      undoes: null,
    }));
}

/** The latest approved changes of these bodies that were not undone and for which no correction waits. */
export async function correctableEntries(
  database: Database,
  bodyIds: readonly string[],
  isOffice: boolean,
  personId: string,
): Promise<ChangeChoice[]> {
  const ofBodies = { bodyId: { in: [...bodyIds] } };
  const rows = await database.ledgerEntry.findMany({
    where: {
      kind: { notIn: ['opening', 'commitment', 'correction'] },
      correctedBy: null,
      // the release of a grant that another took the place of stands
      NOT: { kind: 'release', decision: { replacedBy: { state: 'confirmed' } } },
      correctionsProposed: { none: { state: 'proposed' } },
      change: {
        // Stripe has not said yet what became of it
        NOT: { payment: { state: 'open' } },
        OR: [{ fromFund: ofBodies }, { toFund: ofBodies }, ...(isOffice ? [{ moneySourceId: { not: null } }] : [])],
      },
    },
    orderBy: { sequence: 'desc' },
    take: mostChoices,
    select: {
      id: true,
      occurredAt: true,
      decisionId: true,
      spendingId: true,
      change: { select: { ...factsSelect, number: true } },
    },
  });
  const interests = await interestingGrounds(database, personId, rows);
  return rows.flatMap(({ id, occurredAt, change, ...ground }) => {
    if (change?.number == null || hasInterest(interests, ground)) return [];
    const bodyId = bodyIdOf(change);
    // a move also touches the line that got it, whose body has no say
    if (bodyId !== null && !bodyIds.includes(bodyId)) return [];
    const line = change.fromFund ?? change.toFund;
    const on = dayInAmsterdam(occurredAt);
    return [
      {
        id,
        slug: change.number,
        name: change.number,
        nameEn: change.number,
        place: line?.name ?? '',
        sourceId: null,
        ground: null,
        sourceName: change.moneySource?.name ?? line?.moneySource.name ?? '',
        sourceNameEn: change.moneySource?.nameEn ?? line?.moneySource.nameEn ?? '',
        fundId: null,
        now: cents(change.amountCents),
        most: null,
        notBefore: on,
        byStripe: false,
        undoes: { kind: change.kind as ChangeKind, reason: change.reason, on },
      },
    ];
  });
}
