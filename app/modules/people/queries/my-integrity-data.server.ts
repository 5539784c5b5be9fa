import type { Database } from '#app/platform/database.server.ts';

const question = { select: { number: true } } as const;

/**
 * What is stored of somebody's interests, and of questions of integrity. What was asked without a name is nobody's and not here;
 * that a question is about somebody is not told to them (`integrity_kept_out`): it would show that there is one.
 */
export async function myIntegrityData(database: Database, personId: string) {
  const mine = { where: { personId } } as const;
  return {
    standingInterests: await database.standingInterest.findMany({
      ...mine,
      orderBy: [{ interestId: 'asc' }, { version: 'asc' }],
      select: {
        ...{ kind: true, version: true, organisation: { select: { slug: true, name: true } }, organisationName: true },
        ...{ isPaid: true, gift: true, valueCents: true, isKept: true, note: true },
        ...{ beginsOn: true, endsOn: true, declaredAt: true },
      },
    }),
    interestStatements: await database.interestStatement.findMany({
      ...mine,
      select: { statedAt: true, isNothing: true },
    }),
    interestAsks: await database.interestAsk.findMany({ ...mine, select: { dueOn: true, askedAt: true } }),
    integrityQuestionsAsked: await database.integrityQuestion.findMany({
      where: { askerId: personId },
      select: { number: true, kind: true, askedAt: true, state: true, level: true, outcome: true },
    }),
    integrityOutcomesWritten: await database.integrityQuestion.findMany({
      where: { outcomeById: personId },
      select: { number: true, outcome: true, outcomeAt: true },
    }),
    integritySteps: await database.integrityStep.findMany({
      where: { byId: personId },
      select: { question, kind: true, level: true, at: true },
    }),
    integrityLooks: await database.integrityLook.findMany({
      where: { lookerId: personId },
      select: { question, lookedAt: true },
    }),
    integrityRulesSet: await database.integrityRule.findMany({
      where: { addedById: personId },
      select: { startsOn: true, giftFromCents: true, reason: true, addedAt: true },
    }),
  };
}
