import { cents, type Cents } from '#app/kernel/money.ts';
import { importStatement } from '#app/modules/payouts/commands/import-statement.server.ts';
import { fileIdOf } from '#app/modules/payouts/batch.ts';
import { paymentInformationIdOf } from '#app/modules/payouts/payment-file.ts';
import { exampleStatement, type ExampleEntry } from '#app/modules/payouts/statement-example.ts';
import type { Database } from '#app/platform/database.server.ts';
import { today } from '#tests/integration/allowances/scene.ts';
import { aSent, anIban, makePayouts, paidVolunteer, testKeys, treasurer, type PayoutScene } from './scene.ts';

export type SentBatch = Awaited<ReturnType<typeof aSent>>;
type Line = SentBatch['lines'][number];

export type BankScene = PayoutScene & { batch: SentBatch };

/** A batch of some people that went to the bank, each with another amount. */
export async function sentBatch(database: Database, people = 3): Promise<BankScene> {
  const scene = await makePayouts(database);
  for (let one = 1; one < people; one += 1) await paidVolunteer(database, scene, 60 + one * 15);
  return { ...scene, batch: await aSent(database, scene) };
}

/** Numbers statements and bookings, so that no two are the same by accident. */
let told = 0;
export const aReference = () => `REF${String((told += 1))}`;

/** The bank paid one line. */
export const paid = (
  line: Line,
  changes: Partial<ExampleEntry> & {
    amount?: Cents;
    /** Account that got it, where the bank says so. */ to?: string;
  } = {},
): ExampleEntry => ({
  reference: aReference(),
  amount: cents(line.amountCents),
  direction: 'debit',
  payments: [
    {
      endToEndId: line.endToEndId,
      amount: changes.amount ?? cents(line.amountCents),
      name: 'J. Voorbeeld',
      ...(changes.to === undefined ? {} : { iban: changes.to }),
    },
  ],
  ...changes,
});

/** What was paid came back. */
export const cameBack = (line: Line, changes: Partial<ExampleEntry> = {}): ExampleEntry => ({
  reference: aReference(),
  amount: cents(line.amountCents),
  direction: 'credit',
  payments: [{ endToEndId: line.endToEndId, amount: cents(line.amountCents), returnReason: 'AC04' }],
  ...changes,
});

/** The bank paid the batch and booked it as one sum. */
export const paidWhole = (batch: SentBatch, changes: Partial<ExampleEntry> = {}): ExampleEntry => ({
  reference: aReference(),
  amount: cents(batch.lines.reduce((sum, { amountCents }) => sum + amountCents, 0)),
  direction: 'debit',
  batch: { paymentInformationId: paymentInformationIdOf(fileIdOf(batch)), count: batch.lines.length },
  ...changes,
});

export const statementText = (
  entries: readonly ExampleEntry[],
  changes: Partial<Parameters<typeof exampleStatement>[0]> = {},
) =>
  exampleStatement({
    version: 8,
    messageId: `BANK-${aReference()}`,
    statementId: `ST-${aReference()}`,
    iban: anIban('1'),
    opening: cents(100_000_00),
    day: today,
    entries,
    ...changes,
  });

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

export const take = async (database: Database, scene: PayoutScene, text: string, which: 'first' | 'other' = 'first') =>
  importStatement(pieces(text), { ...treasurer(database, scene, which), keys: testKeys });

/** State of each line, in the order of the batch. */
export const lineStates = async (database: Database, { batch }: BankScene) => {
  const lines = await database.paymentLine.findMany({
    where: { batchId: batch.id },
    orderBy: { position: 'asc' },
    select: { state: true },
  });
  return lines.map(({ state }) => state);
};

/** What waits of one scene's account or batch, with its reason. */
export const waiting = async (database: Database, statementIds?: readonly string[]) => {
  const items = await database.statementItem.findMany({
    where: { state: 'open', ...(statementIds ? { bankStatementId: { in: [...statementIds] } } : {}) },
    orderBy: [{ bankStatementId: 'asc' }, { position: 'asc' }],
  });
  return items.map(({ reason }) => reason);
};
