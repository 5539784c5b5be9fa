import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { mayModerate } from '../policy.ts';
import { keepersOf } from '../portfolio.store.server.ts';
import type { MessageRefusal } from '../refusals.ts';

/**
 * An editor takes back that a portfolio is hidden: it is as its keepers had it. A group that nobody keeps any more comes back closed.
 * Nobody does so for a portfolio of their own.
 * @returns whether it is on the marketplace now
 */
export async function showAgain(
  { portfolioId: id }: { portfolioId: string },
  context: Context<SignedIn>,
): Promise<Outcome<{ isOpen: boolean }, MessageRefusal>> {
  const { actor, now } = context;
  const allowed = mayModerate(actor);
  if (!allowed.ok) return allowed;
  if (!isId(id)) return refused('portfolio-unknown');
  return inTransaction<{ isOpen: boolean }, MessageRefusal>(context, async (tx) => {
    await tx.$queryRaw`select 1 from portfolio where id = ${id}::uuid for no key update`;
    const hidden = await tx.portfolio.findFirst({
      where: { id, state: 'hidden' },
      select: { kind: true, hiddenFrom: true },
    });
    if (hidden === null) return refused('portfolio-unknown');
    const keepers = await keepersOf(tx, id);
    if (keepers.includes(actor.person.id)) return refused('own-report');
    const isLeft = hidden.kind === 'group' && keepers.length === 0;
    const state = hidden.hiddenFrom === 'open' && !isLeft ? 'open' : 'closed';
    await tx.portfolio.update({
      where: { id },
      data: { state, hiddenFrom: null, hiddenReason: '', revision: { increment: 1 }, changedAt: now },
    });
    return accepted({ isOpen: state === 'open' });
  });
}
