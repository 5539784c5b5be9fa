import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { addCents, cents, noMoney, type Cents } from '#app/kernel/money.ts';
import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { lineStates, parseBatchNumber, type BatchState, type LineState, type Rail } from '../batch.ts';
import type { OddityKind } from '../oddity.ts';
import { mayPay, mayReadPayments } from '../policy.ts';
import type { BatchPage, KeptFromApproving, PaidGround, PutBackView } from '../views.ts';
import { blockedLines } from './blocked-lines.server.ts';
import { oddLines, type OddLine } from './odd-lines.server.ts';
import { payerAccount } from './payer-account.query.server.ts';
import { paymentLines } from './payment-lines.server.ts';

const pageSize = 100;

const person = { select: { name: true } } as const;

/**
 * A batch with a page of its lines: for treasurers of the body and the controlegroep.
 * @param page from 1; a page that is not there becomes the last
 * @returns null when there is none, or the actor may not read it
 */
export async function batchPage(
  database: Database,
  actor: Actor,
  { number: text, page: wanted }: { number: string; page: number },
): Promise<BatchPage | null> {
  const number = parseBatchNumber(text);
  if (number === null || !isSignedIn(actor)) return null;
  const row = await database.paymentBatch.findUnique({
    where: { number },
    include: {
      body: person,
      composedBy: person,
      approvedBy: person,
      sentBy: person,
      discardedBy: person,
      payerAccount: true,
      files: { orderBy: [{ writtenAt: 'desc' }, { sha256: 'asc' }] },
    },
  });
  if (row === null || !mayReadPayments(actor, row.bodyId).ok) return null;
  const [sums, noticed, grounds, putBacks, keptFromApproving, payerNow] = await Promise.all([
    database.paymentLine.groupBy({
      by: ['state'],
      where: { batchId: row.id },
      _count: true,
      _sum: { amountCents: true },
    }),
    oddLines(database, row.id, actor.person.id),
    groundsOf(database, row.id),
    putBacksOf(database, row.id, actor.person.id),
    keptFrom(database, actor.person.id, row),
    row.rail === 'sepa' ? payerAccount(database) : null,
  ]);
  const odd = row.state === 'draft' ? [...(await blockedLines(database, row.id, noticed)), ...noticed] : noticed;
  const counts = Object.fromEntries(
    lineStates.map((state) => {
      const sum = sums.find((one) => one.state === state);
      return [state, { people: sum?._count ?? 0, amount: cents(sum?._sum.amountCents ?? 0) }];
    }),
  ) as BatchPage['counts'];
  const all = lineStates.reduce((sum, state) => sum + counts[state].people, 0);
  const pageCount = Math.max(1, Math.ceil(all / pageSize));
  const page = Math.min(Math.max(1, wanted), pageCount);
  const lines = await paymentLines(database, row.id, { odd, skip: (page - 1) * pageSize, take: pageSize });
  return {
    id: row.id,
    number: number,
    state: row.state as BatchState,
    rail: row.rail as Rail,
    revision: row.revision,
    bodyName: row.body.name,
    until: fromDateColumn(row.untilDay),
    note: row.note,
    oddReason: row.oddReason,
    steps: stepsOf(row),
    payer: row.rail === 'sepa' ? payerOf(row.payerAccount ?? payerNow) : null,
    payerChanged: row.state === 'approved' && row.payerAccountId !== (payerNow?.id ?? null),
    executeOn: row.executeOn === null ? null : fromDateColumn(row.executeOn),
    files: row.files.map(({ sha256, lines: count, totalCents, writtenAt }) => ({
      sha256,
      lines: count,
      total: cents(totalCents),
      writtenAt,
    })),
    discardReason: row.discardReason,
    total: totalOf(counts),
    counts,
    grounds,
    lines,
    page,
    pageCount,
    odd: countOdd(odd),
    oddLines: new Set(odd.map(({ lineId }) => lineId)).size,
    putBacks,
    mayWork: mayPay(actor, row.bodyId).ok,
    keptFromApproving,
  };
}

function payerOf(account: { holder: string; iban: string } | null): BatchPage['payer'] {
  return account === null ? null : { holder: account.holder, iban: account.iban };
}

function totalOf(counts: BatchPage['counts']): Cents {
  const inIt: readonly LineState[] = lineStates.filter((state) => state !== 'left_out');
  return addCents(noMoney, ...inIt.map((state) => counts[state].amount));
}

type StepsRow = Record<'composedAt' | 'approvedAt' | 'sentAt' | 'settledAt' | 'discardedAt', Date | null> &
  Record<'composedBy' | 'approvedBy' | 'sentBy' | 'discardedBy', { name: string } | null>;

function stepsOf(row: StepsRow): BatchPage['steps'] {
  const steps = [
    { key: 'composed', at: row.composedAt, by: row.composedBy?.name ?? '' },
    { key: 'approved', at: row.approvedAt, by: row.approvedBy?.name ?? '' },
    { key: 'sent', at: row.sentAt, by: row.sentBy?.name ?? '' },
    { key: 'settled', at: row.settledAt, by: '' },
    { key: 'discarded', at: row.discardedAt, by: row.discardedBy?.name ?? '' },
  ] as const;
  return steps.flatMap(({ at, ...step }) => (at === null ? [] : [{ ...step, at }]));
}

function countOdd(odd: readonly OddLine[]): BatchPage['odd'] {
  const byKind = Map.groupBy(odd, ({ kind }) => kind);
  return [...byKind].map(([kind, lines]: [OddityKind, OddLine[]]) => ({ kind, people: lines.length }));
}

type GroundRow = { kind: PaidGround['kind']; number: string; title: string; fund_name: string; amount: bigint };

async function groundsOf(database: Database, batchId: string): Promise<PaidGround[]> {
  const rows = await database.$queryRaw<GroundRow[]>`
    select case when d.id is null then 'spending' else 'decision' end as kind, coalesce(d.number, s.number) as number,
        coalesce(d.title, s.what) as title, f.name as fund_name, sum(x.amount_cents)::bigint as amount
      from payment_line l join payment_line_claim x on x.line_id = l.id
        left join decision d on d.id = x.ground_id left join small_spending s on s.id = x.ground_id
        join fund f on f.id = coalesce(d.fund_id, s.fund_id)
      where l.batch_id = ${batchId}::uuid and l.state <> 'left_out'
      group by 1, 2, 3, 4 order by 5 desc, 2`;
  return rows.map(({ fund_name: fundName, amount, ...row }) => ({ ...row, fundName, amount: cents(amount) }));
}

async function putBacksOf(database: Database, batchId: string, me: string): Promise<PutBackView[]> {
  const rows = await database.paymentPutBack.findMany({
    where: { batchId, state: 'proposed' },
    orderBy: { proposedAt: 'asc' },
    select: {
      id: true,
      reason: true,
      proposedAt: true,
      proposedById: true,
      proposedBy: person,
      line: { select: { position: true } },
    },
  });
  return rows.map(({ line, proposedBy, proposedById, ...row }) => ({
    ...row,
    position: line?.position ?? null,
    proposedBy: proposedBy.name,
    isMine: proposedById === me,
  }));
}

/** What the database would say if the actor approved this now (`payment_batch_moves`). */
async function keptFrom(
  database: Database,
  me: string,
  { id, composedById }: { id: string; composedById: string },
): Promise<KeptFromApproving | null> {
  if (composedById === me) return 'composer';
  const [found] = await database.$queryRaw<{ near: boolean; interest: boolean; hands: boolean }[]>`
    select kept_by_own_hours(${id}::uuid, ${me}::uuid, amsterdam_day(now())) as hands,
      exists (select 1 from payment_line l join near_ones(${me}::uuid) n on n.person_id = l.person_id
        where l.batch_id = ${id}::uuid and l.state = 'open') as near,
      exists (select 1 from (
        select distinct a.decision_id, a.spending_id from payment_line l join payment_line_claim x on x.line_id = l.id
          join allowance_claim c on c.id = x.claim_id join activity a on a.id = c.activity_id
          where l.batch_id = ${id}::uuid and l.state = 'open') g
        where payment_interest_of(${me}::uuid, g.decision_id, g.spending_id) is not null) as interest`;
  if (found?.near) return 'near-payee';
  if (found?.interest) return 'interest';
  return found?.hands ? 'own-hours' : null;
}
