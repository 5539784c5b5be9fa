import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { lockOwnPortfolio, touch } from '../portfolio.store.server.ts';
import { portfolioRules, type PortfolioRefusal } from '../refusals.ts';

/**
 * Somebody stops keeping a portfolio: oneself, or by the hand of another keeper. Who is the last of a group closes it first. Whom they
 * invited and who did not answer yet is not invited any more.
 */
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
      const keeper = await tx.portfolioKeeper.findFirst({
        where: { id: keeperId, portfolioId: portfolio.id, endedAt: null },
        select: { personId: true },
      });
      if (keeper === null) return refused('keeper-unknown');
      await tx.portfolioKeeper.update({ where: { id: keeperId }, data: { endedAt: now } });
      await tx.keeperInvitation.updateMany({
        where: { portfolioId: portfolio.id, invitedById: keeper.personId, answer: null },
        data: { answer: 'withdrawn', answeredAt: now },
      });
      await touch(tx, portfolio.id, now);
      return accepted();
    },
    { refusals: portfolioRules },
  );
}
