import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';

export type PossibleReviewer = {
  personId: string;
  name: string;
  organisationId: string | null;
  organisationName: string | null;
};

const reviewingRoles = ['reviewer', 'member', 'chair'];

/**
 * Who can be assigned in rounds of a body: reviewers, members and chairs of it and of its werkgroepen, as they are on
 * that day. Somebody with several memberships stands here once, for the organisation of the one in the body itself.
 */
export async function possibleReviewers(
  database: Database | Transaction,
  bodyId: string,
  today: CalendarDate,
): Promise<PossibleReviewer[]> {
  const day = toDateColumn(today);
  const rows = await database.bodyMembership.findMany({
    where: {
      role: { in: reviewingRoles },
      beginsOn: { lte: day },
      OR: [{ endsOn: null }, { endsOn: { gte: day } }],
      body: { OR: [{ id: bodyId }, { parentId: bodyId, kind: 'werkgroep' }] },
      person: { deletedAt: null },
    },
    select: {
      bodyId: true,
      person: { select: { id: true, name: true, email: true } },
      organisation: { select: { id: true, name: true } },
    },
  });
  const ownFirst = [...rows].sort((a, b) => Number(b.bodyId === bodyId) - Number(a.bodyId === bodyId));
  const byPerson = new Map<string, PossibleReviewer>();
  for (const { person, organisation } of ownFirst) {
    if (byPerson.has(person.id)) continue;
    byPerson.set(person.id, {
      personId: person.id,
      name: person.name === '' ? person.email : person.name,
      organisationId: organisation?.id ?? null,
      organisationName: organisation?.name ?? null,
    });
  }
  return [...byPerson.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}
