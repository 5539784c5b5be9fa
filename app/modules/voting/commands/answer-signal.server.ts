import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { handlesSignals } from '../policy.ts';

export type AnswerSignalRefusal = PolicyRefusal | 'signal-unknown' | 'already-answered';

/** Notes what the controlegroep did with a signal: once, and it stays. */
export async function answerSignal(
  { signalId, answer }: { signalId: string; answer: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, AnswerSignalRefusal>> {
  const allowed = handlesSignals(context.actor);
  if (!allowed.ok) return allowed;
  if (!isId(signalId)) return refused('signal-unknown');
  return inTransaction<void, AnswerSignalRefusal>(context, async (tx) => {
    const { count } = await tx.voteSignal.updateMany({
      where: { id: signalId, answeredAt: null },
      data: { answer, answeredAt: context.now },
    });
    if (count === 1) return accepted();
    return refused(
      (await tx.voteSignal.count({ where: { id: signalId } })) === 1 ? 'already-answered' : 'signal-unknown',
    );
  });
}
