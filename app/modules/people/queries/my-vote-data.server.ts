import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';

const vote = { select: { slug: true, title: true } } as const;

/** In which votes somebody voted by account, never what; and what they did to run votes or at a table. */
export async function myVoteData(database: Database, personId: string) {
  const run = await database.vote.findMany({
    where: { OR: [{ preparerId: personId }, { announcerId: personId }, { cancellerId: personId }] },
    select: {
      ...{ slug: true, title: true, amountCents: true, state: true, createdAt: true, announcedAt: true },
      ...{ preparerId: true, announcerId: true, cancellerId: true, cancelledAt: true, cancelReason: true },
    },
  });
  return {
    votedIn: await database.voteRight.findMany({ where: { personId }, select: { vote, areaCode: true } }),
    votesRun: run.map(({ amountCents, preparerId, announcerId, cancellerId, ...row }) => ({
      ...{ ...row, amountCents: cents(amountCents) },
      ...{
        prepared: preparerId === personId,
        announced: announcerId === personId,
        cancelled: cancellerId === personId,
      },
    })),
    plansChecked: await database.voteProject.findMany({
      where: { checkedById: personId },
      select: { vote, number: true, verdict: true, reason: true, checkedAt: true },
    }),
    votingCardsMade: await database.voteSheet.findMany({
      where: { madeById: personId },
      select: { vote, kind: true, areaCode: true, codes: true, madeAt: true },
    }),
    // which papers were entered, never what stood on them: that is kept nowhere
    tablesStaffed: await database.voteTableVolunteer.findMany({
      where: { personId },
      select: {
        vote,
        appointedAt: true,
        endedAt: true,
        entries: { select: { right: { select: { paperNumber: true } } } },
      },
    }),
    tablesAppointed: await database.voteTableVolunteer.findMany({
      where: { appointedById: personId },
      select: { vote, appointedAt: true },
    }),
    countsAnnulled: await database.voteAnnulment.findMany({
      where: { OR: [{ proposerId: personId }, { confirmerId: personId }] },
      select: { count: { select: { vote } }, attempt: true, reason: true, proposedAt: true, confirmedAt: true },
    }),
    cancellations: await database.voteCancellation.findMany({
      where: { OR: [{ proposerId: personId }, { confirmerId: personId }] },
      select: { vote, reason: true, proposedAt: true, confirmedAt: true },
    }),
    lotsDrawn: await database.voteLot.findMany({
      where: { OR: [{ proposerId: personId }, { confirmerId: personId }] },
      select: { vote, lots: true, drawnAt: true, place: true, proposedAt: true, confirmedAt: true },
    }),
    votesCounted: await database.voteCount.findMany({
      where: { countedById: personId },
      select: { vote, attempt: true, countedAt: true },
    }),
  };
}
