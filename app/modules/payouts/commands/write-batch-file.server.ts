import { createHash } from 'node:crypto';
import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { readAccounts } from '#app/modules/bank/commands/read-accounts.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { fileIdOf, parseBatchNumber } from '../batch.ts';
import { checkPaymentFile } from '../payment-file-check.server.ts';
import { writePaymentFile } from '../payment-file.server.ts';
import type { PaymentFile } from '../payment-file.ts';
import { mayPay } from '../policy.ts';

export type WriteBatchFileRefusal =
  Exclude<PolicyRefusal, 'not-found'> | 'batch-unknown' | 'not-sent' | 'file-over' | 'file-unfit';

/** Milliseconds for a batch of ten thousand people. */
const patience = 120_000;

/**
 * The file of a batch for the bank: pain.001.001.09, judged by the schema before anybody gets it. The same batch gives the same
 * payments under the same ids, so that a bank that had it refuses it. Who can be paid by another batch is in it no more, and
 * when nobody waits there is none: whoever uploads it again pays nobody twice. Each account in it counts as seen by who asks.
 * Its fingerprint is kept, so that a colleague can compare the file that goes to the bank.
 * @param context `keys` open the accounts
 */
export async function writeBatchFile(
  { number: text }: { number: string },
  context: Context<SignedIn> & { keys: SealingKeys },
): Promise<Outcome<{ fileName: string; xml: string }, WriteBatchFileRefusal>> {
  const number = parseBatchNumber(text);
  if (number === null) return refused('batch-unknown');
  const gathered = await inTransaction<{ batchId: string; file: PaymentFile }, WriteBatchFileRefusal>(
    context,
    async (tx) => {
      const batch = await tx.paymentBatch.findUnique({ where: { number }, include: { payerAccount: true } });
      if (batch === null) return refused('batch-unknown');
      const allowed = mayPay(context.actor, batch.bodyId);
      if (!allowed.ok) return allowed;
      const { payerAccount: payer, executeOn, sentAt } = batch;
      if (batch.rail !== 'sepa' || payer === null || executeOn === null || sentAt === null) return refused('not-sent');
      if (batch.state !== 'sent') return refused('file-over');
      const until = dateText(fromDateColumn(batch.untilDay), 'day', 'nl');
      const file = {
        messageId: fileIdOf(batch),
        createdAt: sentAt,
        debtor: { name: payer.holder, iban: payer.iban, bic: payer.bic },
        executeOn: fromDateColumn(executeOn),
        lines: await linesOf(tx, batch.id, number, `Vrijwilligersvergoeding tot en met ${until} ${number}`, context),
      };
      return accepted({ batchId: batch.id, file });
    },
    { patience },
  );
  if (!gathered.ok) return gathered;
  const { batchId, file } = gathered.value;
  const written = writePaymentFile(file);
  if (!written.ok) return refused('file-unfit');
  const { xml, count, total } = written.value;
  const judged = await checkPaymentFile(xml);
  if (!judged.ok) return refused('file-unfit');
  await context.database.paymentBatchFile.createMany({
    data: {
      batchId,
      sha256: createHash('sha256').update(xml).digest('hex'),
      lines: count,
      totalCents: BigInt(total),
      writtenAt: context.now,
    },
    // the same payments are the same file
    skipDuplicates: true,
  });
  return accepted({ fileName: `${number}.xml`, xml });
}

/** Also lines that were settled meanwhile: it is the file that went to the bank, less who was put back or got it back. */
async function linesOf(
  tx: Transaction,
  batchId: string,
  number: string,
  text: string,
  { actor, now: at, keys }: Context<SignedIn> & { keys: SealingKeys },
): Promise<PaymentFile['lines']> {
  const lines = await tx.paymentLine.findMany({
    where: { batchId, state: { in: ['open', 'settled'] } },
    orderBy: { position: 'asc' },
    select: { endToEndId: true, amountCents: true, bankAccountId: true },
  });
  const ids = lines.flatMap(({ bankAccountId }) => (bankAccountId === null ? [] : [bankAccountId]));
  const accounts = await readAccounts(tx, ids, {
    lookerId: actor.person.id,
    reason: `payment:${number}`,
    at,
    keys,
    batchId,
  });
  return lines.map(({ endToEndId, amountCents, bankAccountId }) => {
    const account = accounts.get(bankAccountId ?? '');
    return { endToEndId, amount: cents(amountCents), iban: account?.iban ?? '', holder: account?.holder ?? '', text };
  });
}
