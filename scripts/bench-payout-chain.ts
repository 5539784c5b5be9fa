import { newId } from '#app/kernel/ids.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { composeBatch } from '#app/modules/payouts/commands/compose-batch.server.ts';
import { importStatement } from '#app/modules/payouts/commands/import-statement.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { writeBatchFile } from '#app/modules/payouts/commands/write-batch-file.server.ts';
import { exampleStatement } from '#app/modules/payouts/statement-example.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { fillVolunteers } from './bench-people.ts';
import { pieces } from './bench-payments.ts';

/**
 * How long a payment to ten thousand people takes, on the demo: composed, approved, its file written and judged, the statement of
 * the bank read and every line settled. The target is under ten seconds a step, and memory that stays flat.
 */
export async function benchPayoutChain({ database, env }: Platform): Promise<void> {
  console.log(`\n${'a payment to ten thousand'.padEnd(34)}${'ms'.padStart(9)}${'MB more'.padStart(9)}`);
  const now = new Date();
  const person = async (account: string) =>
    database.person.findUniqueOrThrow({ where: { email: `${account}@wijkbeurs.example` } });
  const as = async (account: string) => ({
    actor: await actorOfPerson(database, (await person(account)).id, { now, demo: true }),
    database,
    now,
    keys: env.bankKeys,
  });
  const [first, second] = [await as('penningmeester'), await as('penningmeester-2')];
  const office = await as('bureau-penningmeester');
  const activity = await database.activity.findFirstOrThrow({ where: { state: 'open' }, orderBy: { slug: 'asc' } });
  const coordinators = {
    claimedById: (await person('coordinator')).id,
    answeredById: (await person('coordinator-2')).id,
  };
  const filling = { activityId: activity.id, count: 10_000, amount: 1, ...coordinators, keys: env.bankKeys, now };
  await fillVolunteers(database, filling);

  const until = dayInAmsterdam(now);
  const order = { bodyId: activity.bodyId, rail: 'sepa', until, note: '', formKey: newId() } as const;
  const number = await step('composed', async () => composeBatch(order, first));
  const { id: batchId, revision } = await database.paymentBatch.findUniqueOrThrow({ where: { number } });
  await step('approved', async () => approveBatch({ batchId, revision, oddReason: 'Meting' }, second));
  await step('sent', async () => sendBatch({ batchId, executeOn: until }, second));
  await step('file written and judged', async () => writeBatchFile({ number }, first));
  const batch = await database.paymentBatch.findUniqueOrThrow({
    where: { number },
    include: { lines: { where: { state: 'open' } }, payerAccount: true },
  });
  const text = exampleStatement({
    version: 8,
    messageId: 'METING',
    statementId: 'METING',
    iban: batch.payerAccount?.iban ?? '',
    number: 999,
    opening: cents(0),
    day: until,
    entries: batch.lines.map(({ endToEndId, amountCents, position }) => ({
      reference: `METING-${String(position)}`,
      amount: cents(amountCents),
      direction: 'debit',
      payments: [{ endToEndId, amount: cents(amountCents), name: 'Z. Voorbeeld', iban: 'NL02ABNA0123456789' }],
    })),
  });
  await step('statement read and settled', async () => importStatement(pieces(Buffer.from(text)), office));
  await step('the same statement again', async () => importStatement(pieces(Buffer.from(text)), office));
}

async function step<Value>(what: string, work: () => Promise<Outcome<Value, string>>): Promise<Value> {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const outcome = await work();
  if (!outcome.ok) throw new Error(`${what}: ${outcome.reason}`);
  const more = Math.max(0, (process.memoryUsage().rss - before) / 1e6);
  const columns = [(performance.now() - start).toFixed(0), more.toFixed(0)];
  console.log(`${what.padEnd(34)}${columns.map((column) => column.padStart(9)).join('')}`);
  return outcome.value;
}
