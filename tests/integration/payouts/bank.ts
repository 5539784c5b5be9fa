import { cents, type Cents } from '#app/kernel/money.ts';
import { answerMatch } from '#app/modules/payouts/commands/answer-match.server.ts';
import { importStatement } from '#app/modules/payouts/commands/import-statement.server.ts';
import { fileIdOf } from '#app/modules/payouts/batch.ts';
import { paymentInformationIdOf } from '#app/modules/payouts/payment-file.ts';
import { exampleStatement, type ExampleEntry } from '#app/modules/payouts/statement-example.ts';
import type { Database } from '#app/platform/database.server.ts';
import { today } from '#tests/integration/allowances/scene.ts';
import { aSent, anIban, makePayouts, officeTreasurer, paidVolunteer, testKeys, type PayoutScene } from './scene.ts';

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

/** What is on the account after the last statement, and its number: each follows the one before it. */
let balance = 100_000_00;
let numbered = 0;

export const statementText = (
  entries: readonly ExampleEntry[],
  changes: Partial<Parameters<typeof exampleStatement>[0]> = {},
) => {
  const opening = cents(balance);
  for (const { amount, direction } of entries) balance += direction === 'debit' ? -amount : amount;
  return exampleStatement({
    version: 8,
    messageId: `BANK-${aReference()}`,
    statementId: `ST-${aReference()}`,
    number: (numbered += 1),
    iban: anIban('1'),
    opening,
    day: today,
    entries,
    ...changes,
  });
};

/** A second treasurer of the office confirms what came back. @returns how many bookings */
export async function confirmReturns(
  database: Database,
  scene: PayoutScene,
  which: 'first' | 'other' = 'other',
): Promise<number> {
  const lines = await database.paymentLine.findMany({
    where: { batch: { bodyId: scene.team.bodyId } },
    select: { id: true, batchId: true },
  });
  const proposed = await database.statementMatch.findMany({
    where: {
      state: 'proposed',
      item: { direction: 'credit' },
      OR: [{ lineId: { in: lines.map(({ id }) => id) } }, { batchId: { in: lines.map(({ batchId }) => batchId) } }],
    },
    select: { id: true },
  });
  for (const { id: matchId } of proposed) {
    const answered = await answerMatch({ matchId, confirm: true }, officeTreasurer(database, scene, which));
    if (!answered.ok) throw new Error(answered.reason);
  }
  return proposed.length;
}

export async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

export const take = async (database: Database, scene: PayoutScene, text: string, which: 'first' | 'other' = 'first') =>
  importStatement(pieces(text), { ...officeTreasurer(database, scene, which), keys: testKeys });

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

/** The bank says that it paid these lines. @returns how many were settled by it, or why the statement was refused */
export async function settleAll(
  database: Database,
  scene: PayoutScene,
  lines: SentBatch['lines'],
): Promise<number | string> {
  const said = await take(database, scene, statementText(lines.map((line) => paid(line))));
  return said.ok ? said.value.settled : said.reason;
}
