import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { hearsTheBank } from '../policy.ts';
import { longestStatementText, matchRefusals, type MatchRefusal } from '../statement-refusals.ts';

export type ProposeMatch = {
  itemId: string;
  /** The line, or the whole batch, that it is about. */
  about: { lineId: string } | { batchId: string };
  /** How the treasurer knows. */
  note: string;
  /** Becomes the id, so that a double post proposes once. */
  formKey: string;
};

export type ProposeMatchRefusal =
  PolicyRefusal | MatchRefusal | 'item-unknown' | 'line-unknown' | 'note-missing' | 'form-key-invalid';

/**
 * A treasurer of the office says that a booking of the worklist is about a line or gives a whole batch back: the bank lost the id,
 * say. The amount is the same, and another treasurer confirms it before anything is settled or returned.
 */
export async function proposeMatch(
  input: ProposeMatch,
  context: Context<SignedIn>,
): Promise<Outcome<void, ProposeMatchRefusal>> {
  const { actor, now } = context;
  const { itemId, formKey: id } = input;
  const about = {
    lineId: 'lineId' in input.about ? input.about.lineId : null,
    batchId: 'batchId' in input.about ? input.about.batchId : null,
  };
  const note = input.note.trim();
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(itemId)) return refused('item-unknown');
  if (!isId(about.lineId ?? about.batchId ?? '')) return refused('line-unknown');
  const allowed = hearsTheBank(actor);
  if (!allowed.ok) return allowed;
  if (note.length < 3 || note.length > longestStatementText.note) return refused('note-missing');
  return inTransaction<void, ProposeMatchRefusal, MatchRefusal>(
    context,
    async (tx) => {
      if ((await tx.statementItem.findUnique({ where: { id: itemId }, select: { id: true } })) === null)
        return refused('item-unknown');
      const isThere =
        about.lineId === null
          ? await tx.paymentBatch.findUnique({ where: { id: about.batchId ?? '' }, select: { id: true } })
          : await tx.paymentLine.findUnique({ where: { id: about.lineId }, select: { id: true } });
      if (isThere === null) return refused('line-unknown');
      const known = await tx.statementMatch.findUnique({ where: { id } });
      if (known !== null) {
        const isAgain =
          known.proposedById === actor.person.id &&
          known.itemId === itemId &&
          known.lineId === about.lineId &&
          known.batchId === about.batchId;
        return isAgain ? accepted() : refused('form-key-invalid');
      }
      await tx.statementMatch.create({
        data: { id, itemId, ...about, note, proposedById: actor.person.id, proposedAt: now },
      });
      return accepted();
    },
    { refusals: matchRefusals },
  );
}
