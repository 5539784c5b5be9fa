import { fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { safeFileName } from '#app/modules/initiatives/attachment.ts';
import { cleanFile, type FileRefusal } from '#app/modules/initiatives/file-content.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { claimRefusals, type ClaimRefusal } from '../refusals.ts';
import { lockActivity } from './lock-activity.server.ts';

export type ClaimExpense = {
  activityId: string;
  /** Day on which it was paid. */
  day: CalendarDate;
  amount: Cents;
  /** What was bought. */
  note: string;
  receipt: { fileName: string; bytes: Uint8Array };
  /** Becomes the id, so that a double post claims once. */
  formKey: string;
};

export type ClaimExpenseRefusal = ClaimRefusal | FileRefusal | 'activity-unknown' | 'form-key-invalid';

/**
 * A volunteer claims what they paid themselves, with the receipt. It counts together with the hours, because it is paid beside
 * an allowance. The receipt is made anew, so that nothing travels along in it unseen.
 */
export async function claimExpense(
  input: ClaimExpense,
  context: Context<SignedIn>,
): Promise<Outcome<void, ClaimExpenseRefusal>> {
  const { actor, now } = context;
  const { activityId, day, amount, note, receipt, formKey: id } = input;
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(activityId)) return refused('activity-unknown');
  const cleaned = await cleanFile(receipt.bytes);
  if (!cleaned.ok) return cleaned;
  const { kind, bytes, contentType, sha256 } = cleaned.value;
  const fileName = safeFileName(receipt.fileName, kind);
  const me = actor.person.id;
  return inTransaction<void, ClaimExpenseRefusal, ClaimRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `allowance-claim:${id}`);
      const known = await tx.allowanceClaim.findUnique({ where: { id } });
      if (known !== null) {
        // as with hours: other expenses on a page that the browser kept must not seem to be taken
        const isAgain =
          known.claimedById === me &&
          known.activityId === activityId &&
          known.state !== 'withdrawn' &&
          fromDateColumn(known.day) === day &&
          known.amountCents === amount;
        return isAgain ? accepted() : refused('form-key-invalid');
      }
      if ((await lockActivity(tx, activityId)) === null) return refused('activity-unknown');
      await tx.allowanceClaim.create({
        data: {
          id,
          activityId,
          personId: me,
          day: toDateColumn(day),
          kind: 'expense',
          amountCents: amount,
          note: note.trim(),
          claimedById: me,
          claimedAt: now,
          receipt: { create: { fileName, contentType, sha256, bytes } },
        },
      });
      return accepted();
    },
    { refusals: claimRefusals },
  );
}
