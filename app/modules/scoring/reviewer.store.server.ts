import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';

export type PossibleReviewer = {
  personId: string;
  name: string;
  organisationId: string | null;
  organisationName: string | null;
};

/**
 * Who can be assigned in rounds of a body: reviewers, members and chairs of it and of its werkgroepen, as they are on
 * that day. Somebody with several memberships stands here once, for the organisation of the one in the body itself.
 */
export async function possibleReviewers(
  database: Database | Transaction,
  bodyId: string,
  today: CalendarDate,
): Promise<PossibleReviewer[]> {
  const memberships = await database.$queryRaw<{ id: string }[]>`
    select id from reviewing_memberships(${bodyId}::uuid, ${today}::date)`;
  const rows = await database.bodyMembership.findMany({
    where: { id: { in: memberships.map(({ id }) => id) }, person: { deletedAt: null } },
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

/** Whether somebody can still score in rounds of a body on that day; who was assigned may have lost the role since. */
export async function isInOffice(
  database: Database | Transaction,
  personId: string,
  bodyId: string,
  today: CalendarDate,
): Promise<boolean> {
  const [row] = await database.$queryRaw<{ in_office: boolean }[]>`
    select may_review(${personId}::uuid, ${bodyId}::uuid, ${today}::date) as in_office`;
  return row?.in_office ?? false;
}
