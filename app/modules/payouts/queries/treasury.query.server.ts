import { dayInAmsterdam, fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { addCents, cents, noMoney } from '#app/kernel/money.ts';
import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import { usableRoles } from '#app/modules/people/policy.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { BatchNumber, BatchState, Rail, WaitReason } from '../batch.ts';
import { bodiesPaidFor, pays, readsStatements } from '../policy.ts';
import type { BatchLine, PayableBody, Treasury } from '../views.ts';
import { payerAccount, payerProposal } from './payer-account.query.server.ts';

const shownBatches = 50;

/** What waits to be paid for the bodies of a treasurer, and their batches; the controlegroep reads all batches. */
export async function treasury(database: Database, actor: Actor, now: Instant): Promise<Treasury> {
  const [bodies, batches, payer, proposal] = await Promise.all([
    payableBodies(database, actor, dayInAmsterdam(now)),
    batchLines(database, bodiesPaidFor(actor)),
    payerAccount(database),
    payerProposal(database, actor),
  ]);
  return {
    bodies,
    batches,
    payer: payer === null ? null : { holder: payer.holder, iban: payer.iban },
    payerProposed: proposal !== null,
    mayWork: pays(actor).ok,
    readsStatements: readsStatements(actor).ok,
  };
}

type ReadyRow = { waits: WaitReason | null; people: number; amount: bigint; since: Date };

async function payableBodies(database: Database, actor: Actor, today: CalendarDate): Promise<PayableBody[]> {
  if (!isSignedIn(actor)) return [];
  const ids = usableRoles(actor)
    .filter(({ role }) => role === 'treasurer')
    .map(({ bodyId }) => bodyId);
  const bodies = await database.body.findMany({
    where: { id: { in: ids } },
    orderBy: { position: 'asc' },
    select: { id: true, name: true },
  });
  return Promise.all(
    bodies.map(async (body) => {
      const rows = await database.$queryRaw<ReadyRow[]>`
        select waits, count(distinct person_id)::int as people, sum(amount_cents)::bigint as amount, min(day) as since
          from payable_claims(${body.id}::uuid, ${today}::date, ${actor.person.id}::uuid, 'sepa') group by 1 order by 1`;
      const ready = rows.find(({ waits }) => waits === null);
      return {
        ...body,
        ready: {
          people: ready?.people ?? 0,
          amount: ready === undefined ? noMoney : cents(ready.amount),
          since: ready === undefined ? null : fromDateColumn(ready.since),
        },
        waiting: rows.flatMap(({ waits: reason, people, amount }) =>
          reason === null ? [] : [{ reason, people, amount: cents(amount) }],
        ),
      };
    }),
  );
}

async function batchLines(database: Database, bodies: readonly string[] | null): Promise<BatchLine[]> {
  const rows = await database.paymentBatch.findMany({
    where: bodies === null ? {} : { bodyId: { in: [...bodies] } },
    orderBy: [{ composedAt: 'desc' }, { id: 'desc' }],
    take: shownBatches,
    select: {
      id: true,
      number: true,
      rail: true,
      state: true,
      untilDay: true,
      composedAt: true,
      body: { select: { name: true } },
    },
  });
  const sums = await database.paymentLine.groupBy({
    by: ['batchId', 'state'],
    where: { batchId: { in: rows.map(({ id }) => id) } },
    _count: true,
    _sum: { amountCents: true },
  });
  const ofBatch = Map.groupBy(sums, ({ batchId }) => batchId);
  return rows.map(({ id, body, untilDay, ...row }) => {
    const parts = ofBatch.get(id) ?? [];
    const inIt = parts.filter(({ state }) => state !== 'left_out');
    const count = (...states: string[]) =>
      parts.filter(({ state }) => states.includes(state)).reduce((sum, { _count }) => sum + _count, 0);
    return {
      ...row,
      number: row.number as BatchNumber,
      rail: row.rail as Rail,
      state: row.state as BatchState,
      bodyName: body.name,
      until: fromDateColumn(untilDay),
      people: inIt.reduce((sum, { _count }) => sum + _count, 0),
      amount: addCents(noMoney, ...inIt.map(({ _sum }) => cents(_sum.amountCents ?? 0))),
      open: count('open'),
      ended: count('returned', 'put_back'),
    };
  });
}
