import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { mayPay } from '../policy.ts';
import { longestStatementText, matchRefusals, type MatchRefusal } from '../statement-refusals.ts';

export type ProposeMatch = {
  itemId: string;
  lineId: string;
  /** How the treasurer knows. */
  note: string;
  /** Becomes the id, so that a double post proposes once. */
  formKey: string;
};

export type ProposeMatchRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | MatchRefusal
  | 'item-unknown'
  | 'line-unknown'
  | 'note-missing'
  | 'form-key-invalid';

/**
 * A treasurer says that a booking of the worklist is about a line: the bank lost the id, say. The amount is the same, and
 * another treasurer confirms it before anything is settled or returned.
 */
export async function proposeMatch(
  input: ProposeMatch,
  context: Context<SignedIn>,
): Promise<Outcome<void, ProposeMatchRefusal>> {
  const { actor, now } = context;
  const { itemId, lineId, formKey: id } = input;
  const note = input.note.trim();
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(itemId)) return refused('item-unknown');
  if (!isId(lineId)) return refused('line-unknown');
  if (note.length < 3 || note.length > longestStatementText.note) return refused('note-missing');
  return inTransaction<void, ProposeMatchRefusal, MatchRefusal>(
    context,
    async (tx) => {
      const item = await tx.statementItem.findUnique({
        where: { id: itemId },
        select: { statement: { select: { iban: true } } },
      });
      if (item === null) return refused('item-unknown');
      const line = await tx.paymentLine.findUnique({
        where: { id: lineId },
        select: { batch: { select: { bodyId: true, rail: true, payerAccount: { select: { iban: true } } } } },
      });
      if (line === null) return refused('line-unknown');
      const allowed = mayPay(actor, line.batch.bodyId);
      if (!allowed.ok) return allowed;
      const known = await tx.statementMatch.findUnique({ where: { id } });
      if (known !== null) {
        const isAgain = known.proposedById === actor.person.id && known.itemId === itemId && known.lineId === lineId;
        return isAgain ? accepted() : refused('form-key-invalid');
      }
      if (line.batch.rail !== 'sepa' || line.batch.payerAccount?.iban !== item.statement.iban)
        return refused('match-impossible');
      await tx.statementMatch.create({
        data: { id, itemId, lineId, note, proposedById: actor.person.id, proposedAt: now },
      });
      return accepted();
    },
    { refusals: matchRefusals },
  );
}
