import type { Role } from '#app/modules/people/role.ts';
import { deciderOf } from '#app/modules/decisions/queries/deciders.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { seatRoles } from '../spending.ts';
import type { SpendingDeciders } from '../views.ts';

/**
 * Who decided on small spendings, for the public: how many agreed, how many stayed out with an interest, and in which roles it
 * was proposed and confirmed. Who they are, and which interest it was, stays among the members: a wijkalliantie is small.
 */
export async function spendingDeciders(
  database: Database,
  spendingIds: readonly string[],
): Promise<Map<string, SpendingDeciders>> {
  const rows = await database.smallSpending.findMany({
    where: { id: { in: [...spendingIds] }, state: 'confirmed' },
    select: {
      id: true,
      bodyId: true,
      revision: true,
      proposerId: true,
      revisedAt: true,
      confirmerId: true,
      confirmedAt: true,
      answers: { orderBy: { sequence: 'asc' }, select: { personId: true, revision: true, answer: true } },
    },
  });
  const found = new Map<string, SpendingDeciders>();
  for (const { id, bodyId, revision, answers, proposerId, revisedAt, confirmerId, confirmedAt } of rows) {
    const out = new Set(answers.filter(({ answer }) => answer === 'interest').map(({ personId }) => personId));
    const last = new Map(answers.filter((one) => one.revision === revision).map((one) => [one.personId, one.answer]));
    const agreed = [...last].filter(([person, answer]) => answer === 'consent' && !out.has(person));
    const met = answers.filter((one) => one.revision === revision && one.answer === 'withdrawn').length;
    const role = async (personId: string | null, at: Date | null): Promise<Role | null> =>
      personId === null || at === null
        ? null
        : ((await deciderOf(database, { personId, bodyId, at, roles: seatRoles }))?.role ?? null);
    found.set(id, {
      agreed: agreed.length,
      stayedOut: out.size,
      objectionsTakenBack: met,
      proposedAs: await role(proposerId, revisedAt),
      confirmedAs: await role(confirmerId, confirmedAt),
    });
  }
  return found;
}
