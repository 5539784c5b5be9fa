import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { longestReason } from '../change.ts';
import { lockChange } from '../change.store.server.ts';
import { mailChangeAnswered } from '../jobs.server.ts';
import { mayAnswerChange } from '../policy.ts';

export type CloseRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'change-unknown'
  | 'same-person'
  | 'interest'
  | 'reason-missing'
  | 'reason-too-long'
  | 'already-approved'
  | 'already-refused'
  | 'already-withdrawn';

/**
 * Ends a proposed change without carrying it out: who proposed it withdraws it, who could approve it refuses it. Both
 * say why; colleagues see it, and the proposer gets a mail when it was refused.
 */
export async function closeChange(
  input: { changeId: string; reason: string },
  context: Context<Actor>,
): Promise<Outcome<'refused' | 'withdrawn', CloseRefusal>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(input.changeId)) return refused('change-unknown');
  const answer = input.reason.trim();
  if (answer === '') return refused('reason-missing');
  if (answer.length > longestReason) return refused('reason-too-long');
  const personId = actor.person.id;
  const work = async (tx: Transaction): Promise<Outcome<'refused' | 'withdrawn', CloseRefusal>> => {
    const change = await lockChange(tx, input.changeId);
    if (change === null) return refused('change-unknown');
    const isOwn = change.proposerId === personId;
    const allowed = mayAnswerChange(actor, change);
    if (!isOwn && !allowed.ok) return allowed;
    if (change.state !== 'proposed') return refused(`already-${change.state}`);
    const state = isOwn ? ('withdrawn' as const) : ('refused' as const);
    await tx.budgetChange.update({
      where: { id: change.id },
      data: { state, answer, answeredAt: now, ...(isOwn ? {} : { approverId: personId }) },
    });
    if (!isOwn) await enqueue(tx, mailChangeAnswered, { changeId: change.id }, `mail-change-answered:${change.id}`);
    return accepted(state);
  };
  return inTransaction<'refused' | 'withdrawn', CloseRefusal, CloseRefusal>(context, work, {
    refusals: { budget_change_without_interest: 'interest' },
  });
}
