import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { parseBatchNumber } from '../batch.ts';
import { hearsTheBank } from '../policy.ts';
import { exampleStatement } from '../statement-example.ts';

/** What the bank takes for its work each month: money on the account that has nothing to do with volunteers. */
const bankCosts = cents(1_495);

/**
 * For the demo, which has no bank: the statement that a bank would give once it paid what is open of a batch, with a booking of
 * something else in it. It follows the last statement that was taken in, and the bank pays today: this bank is quick.
 * @returns null when there is no such batch, it is not at the bank, or the actor does not hear the bank
 */
export async function exampleStatementOf(
  database: Database,
  actor: Actor,
  { number: text, now }: { number: string; now: Instant },
): Promise<string | null> {
  const number = parseBatchNumber(text);
  if (number === null || !hearsTheBank(actor).ok) return null;
  const batch = await database.paymentBatch.findUnique({
    where: { number, state: 'sent', rail: 'sepa' },
    select: {
      payerAccount: { select: { iban: true } },
      lines: {
        where: { state: 'open' },
        orderBy: { position: 'asc' },
        select: { endToEndId: true, amountCents: true, position: true },
      },
    },
  });
  if (batch?.payerAccount == null) return null;
  const today = dayInAmsterdam(now);
  const { iban } = batch.payerAccount;
  const last = await database.bankStatement.findFirst({
    where: { iban },
    orderBy: [{ endsOn: 'desc' }, { number: { sort: 'desc', nulls: 'last' } }],
    select: { number: true, closingCents: true },
  });
  const reference = (part: string) => `${number}-${today.replaceAll('-', '')}-${part}`;
  return exampleStatement({
    version: 8,
    messageId: reference('M'),
    statementId: reference('S'),
    number: Number(last?.number ?? 0) + 1,
    iban,
    opening: cents(last?.closingCents ?? 2_500_000),
    day: today,
    entries: [
      ...batch.lines.map(({ endToEndId, amountCents, position }) => ({
        reference: reference(String(position)),
        amount: cents(amountCents),
        direction: 'debit' as const,
        payments: [{ endToEndId, amount: cents(amountCents) }],
      })),
      {
        reference: reference('K'),
        amount: bankCosts,
        direction: 'debit' as const,
        payments: [
          { endToEndId: 'NOTPROVIDED', amount: bankCosts, name: 'Voorbeeldbank', text: 'Kosten zakelijk pakket' },
        ],
      },
    ],
  });
}

/** Numbers of the batches of which an example can be made. */
export async function batchesAtTheBank(database: Database, actor: Actor): Promise<string[]> {
  if (!hearsTheBank(actor).ok) return [];
  const batches = await database.paymentBatch.findMany({
    where: { state: 'sent', rail: 'sepa' },
    orderBy: { number: 'desc' },
    take: 20,
    select: { number: true },
  });
  return batches.map(({ number }) => number);
}
