import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { noMoney } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { procurementRules } from '#app/modules/programme/queries/settings.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { AssignmentsView, OpenFlags, PartyLine } from '../assignments-view.ts';
import type { LimitState, Regime } from '../limit.ts';
import { readsAssignments } from '../policy.ts';
import { addUpFacts, assignmentsOf, datedLimits } from './add-up.server.ts';
import { answeredFlagsOf } from './other-money.server.ts';

const order: readonly LimitState[] = ['over', 'near', 'unknown', 'fine'];

/**
 * Assignments of all parties added up as of today, what is near or over with what waits first; and proposals of which costs may be paid twice.
 * @returns null for who does not guard the money
 */
export async function assignmentsView(database: Database, actor: Actor, now: Instant): Promise<AssignmentsView | null> {
  if (!readsAssignments(actor).ok) return null;
  const [rules, limits, assignments, kinds, open] = await Promise.all([
    procurementRules(database),
    datedLimits(database),
    assignmentsOf(database, null),
    database.serviceKind.findMany(),
    openFlags(database),
  ]);
  const parties = await database.organisation.findMany({
    where: { id: { in: [...new Set(assignments.map(({ partyId }) => partyId))] } },
    select: { id: true, slug: true, name: true },
  });
  const lines = parties.flatMap(({ id, ...party }) =>
    kinds.flatMap((kind): PartyLine[] => {
      const own = assignments.filter(({ partyId, kindId }) => partyId === id && kindId === kind.id);
      if (own.length === 0) return [];
      const facts = { kind: { ...kind, regime: kind.regime as Regime }, assignments: own, limits, rules };
      return [{ party, addedUp: addUpFacts({ ...facts, day: dayInAmsterdam(now), amount: noMoney, exceptId: null }) }];
    }),
  );
  lines.sort(
    (one, other) =>
      order.indexOf(one.addedUp.withWaiting.state) - order.indexOf(other.addedUp.withWaiting.state) ||
      other.addedUp.withWaiting.total - one.addedUp.withWaiting.total ||
      one.party.name.localeCompare(other.party.name, 'nl'),
  );
  return { months: rules.months, lines, open };
}

async function openFlags(database: Database): Promise<OpenFlags[]> {
  const waiting = await database.decision.findMany({
    where: { state: 'prepared', origin: 'product', amountCents: { not: null }, initiativeId: { not: null } },
    select: { id: true, title: true, body: { select: { name: true } } },
    orderBy: { preparedAt: 'asc' },
  });
  const looked = await Promise.all(
    waiting.map(async ({ id, title, body }) => ({
      decisionId: id,
      title,
      bodyName: body.name,
      flags: (await answeredFlagsOf(database, id)) ?? [],
    })),
  );
  return looked.filter(({ flags }) => flags.length > 0);
}
