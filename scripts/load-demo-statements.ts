import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { importStatement } from '#app/modules/payouts/commands/import-statement.server.ts';
import { exampleStatement, type ExampleEntry } from '#app/modules/payouts/statement-example.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

/**
 * What the bank said so far: it paid all but the last line of the payment that was sent, one of those came back, and somebody
 * sent money that has nothing to do with volunteers.
 */
export async function loadDemoStatements(world: DemoWorld): Promise<void> {
  const batch = await world.database.paymentBatch.findFirst({
    where: { state: 'sent', rail: 'sepa' },
    include: { payerAccount: true, lines: { where: { state: 'open' }, orderBy: { position: 'asc' } } },
  });
  if (batch?.payerAccount == null) throw new Error('the demo has no payment at the bank');
  const { lines, number } = batch;
  const line = ({ endToEndId, amountCents }: (typeof lines)[number]) => ({ endToEndId, amount: cents(amountCents) });
  const told: ExampleEntry[] = lines.slice(0, -1).map((one, index) => ({
    reference: `${number}-${String(index)}`,
    amount: cents(one.amountCents),
    direction: 'debit',
    payments: [line(one)],
  }));
  const [first] = lines;
  if (first !== undefined && lines.length > 2) {
    const payments = [{ ...line(first), returnReason: 'AC04' }];
    told.push({ reference: `${number}-R`, amount: cents(first.amountCents), direction: 'credit', payments });
  }
  const gift = {
    endToEndId: 'NOTPROVIDED',
    amount: cents(25_00),
    name: 'Buurtfeest Slotermeer',
    text: 'Wisselgeld kraam',
  };
  told.push({ reference: `${number}-B`, amount: gift.amount, direction: 'credit', payments: [gift] });
  const reading = await world.as('bureau-penningmeester', 2);
  const day = addDays(dayInAmsterdam(reading.now), -1);
  const xml = exampleStatement({
    version: 8,
    messageId: `${number}-M`,
    statementId: `${day}-01`,
    number: 1,
    iban: batch.payerAccount.iban,
    opening: cents(2_480_000),
    day,
    entries: told,
  });
  expectAccepted(await importStatement(inOne(xml), { ...reading, keys: world.bankKeys }));
}

async function* inOne(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}
