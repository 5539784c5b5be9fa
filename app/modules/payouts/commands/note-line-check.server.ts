import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { mayPay } from '../policy.ts';
import { longestStatementText, type LineCheckAnswer } from '../statement-refusals.ts';

export type NoteLineCheck = {
  lineId: string;
  answer: LineCheckAnswer;
  /** The name that the bank gave; only with 'close'. */
  bankName: string;
};

export type NoteLineCheckRefusal =
  Exclude<PolicyRefusal, 'not-found'> | 'line-unknown' | 'line-not-open' | 'bank-name-missing';

const broken = { payment_line_check_open: 'line-not-open', payment_batch_treasurer: 'role-needed' } as const;

/**
 * A treasurer notes what the bank answered when it compared the name of a line with that of the account (verification of payee),
 * before the bank pays. The last answer counts; the same again changes nothing.
 */
export async function noteLineCheck(
  { lineId, answer, bankName: name }: NoteLineCheck,
  context: Context<SignedIn>,
): Promise<Outcome<void, NoteLineCheckRefusal>> {
  const { actor, now } = context;
  const bankName = answer === 'close' ? name.trim() : '';
  if (!isId(lineId)) return refused('line-unknown');
  if (answer === 'close' && (bankName.length < 2 || bankName.length > longestStatementText.bankName))
    return refused('bank-name-missing');
  return inTransaction<void, NoteLineCheckRefusal, NoteLineCheckRefusal>(
    context,
    async (tx) => {
      const line = await tx.paymentLine.findUnique({
        where: { id: lineId },
        select: { batch: { select: { bodyId: true } }, checks: { orderBy: { sequence: 'desc' }, take: 1 } },
      });
      if (line === null) return refused('line-unknown');
      const allowed = mayPay(actor, line.batch.bodyId);
      if (!allowed.ok) return allowed;
      const [last] = line.checks;
      if (last?.answer === answer && last.bankName === bankName) return accepted();
      await tx.paymentLineCheck.create({
        data: { id: newId(), lineId, answer, bankName, checkedById: actor.person.id, checkedAt: now },
      });
      return accepted();
    },
    { refusals: broken },
  );
}
