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
        outcomeMails: true,
        named: { select: { shownAs: true, agreedAt: true } },
        workshopPlaces: { select: { workshop: { select: { title: true, turn: true } }, takenAt: true } },
        questions: { select: { text: true, writtenAt: true } },
        promises: {
          select: {
            ...{ promiser: true, isNamed: true, what: true, dueOn: true, state: true, answerText: true },
            ...{ writtenAt: true, askedAt: true, answeredAt: true, portfolio: { select: { slug: true } } },
          },
        },
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
    gatheringQuestionsTyped: await database.gatheringQuestion.findMany({
      where: { OR: [{ typedById: personId }, { hiddenById: personId }] },
      select: { gathering, text: true, writtenAt: true, hiddenReason: true },
    }),
    gatheringPromisesWritten: await database.gatheringPromise.findMany({
      where: { writtenById: personId },
      // who promised is somebody else
      select: { gathering, what: true, dueOn: true, writtenAt: true },
    }),
    gatheringReportsPublished: await database.gatheringReport.findMany({
      where: { publishedById: personId },
      select: { gathering, publishedAt: true },
    }),
    gatheringItems: await database.gatheringAgendaItem.findMany({
      where: { OR: [{ putForwardById: personId }, { answeredById: personId }] },
      select: {
        gathering,
        title: true,
        request: true,
        putForwardAt: true,
        answer: true,
        answerText: true,
        answeredAt: true,
      },
    }),
    gatheringNotes: await database.gatheringNote.findMany({
      where: { registration: { personId } },
      select: { gathering, kind: true, text: true, byline: true, state: true, writtenAt: true },
    }),
    gatheringNotesTyped: await database.gatheringNote.findMany({
      where: { typedById: personId },
      // the name under it is of somebody else
      select: { gathering, kind: true, text: true, state: true, writtenAt: true },
    }),
    gatheringNotesHidden: await database.gatheringNote.findMany({
      where: { hiddenById: personId },
      select: { gathering, hiddenAt: true, hiddenReason: true },
    }),
    gatheringNotesAttached: await database.gatheringNotePortfolio.count({ where: { attachedById: personId } }),
    gatheringsPlanned: await database.gathering.findMany({
      where: { createdById: personId },
      select: { slug: true, title: true, createdAt: true },
    }),
    gatheringAreasChanged: await database.gatheringArea.findMany({
      where: { changedById: personId },
      select: { year: true, name: true, changedAt: true },
    }),
    gatheringMarksMade: await database.gatheringMark.count({ where: { markedById: personId } }),
  };
}
