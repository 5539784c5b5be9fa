import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';

/** Throws one's own draft away, and nothing that was laid before a confirmer. */
export async function discardAssignmentDraft(
  id: string,
  context: Context<Actor>,
): Promise<Outcome<void, 'decision-unknown'>> {
  const { actor } = context;
  if (actor.person === null || !isId(id)) return refused('decision-unknown');
  const personId = actor.person.id;
  return inTransaction<void, 'decision-unknown'>(context, async (tx) => {
    const { count } = await tx.assignmentDraft.deleteMany({ where: { id, personId } });
    return count === 0 ? refused('decision-unknown') : accepted();
  });
}
