import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { ChangeKind } from '../change.ts';
import type { ChangeChoice } from '../new-change.ts';
import { bodyIdOf, factsSelect } from './change-facts.server.ts';
import { interestingDecisions } from './interests.server.ts';

const mostChoices = 200;

type PromiseRow = {
  id: string;
  number: string;
  title: string;
  fund_id: string;
  fund_name: string;
  promised: bigint;
  open: bigint;
  promised_at: Date;
};

/** Decisions of these bodies with money that is neither paid nor released, without those about plans of the person's own interest. */
export async function openPromises(
  database: Database,
  bodyIds: readonly string[],
  personId: string,
): Promise<ChangeChoice[]> {
  const rows = await database.$queryRaw<PromiseRow[]>`
    select d.id::text, d.number, d.title, f.id::text as fund_id, f.name as fund_name,
      sum(p.amount_cents) filter (where e.kind = 'commitment')::bigint as promised,
      sum(p.amount_cents)::bigint as open,
      min(e.occurred_at) filter (where e.kind = 'commitment') as promised_at
    from decision d
      join fund f on f.id = d.fund_id
      join ledger_entry e on e.decision_id = d.id
      join posting p on p.entry_id = e.id and p.account_id = f.committed_account_id
    where d.state = 'confirmed' and f.body_id = any(${[...bodyIds]}::uuid[])
    group by d.id, f.id
    having sum(p.amount_cents) > 0
    order by d.number desc
    limit ${mostChoices}`;
  const interests = await interestingDecisions(
    database,
    personId,
    rows.map(({ id }) => id),
  );
  return rows
    .filter(({ id }) => !interests.has(id))
    .map((row) => ({
      id: row.id,
      slug: row.number,
      name: row.title,
      nameEn: row.title,
      place: row.fund_name,
      sourceId: null,
      sourceName: '',
      sourceNameEn: '',
      fundId: row.fund_id,
      now: cents(row.promised),
      most: cents(row.open),
      notBefore: dayInAmsterdam(row.promised_at),
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
      correctionsProposed: { none: { state: 'proposed' } },
      change: {
        OR: [{ fromFund: ofBodies }, { toFund: ofBodies }, ...(isOffice ? [{ moneySourceId: { not: null } }] : [])],
      },
    },
    orderBy: { sequence: 'desc' },
    take: mostChoices,
    select: { id: true, occurredAt: true, decisionId: true, change: { select: { ...factsSelect, number: true } } },
  });
  const interests = await interestingDecisions(
    database,
    personId,
    rows.flatMap(({ decisionId }) => (decisionId === null ? [] : [decisionId])),
  );
  return rows.flatMap(({ id, occurredAt, decisionId, change }) => {
    if (change?.number == null || interests.has(decisionId ?? '')) return [];
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
        sourceName: change.moneySource?.name ?? line?.moneySource.name ?? '',
        sourceNameEn: change.moneySource?.nameEn ?? line?.moneySource.nameEn ?? '',
        fundId: null,
        now: cents(change.amountCents),
        most: null,
        notBefore: on,
        undoes: { kind: change.kind as ChangeKind, reason: change.reason, on },
      },
    ];
  });
}
