import { composeIBAN } from 'ibantools';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { checkPaymentFile } from '#app/modules/payouts/payment-file-check.server.ts';
import { writePaymentFile } from '#app/modules/payouts/payment-file.server.ts';
import { exampleStatement } from '#app/modules/payouts/statement-example.ts';
import { readStatementFile } from '#app/modules/payouts/statement-file.server.ts';

const day = calendarDate('2026-12-01');

/**
 * How long the files of payments take, and how much memory: a payment file written and judged, and a statement read, with a
 * thousand and with ten thousand lines. The target is under ten seconds a step.
 */
export async function benchPaymentFiles(): Promise<void> {
  console.log(
    `\n${'files of payments'.padEnd(34)}${'lines'.padStart(9)}${'ms'.padStart(9)}${'MB file'.padStart(9)}${'MB more'.padStart(9)}`,
  );
  for (const count of [1000, 10_000]) {
    const lines = Array.from({ length: count }, (_, n) => ({
      endToEndId: `V2026-0003-${n + 1}`,
      amount: cents(((n * 7919) % 22_000) + 1),
      iban: composeIBAN({ countryCode: 'NL', bban: `ABNA${String(n).padStart(10, '0')}` }) ?? '',
      holder: `Zoë Şahin ${n}`,
      text: 'Vrijwilligersvergoeding november 2026 V2026-0003',
    }));
    const xml = await measured('payment file written', count, async () => {
      const debtor = { name: 'Stichting Wijkbeurs', iban: 'NL91ABNA0417164300' };
      const written = writePaymentFile({ messageId: 'WB', createdAt: new Date(), debtor, executeOn: day, lines });
      if (!written.ok) throw new Error(written.reason);
      return Promise.resolve(written.value.xml);
    });
    await measured('payment file judged', count, async () => {
      const judged = await checkPaymentFile(xml);
      if (!judged.ok) throw new Error(judged.reason);
      return xml;
    });
    const statement = exampleStatement({
      version: 8,
      messageId: 'BANK',
      statementId: '2026-335',
      iban: 'NL91ABNA0417164300',
      opening: cents(0),
      day,
      entries: lines.map(({ endToEndId, amount, holder, iban, text }, n) => ({
        reference: `R${n}`,
        amount,
        direction: 'debit',
        payments: [{ endToEndId, amount, name: holder, iban, text }],
      })),
    });
    await measured('statement read', count, async () => {
      const read = await readStatementFile(pieces(Buffer.from(statement)));
      if (!read.ok) throw new Error(read.reason);
      return statement;
    });
  }
}

/** As a file comes in over the network. */
export async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 65_536)
    yield await Promise.resolve(bytes.subarray(from, from + 65_536));
}

async function measured(what: string, count: number, work: () => Promise<string>): Promise<string> {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const file = await work();
  const columns = [
    String(count),
    (performance.now() - start).toFixed(0),
    (file.length / 1e6).toFixed(1),
    Math.max(0, (process.memoryUsage().rss - before) / 1e6).toFixed(0),
  ];
  console.log(`${what.padEnd(34)}${columns.map((column) => column.padStart(9)).join('')}`);
  return file;
}
