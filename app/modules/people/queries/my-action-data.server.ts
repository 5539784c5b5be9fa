import type { Database } from '#app/platform/database.server.ts';

/** Actions that somebody does or wrote about, and what they wrote down of what was promised, for their own file. */
export async function myActionData(database: Database, personId: string) {
  const action = { select: { number: true, title: true } } as const;
  return {
    actionsOwned: await database.action.findMany({
      where: { ownerPersonId: personId },
      select: { number: true, title: true, dueKind: true, dueOn: true, state: true, createdAt: true, closedAt: true },
    }),
    actionUpdates: await database.actionUpdate.findMany({
      where: { byPersonId: personId },
      select: { action, kind: true, text: true, byRole: true, happenedAt: true },
    }),
    undertakingsWritten: await database.undertaking.findMany({
      where: { writtenById: personId },
      select: { number: true, what: true, writtenAt: true },
    }),
    undertakingAnswers: await database.undertakingAnswer.findMany({
      where: { OR: [{ proposedById: personId }, { answeredById: personId }] },
      select: { undertaking: { select: { number: true } }, answer: true, text: true, state: true, proposedAt: true },
    }),
  };
}
