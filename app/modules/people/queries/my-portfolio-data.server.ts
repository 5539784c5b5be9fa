import type { Database } from '#app/platform/database.server.ts';

const portfolio = { select: { slug: true } } as const;

/** What is stored of somebody at the marketplace: what they wrote, not what others wrote to them. */
export async function myPortfolioData(database: Database, { personId, email }: { personId: string; email: string }) {
  const mine = { where: { personId } } as const;
  return {
    portfoliosKept: await database.portfolioKeeper.findMany({
      ...mine,
      select: { portfolio: { select: { slug: true, name: true } }, addedAt: true, endedAt: true },
    }),
    keeperInvitationsSent: await database.keeperInvitation.findMany({
      where: { invitedById: personId },
      select: { portfolio, email: true, invitedAt: true, answer: true, answeredAt: true },
    }),
    keeperInvitationsGot: await database.keeperInvitation.findMany({
      where: { OR: [{ acceptedById: personId }, { email }] },
      select: { portfolio, invitedAt: true, answer: true, answeredAt: true },
    }),
    portfoliosClaimed: await database.portfolioClaim.findMany({
      ...mine,
      select: { portfolio, note: true, claimedAt: true, answer: true, answerReason: true, answeredAt: true },
    }),
    portfolioClaimsAnswered: await database.portfolioClaim.findMany({
      where: { answeredById: personId },
      select: { portfolio, answer: true, answerReason: true, answeredAt: true },
    }),
    conversationsBegun: await database.conversation.findMany({
      where: { askerPersonId: personId },
      select: { subject: true, begunAt: true, asker: portfolio, answerer: portfolio },
    }),
    messagesWritten: await database.message.findMany({
      where: { authorId: personId },
      orderBy: { sentAt: 'asc' },
      select: { conversationId: true, text: true, sentAt: true },
    }),
    conversationsRead: await database.conversationReading.findMany({
      ...mine,
      select: { conversationId: true, readAt: true },
    }),
    conversationsReported: await database.messageReport.findMany({
      where: { reporterId: personId },
      select: {
        conversationId: true,
        reason: true,
        reportedAt: true,
        answer: true,
        answerReason: true,
        answeredAt: true,
      },
    }),
    reportsAnswered: await database.messageReport.findMany({
      where: { answeredById: personId },
      select: { answer: true, answerReason: true, answeredAt: true },
    }),
    portfoliosBlocked: await database.portfolioBlock.findMany({
      where: { OR: [{ madeById: personId }, { personId }] },
      select: { portfolio, blockedPortfolio: portfolio, madeAt: true, endedAt: true },
    }),
    supportChosen: await database.supportChoice.findMany({
      where: { chosenById: personId },
      select: {
        round: { select: { name: true } },
        portfolio,
        direction: true,
        chosen: portfolio,
        reason: true,
        chosenAt: true,
      },
    }),
    exercisesOpened: await database.supportRound.findMany({
      where: { openedById: personId },
      select: { name: true, opensOn: true, closesOn: true, openedAt: true },
    }),
    matchOutcomesTold: await database.portfolioMatch.findMany({
      where: { answeredById: personId },
      select: { low: portfolio, high: portfolio, outcome: true, outcomeText: true, answeredAt: true },
    }),
    suggestionsWanted: await database.suggestionInterest.findMany({
      where: { byId: personId },
      select: { portfolio, other: portfolio, at: true, withdrawnAt: true },
    }),
    suggestionsDismissed: await database.suggestionDismissal.findMany({
      where: { byId: personId },
      select: { portfolio, other: portfolio, at: true },
    }),
  };
}
