import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import type { GroundCode } from '../ground.ts';
import { redactsFor } from '../policy.ts';
import { countChange, lockRedaction } from '../redaction.store.server.ts';

export type MarkRefusal =
  Exclude<PolicyRefusal, 'not-found'> | 'redaction-unknown' | 'mark-unknown' | 'already-offered';

/** Runs `work` on an open redaction that the actor may change. */
export async function onOpenRedaction<Value, Reason extends string>(
  redactionId: string,
  { actor }: Context<SignedIn>,
  tx: Transaction,
  work: (redaction: NonNullable<Awaited<ReturnType<typeof lockRedaction>>>) => Promise<Outcome<Value, Reason>>,
): Promise<Outcome<Value, Reason | MarkRefusal>> {
  const redaction = await lockRedaction(tx, redactionId);
  if (redaction === null) return refused('redaction-unknown');
  const may = redactsFor(actor, redaction.bodyId);
  if (!may.ok) return may;
  return redaction.state === 'open' ? work(redaction) : refused('already-offered');
}

/**
 * One answer for some marks: they go out on this ground with this in their place, or they stay.
 * @param input.answer accept: what is marked goes out
 */
export async function decideMarks(
  input: {
    redactionId: string;
    mark: readonly string[];
    answer: 'accept' | 'reject';
    ground: GroundCode;
    replacement: string;
  },
  context: Context<SignedIn>,
): Promise<Outcome<void, MarkRefusal>> {
  const { redactionId, mark, answer, ground, replacement } = input;
  if (!isId(redactionId)) return refused('redaction-unknown');
  return inTransaction<void, MarkRefusal>(context, (tx) =>
    onOpenRedaction(redactionId, context, tx, async () => {
      const { count } = await tx.redactionMark.updateMany({
        where: { redactionId, id: { in: [...mark] } },
        data: {
          state: answer === 'accept' ? 'accepted' : 'rejected',
          ...(answer === 'accept' ? { ground, replacement } : {}),
          decidedById: context.actor.person.id,
          decidedAt: context.now,
        },
      });
      if (count !== new Set(mark).size) return refused('mark-unknown');
      await countChange(tx, redactionId);
      return accepted();
    }),
  );
}

/** Everything that was found and not decided goes out, as suggested. @returns how many */
export async function acceptTheRest(
  redactionId: string,
  context: Context<SignedIn>,
): Promise<Outcome<number, MarkRefusal>> {
  if (!isId(redactionId)) return refused('redaction-unknown');
  return inTransaction<number, MarkRefusal>(context, (tx) =>
    onOpenRedaction(redactionId, context, tx, async () => {
      const { count } = await tx.redactionMark.updateMany({
        where: { redactionId, state: 'found' },
        data: { state: 'accepted', decidedById: context.actor.person.id, decidedAt: context.now },
      });
      await countChange(tx, redactionId);
      return accepted(count);
    }),
  );
}
