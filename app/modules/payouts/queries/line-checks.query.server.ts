import type { Instant } from '#app/kernel/instant.ts';
import { volunteerNames } from '#app/modules/allowances/volunteer-name.ts';
import type { MaskedAccount } from '#app/modules/bank/iban.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { parseBatchNumber } from '../batch.ts';
import { mayPay, mayReadPayments } from '../policy.ts';
import type { LineCheckAnswer } from '../statement-refusals.ts';

/** What the bank answered last about a line. */
export type LineCheckView = {
  lineId: string;
  position: number;
  name: string;
  account: MaskedAccount | null;
  answer: LineCheckAnswer;
  bankName: string;
  checkedBy: string;
  checkedAt: Instant;
};

export type LineChecksPage = {
  number: string;
  /** In the order of the batch; only lines about which an answer was noted. */
  checks: LineCheckView[];
  /** Lines that wait for their money, and how many of those have no answer. */
  open: number;
  unanswered: number;
  mayWork: boolean;
};

/**
 * What the bank answered when it compared names with accounts, for a batch: for treasurers of the body and the controlegroep.
 * @returns null when there is no such batch, it is not paid by a bank, or the actor may not read it
 */
export async function lineChecks(database: Database, actor: Actor, text: string): Promise<LineChecksPage | null> {
  const number = parseBatchNumber(text);
  if (number === null) return null;
  const batch = await database.paymentBatch.findUnique({
    where: { number, rail: 'sepa' },
    select: { id: true, bodyId: true, state: true },
  });
  if (batch === null || !mayReadPayments(actor, batch.bodyId).ok) return null;
  const rows = await database.paymentLineCheck.findMany({
    where: { line: { batchId: batch.id } },
    orderBy: [{ line: { position: 'asc' } }, { sequence: 'desc' }],
    distinct: ['lineId'],
    include: {
      checkedBy: { select: { name: true } },
      line: {
        select: {
          position: true,
          person: { select: { id: true, name: true, email: true } },
          bankAccount: { select: { country: true, lastFour: true } },
        },
      },
    },
  });
  const [open, unanswered] = await Promise.all([
    database.paymentLine.count({ where: { batchId: batch.id, state: 'open' } }),
    database.paymentLine.count({ where: { batchId: batch.id, state: 'open', checks: { none: {} } } }),
  ]);
  const names = volunteerNames(rows.map(({ line }) => line.person));
  return {
    number,
    checks: rows.map(({ lineId, answer, bankName, checkedBy, checkedAt, line }) => ({
      lineId,
      position: line.position,
      name: names.get(line.person.id) ?? '',
      account: line.bankAccount,
      answer: answer as LineCheckAnswer,
      bankName,
      checkedBy: checkedBy.name,
      checkedAt,
    })),
    open,
    unanswered,
    mayWork: mayPay(actor, batch.bodyId).ok && ['draft', 'approved', 'sent'].includes(batch.state),
  };
}

/** The line at a place in a batch; an empty text where there is none, which no command knows. */
export async function lineAt(database: Database, number: string, position: number): Promise<string> {
  const line = await database.paymentLine.findFirst({ where: { position, batch: { number } }, select: { id: true } });
  return line?.id ?? '';
}
