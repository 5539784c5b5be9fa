import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { normalEmail } from '#app/modules/people/person.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { expiredUntil } from '../keeper-invitation.ts';
import { mostKeepers } from '../portfolio.ts';
import { touch } from '../portfolio.store.server.ts';
import type { PortfolioRefusal } from '../refusals.ts';

/**
 * Who was invited keeps the group from now on, or does not want to. Only for who signed in with the address that was invited.
 * The same answer twice changes nothing.
 * @returns slug of the portfolio
 */
export async function answerInvitation(
  { invitationId: id, accepts }: { invitationId: string; accepts: boolean },
  context: Context<SignedIn>,
): Promise<Outcome<string, PortfolioRefusal>> {
  const { actor, now } = context;
  const personId = actor.person.id;
  if (!isId(id)) return refused('invitation-unknown');
  return inTransaction<string, PortfolioRefusal>(context, async (tx) => {
    // the portfolio before the invitation: who withdraws goes the same way
    await tx.$queryRaw`
      select 1 from portfolio where id = (select portfolio_id from keeper_invitation where id = ${id}::uuid) for no key update`;
    const invitation = await tx.keeperInvitation.findFirst({
      where: { id, email: normalEmail(actor.person.email) },
      select: { answer: true, invitedAt: true, invitedById: true, portfolio: { select: { id: true, slug: true } } },
    });
    if (invitation === null) return refused('invitation-unknown');
    const { answer, invitedAt, invitedById, portfolio } = invitation;
    const wanted = accepts ? 'accepted' : 'declined';
    if (answer === wanted) return accepted(portfolio.slug);
    if (answer !== null || invitedAt <= expiredUntil(now)) return refused('invitation-over');
    const keepers = await tx.portfolioKeeper.findMany({
      where: { portfolioId: portfolio.id, endedAt: null },
      select: { personId: true },
    });
    const keepsAlready = keepers.some((keeper) => keeper.personId === personId);
    if (accepts && !keepsAlready && keepers.length >= mostKeepers) return refused('too-many-keepers');
    await tx.keeperInvitation.update({
      where: { id },
      data: { answer: wanted, answeredAt: now, ...(accepts ? { acceptedById: personId } : {}) },
    });
    if (!accepts || keepsAlready) return accepted(portfolio.slug);
    await tx.portfolioKeeper.create({
      data: { id: newId(), portfolioId: portfolio.id, personId, addedById: invitedById, addedAt: now },
    });
    await touch(tx, portfolio.id, now);
    return accepted(portfolio.slug);
  });
}
