import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailSpending } from '../jobs.server.ts';
import { mayAnswer } from '../policy.ts';
import { longestText, type SpendingAnswer } from '../spending.ts';
import { lockSpending } from '../spending.store.server.ts';

export type AnswerSpending = {
  spendingId: string;
  /** Of the proposal that the member read. */
  revision: number;
  answer: SpendingAnswer;
  /** Needed with an objection; members read it. */
  reason: string;
};

export type AnswerRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'spending-unknown'
  | 'own-proposal'
  | 'interest'
  | 'reason-missing'
  | 'no-objection'
  | 'changed-meanwhile'
  | 'already-confirmed'
  | 'already-withdrawn';

const refusals = {
  spending_closed: 'already-confirmed',
  spending_revision: 'changed-meanwhile',
  spending_answer_of_member: 'role-needed',
  spending_without_interest: 'interest',
  spending_no_objection: 'no-objection',
} as const satisfies Record<string, AnswerRefusal>;

/**
 * A member consents, objects with a reason, takes an objection back, or says to have an interest. The last answer counts;
 * the same answer again changes nothing. The proposer does not answer.
 */
export async function answerSpending(
  input: AnswerSpending,
  context: Context<SignedIn>,
): Promise<Outcome<void, AnswerRefusal>> {
  const { actor, now } = context;
  const { spendingId, revision, answer } = input;
  if (!isId(spendingId)) return refused('spending-unknown');
  const reason = answer === 'objection' ? input.reason.trim() : '';
  if (answer === 'objection' && (reason === '' || reason.length > longestText.reason)) return refused('reason-missing');
  const personId = actor.person.id;
  return inTransaction<void, AnswerRefusal, AnswerRefusal>(
    context,
    async (tx) => {
      const spending = await lockSpending(tx, spendingId);
      if (spending === null) return refused('spending-unknown');
      const allowed = mayAnswer(actor, spending.bodyId);
      if (!allowed.ok) return allowed;
      if (spending.proposerId === personId) return refused('own-proposal');
      if (spending.state !== 'proposed') return refused(`already-${spending.state}`);
      if (spending.revision !== revision) return refused('changed-meanwhile');
      const last = await tx.spendingAnswer.findFirst({
        where: { spendingId, revision, personId },
        orderBy: { sequence: 'desc' },
        select: { answer: true, reason: true },
      });
      if (last?.answer === answer && last.reason === reason) return accepted();
      const id = newId(now.getTime());
      await tx.spendingAnswer.create({ data: { id, spendingId, revision, personId, answer, reason, answeredAt: now } });
      if (answer === 'objection')
        await enqueue(tx, mailSpending, { spendingId, revision, news: 'objected' }, `mail-spending:${id}:objected`);
      return accepted();
    },
    { refusals },
  );
}
