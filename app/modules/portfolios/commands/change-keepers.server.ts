import { newId, isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { normalEmail } from '#app/modules/people/person.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailKeeperAdded } from '../jobs.server.ts';
import { mostKeepers } from '../portfolio.ts';
import { lockOwnPortfolio, touch } from '../portfolio.store.server.ts';
import { portfolioRules, type PortfolioRefusal } from '../refusals.ts';

/** A keeper of a group lets somebody with an account keep it too; that person gets a mail. */
export async function addKeeper(
  { slug, email }: { slug: string; email: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, PortfolioRefusal>> {
  const { actor, now } = context;
  return inTransaction<void, PortfolioRefusal>(context, async (tx) => {
    const portfolio = await lockOwnPortfolio(tx, slug, actor.person.id);
    if (portfolio === null) return refused('portfolio-unknown');
    if (portfolio.kind !== 'group') return refused('not-a-group');
    const running = { portfolioId: portfolio.id, endedAt: null };
    if ((await tx.portfolioKeeper.count({ where: running })) >= mostKeepers) return refused('too-many-keepers');
    const person = await tx.person.findFirst({
      where: { email: normalEmail(email), deletedAt: null },
      select: { id: true },
    });
    if (person === null) return refused('account-unknown');
    if ((await tx.portfolioKeeper.count({ where: { ...running, personId: person.id } })) > 0)
      return refused('already-keeper');
    const keeperId = newId();
    await tx.portfolioKeeper.create({
      data: { id: keeperId, portfolioId: portfolio.id, personId: person.id, addedById: actor.person.id, addedAt: now },
    });
    await touch(tx, portfolio.id, now);
    const added = { portfolioId: portfolio.id, personId: person.id };
    await enqueue(tx, mailKeeperAdded, added, `mail-keeper-added:${keeperId}`);
    return accepted();
  });
}

/** Somebody stops keeping a group: oneself, or by the hand of another keeper. Who is the last closes it first. */
export async function removeKeeper(
  { slug, keeperId }: { slug: string; keeperId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, PortfolioRefusal>> {
  const { actor, now } = context;
  if (!isId(keeperId)) return refused('keeper-unknown');
  return inTransaction<void, PortfolioRefusal, PortfolioRefusal>(
    context,
    async (tx) => {
      const portfolio = await lockOwnPortfolio(tx, slug, actor.person.id);
      if (portfolio === null) return refused('portfolio-unknown');
      const ended = await tx.portfolioKeeper.updateMany({
        where: { id: keeperId, portfolioId: portfolio.id, endedAt: null },
        data: { endedAt: now },
      });
      if (ended.count === 0) return refused('keeper-unknown');
      await touch(tx, portfolio.id, now);
      return accepted();
    },
    { refusals: portfolioRules },
  );
}
