import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { programmeOffice, type Role } from '#app/modules/people/role.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { PublishedDeciders } from '../published-basis.ts';

type Decider = { personId: string; bodyId: string; at: Instant; roles: readonly Role[] };

/**
 * In which role somebody acted for a body: of the roles with which it can be done, in the order given, the first that they
 * held that day, in the body itself before the programmabureau.
 * @returns null when they held none: it was taken from them that day
 */
export async function deciderOf(
  database: Database | Transaction,
  { personId, bodyId, at, roles }: Decider,
): Promise<PublishedDeciders['prepared']> {
  const day = toDateColumn(dayInAmsterdam(at));
  const held = await database.bodyMembership.findMany({
    where: {
      personId,
      role: { in: [...roles] },
      beginsOn: { lte: day },
      OR: [{ endsOn: null }, { endsOn: { gte: day } }],
      body: { OR: [{ id: bodyId }, { slug: programmeOffice }] },
    },
    select: { role: true, bodyId: true, body: { select: { slug: true, name: true } } },
  });
  const place = (one: (typeof held)[number]) =>
    (one.bodyId === bodyId ? 0 : roles.length) + roles.findIndex((role) => role === one.role);
  const [first] = held.sort((one, other) => place(one) - place(other));
  return first === undefined ? null : { role: first.role as Role, body: first.body };
}
