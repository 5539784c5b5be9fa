import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { parseBatchNumber } from '../batch.ts';
import { mayPay } from '../policy.ts';
import { exampleStatement } from '../statement-example.ts';

/** What the bank takes for its work each month: money on the account that has nothing to do with volunteers. */
const bankCosts = cents(1_495);

/**
 * For the demo, which has no bank: the statement that a bank would give once it paid what is open of a batch, with a booking of
 * something else in it. The same batch gives the same statement until the next day.
 * @returns null when there is no such batch, it is not at the bank, or the actor may not pay for it
 */
export async function exampleStatementOf(
  database: Database,
  actor: Actor,
  { number: text, now }: { number: string; now: Instant },
): Promise<string | null> {
  const number = parseBatchNumber(text);
  if (number === null) return null;
  const batch = await database.paymentBatch.findUnique({
    where: { number, state: 'sent', rail: 'sepa' },
    select: {
      bodyId: true,
      executeOn: true,
      payerAccount: { select: { iban: true } },
      lines: {
        where: { state: 'open' },
        orderBy: { position: 'asc' },
        select: { endToEndId: true, amountCents: true, position: true },
      },
    },
  });
  if (batch?.payerAccount == null || batch.executeOn === null || !mayPay(actor, batch.bodyId).ok) return null;
  const today = dayInAmsterdam(now);
  const executeOn = fromDateColumn(batch.executeOn);
  const day = executeOn > today ? today : executeOn;
  const reference = (part: string) => `${number}-${today.replaceAll('-', '')}-${part}`;
  return exampleStatement({
    version: 8,
    messageId: reference('M'),
    statementId: reference('S'),
    iban: batch.payerAccount.iban,
    opening: cents(2_500_000),
    day,
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
  const batches = await database.paymentBatch.findMany({
    where: { state: 'sent', rail: 'sepa' },
    orderBy: { number: 'desc' },
    take: 20,
    select: { number: true, bodyId: true },
  });
  return batches.filter(({ bodyId }) => mayPay(actor, bodyId).ok).map(({ number }) => number);
}
