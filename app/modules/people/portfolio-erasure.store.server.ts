import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';

/**
 * What a person leaves at the marketplace: what they wrote stays with the other side, without who wrote it. A group that
 * nobody else keeps is closed, and what only said that it was this person goes.
 */
export async function leaveMarketplace(tx: Transaction, personId: string, now: Instant): Promise<void> {
  const { email } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } });
  const kept = await tx.portfolioKeeper.findMany({ where: { personId }, select: { portfolioId: true } });
  for (const { portfolioId: id } of kept.sort((one, other) => (one.portfolioId < other.portfolioId ? -1 : 1))) {
    await tx.$queryRaw`select 1 from portfolio where id = ${id}::uuid for update`;
    const others = await tx.portfolioKeeper.count({
      where: { portfolioId: id, endedAt: null, personId: { not: personId } },
    });
    if (others > 0) continue;
    const change = { revision: { increment: 1 }, changedAt: now };
    await tx.portfolio.updateMany({
      where: { id, kind: 'group', state: 'open' },
      data: { state: 'closed', ...change },
    });
    await tx.portfolio.updateMany({
      where: { id, kind: 'group', state: 'hidden' },
      data: { hiddenFrom: 'closed', ...change },
    });
  }
  await tx.portfolioKeeper.deleteMany({ where: { personId } });
  await tx.portfolioKeeper.updateMany({ where: { addedById: personId }, data: { addedById: null } });
  await tx.message.updateMany({ where: { authorId: personId }, data: { authorId: null } });
  await tx.conversation.updateMany({ where: { askerPersonId: personId }, data: { askerPersonId: null } });
  await tx.conversationReading.deleteMany({ where: { personId } });
  await tx.portfolioBlock.deleteMany({ where: { OR: [{ blockedPersonId: personId }, { personId }] } });
  await tx.keeperInvitation.deleteMany({ where: { OR: [{ email }, { acceptedById: personId }] } });
  await tx.keeperInvitation.deleteMany({ where: { invitedById: personId, answer: null } });
  await tx.keeperInvitation.updateMany({ where: { invitedById: personId }, data: { invitedById: null } });
  await tx.portfolioClaim.deleteMany({ where: { personId } });
  await tx.portfolioClaim.updateMany({ where: { answeredById: personId }, data: { answeredById: null } });
  await tx.portfolioBlock.updateMany({ where: { madeById: personId }, data: { madeById: null } });
  await tx.messageReport.updateMany({ where: { reporterId: personId }, data: { reporterId: null } });
  await tx.messageReport.updateMany({ where: { answeredById: personId }, data: { answeredById: null } });
  await tx.supportChoice.updateMany({ where: { chosenById: personId }, data: { chosenById: null } });
  await tx.supportRound.updateMany({ where: { openedById: personId }, data: { openedById: null } });
  await tx.portfolioMatch.updateMany({ where: { answeredById: personId }, data: { answeredById: null } });
  await tx.suggestionDismissal.updateMany({ where: { byId: personId }, data: { byId: null } });
  await tx.suggestionInterest.updateMany({ where: { byId: personId }, data: { byId: null } });
}
