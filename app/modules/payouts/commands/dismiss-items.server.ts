import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { hearsTheBank } from '../policy.ts';
import { longestStatementText, matchRefusals, type MatchRefusal } from '../statement-refusals.ts';

export type DismissItems = {
  itemIds: readonly string[];
  /** What it was, for who looks back. */
  note: string;
};

export type DismissItemsRefusal = PolicyRefusal | MatchRefusal | 'item-unknown' | 'nothing-chosen' | 'note-missing';

/** How many left the worklist, and how many a second treasurer has to confirm. */
export type Dismissed = { gone: number; proposed: number };

/**
 * A treasurer of the office says of bookings in the worklist that nothing has to be done with them here: money of something else,
 * or dealt with at the bank. No line changes. Who was on the other side is forgotten. What names a payment of ours, or could be
 * one that waits (`needs_two_to_dismiss`), stays until a second treasurer agrees.
 */
export async function dismissItems(
  { itemIds, note: text }: DismissItems,
  context: Context<SignedIn>,
): Promise<Outcome<Dismissed, DismissItemsRefusal>> {
  const { actor, now } = context;
  const note = text.trim();
  const allowed = hearsTheBank(actor);
  if (!allowed.ok) return allowed;
  if (itemIds.length === 0) return refused('nothing-chosen');
  if (!itemIds.every(isId)) return refused('item-unknown');
  if (note.length < 3 || note.length > longestStatementText.note) return refused('note-missing');
  return inTransaction<Dismissed, DismissItemsRefusal, MatchRefusal>(
    context,
    async (tx) => {
      // one row at a time, in one order, so that two treasurers with the same list do not wait for each other in a circle
      await tx.$queryRaw`
        select 1 from statement_item where id = any (${[...itemIds]}::uuid[]) order by id for update`;
      // a proposal would be about something that is gone
      const proposed = await tx.statementMatch.findFirst({
        where: { itemId: { in: [...itemIds] }, state: 'proposed' },
        select: { id: true },
      });
      if (proposed !== null) return refused('match-known');
      const byTwo = await neededByTwo(tx, itemIds);
      await tx.statementMatch.createMany({
        data: byTwo.map((itemId) => ({
          id: newId(),
          itemId,
          note,
          proposedById: actor.person.id,
          proposedAt: now,
        })),
      });
      const { count } = await tx.statementItem.updateMany({
        where: { id: { in: itemIds.filter((id) => !byTwo.includes(id)) }, state: 'open' },
        data: {
          state: 'dismissed',
          dismissedById: actor.person.id,
          dismissedAt: now,
          note,
          counterparty: '',
          counterAccount: '',
          text: '',
        },
      });
      return accepted({ gone: count, proposed: byTwo.length });
    },
    { refusals: matchRefusals },
  );
}

async function neededByTwo(tx: Transaction, itemIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select i.id::text from statement_item i
      where i.id = any (${[...itemIds]}::uuid[]) and i.state = 'open' and needs_two_to_dismiss(i) order by 1`;
  return rows.map(({ id }) => id);
}
