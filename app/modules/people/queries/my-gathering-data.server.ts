import type { Database } from '#app/platform/database.server.ts';

/** Gatherings of Meet & Match that somebody registered for, organised or helped with, for their own file. */
export async function myGatheringData(database: Database, personId: string) {
  const gathering = { select: { slug: true, title: true, startsAt: true } } as const;
  return {
    gatheringRegistrations: await database.gatheringRegistration.findMany({
      where: { personId },
      select: {
        gathering,
        name: true,
        comesAs: true,
        comesFrom: true,
        areaCode: true,
        languages: true,
        children: true,
        accessWish: true,
        meetWish: true,
        state: true,
        registeredAt: true,
        cancelledAt: true,
        arrivedAt: true,
        themes: { select: { themeSlug: true } },
        portfolios: { select: { portfolio: { select: { slug: true } }, why: true } },
        seats: { select: { table: { select: { number: true } }, round: { select: { title: true, position: true } } } },
        clusterChoice: { select: { cluster: { select: { name: true } } } },
        // with whom is about somebody else
        goOnFrom: { select: { saidAt: true, round: { select: { title: true } } } },
      },
    }),
    gatheringsHelpedWith: await database.gatheringCrew.findMany({
      where: { personId },
      select: { gathering, task: true, addedAt: true },
    }),
    gatheringInvitations: await database.gatheringInvitation.findMany({
      where: { personId },
      select: { gathering, invitedAt: true },
    }),
    gatheringMarksMade: await database.gatheringMark.count({ where: { markedById: personId } }),
  };
}
