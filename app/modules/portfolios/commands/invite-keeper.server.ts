import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { normalEmail } from '#app/modules/people/person.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailKeeperInvitation } from '../jobs.server.ts';
import { expiredUntil, mostInvitationsADay, triesSince } from '../keeper-invitation.ts';
import { mostKeepers } from '../portfolio.ts';
import { lockOwnPortfolio } from '../portfolio.store.server.ts';
import type { PortfolioRefusal } from '../refusals.ts';

/**
 * A keeper of a group asks somebody to keep it too. The answer is the same whether there is an account of that address, whether that
 * person keeps it already, and whether they were asked before: nothing is looked up here. An address is mailed once in
 * the days that an invitation lasts, however often it is withdrawn and asked again.
 */
export async function inviteKeeper(
  { slug, email: typed }: { slug: string; email: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, PortfolioRefusal>> {
  const { actor, now } = context;
  const invitedById = actor.person.id;
  const email = normalEmail(typed);
  return inTransaction<void, PortfolioRefusal>(context, async (tx) => {
    await holdKey(tx, `invites:${invitedById}`);
    const portfolio = await lockOwnPortfolio(tx, slug, invitedById);
    if (portfolio === null) return refused('portfolio-unknown');
    if (portfolio.kind !== 'group') return refused('not-a-group');
    if (portfolio.state === 'hidden') return refused('hidden-stays');
    const tries = await tx.keeperInvitation.count({ where: { invitedById, invitedAt: { gt: triesSince(now) } } });
    if (tries >= mostInvitationsADay) return refused('too-many-invitations');
    const portfolioId = portfolio.id;
    if ((await tx.portfolioKeeper.count({ where: { portfolioId, endedAt: null } })) >= mostKeepers)
      return refused('too-many-keepers');
    await tx.keeperInvitation.updateMany({
      where: { portfolioId, email, answer: null, invitedAt: { lte: expiredUntil(now) } },
      data: { answer: 'expired', answeredAt: now },
    });
    const earlier = await tx.keeperInvitation.findMany({
      where: { portfolioId, email, invitedAt: { gt: expiredUntil(now) } },
      select: { answer: true },
    });
    const waits = earlier.some(({ answer }) => answer === null);
    const id = newId();
    const data = { id, portfolioId, invitedById, email, invitedAt: now };
    await tx.keeperInvitation.create({ data: waits ? { ...data, answer: 'repeated', answeredAt: now } : data });
    if (earlier.length === 0)
      await enqueue(tx, mailKeeperInvitation, { invitationId: id }, `mail-keeper-invitation:${id}`);
    return accepted();
  });
}

/** A keeper takes an invitation back, their own or that of another keeper. The same again changes nothing. */
export async function withdrawInvitation(
  { slug, invitationId }: { slug: string; invitationId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, PortfolioRefusal>> {
  const { actor, now } = context;
  if (!isId(invitationId)) return refused('invitation-unknown');
  return inTransaction<void, PortfolioRefusal>(context, async (tx) => {
    const portfolio = await lockOwnPortfolio(tx, slug, actor.person.id);
    if (portfolio === null) return refused('portfolio-unknown');
    const known = await tx.keeperInvitation.findFirst({
      where: { id: invitationId, portfolioId: portfolio.id },
      select: { answer: true },
    });
    if (known === null) return refused('invitation-unknown');
    if (known.answer !== null) return known.answer === 'accepted' ? refused('invitation-over') : accepted();
    await tx.keeperInvitation.update({
      where: { id: invitationId },
      data: { answer: 'withdrawn', answeredAt: now },
    });
    return accepted();
  });
}
