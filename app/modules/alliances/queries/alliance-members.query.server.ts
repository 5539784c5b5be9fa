import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { smallSpendingRules } from '#app/modules/programme/queries/settings.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { seatRoles } from '../spending.ts';
import { freeOf, freeSelect } from '#app/modules/ledger/fund-balances.ts';
import type { SpendingChoices } from '../views.ts';

/** @returns null when there is no wijkalliantie of this slug */
export async function spendingChoices(database: Database, slug: string): Promise<SpendingChoices | null> {
  const body = await database.body.findFirst({
    where: { slug, kind: 'wijkalliantie' },
    select: {
      id: true,
      slug: true,
      name: true,
      funds: {
        orderBy: [{ year: 'desc' }, { name: 'asc' }],
        select: { id: true, name: true, year: true, available: freeSelect },
      },
    },
  });
  if (body === null) return null;
  const [rules, organisations] = await Promise.all([
    smallSpendingRules(database),
    database.organisation.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
  ]);
  return {
    bodyId: body.id,
    slug: body.slug,
    name: body.name,
    rules,
    funds: body.funds.map(({ available, ...fund }) => ({ ...fund, available: freeOf(available) })),
    organisations,
  };
}

/** Members of a wijkalliantie for its chair: names and households are never public. */
export type AllianceMembers = {
  bodyId: string;
  name: string;
  members: { membershipId: string; personId: string; name: string; organisation: string | null; household: string }[];
};

/** @returns null when there is no wijkalliantie of this slug */
export async function allianceMembers(
  database: Database,
  slug: string,
  today: CalendarDate,
): Promise<AllianceMembers | null> {
  const day = toDateColumn(today);
  const body = await database.body.findFirst({
    where: { slug, kind: 'wijkalliantie' },
    select: {
      id: true,
      name: true,
      memberships: {
        where: {
          role: { in: [...seatRoles] },
          person: { deletedAt: null },
          beginsOn: { lte: day },
          OR: [{ endsOn: null }, { endsOn: { gte: day } }],
        },
        // who sits for an organisation in one role counts as that: it comes first
        orderBy: [{ organisationId: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
        select: {
          id: true,
          personId: true,
          household: true,
          person: { select: { name: true } },
          organisation: { select: { name: true } },
        },
      },
    },
  });
  if (body === null) return null;
  const first = new Map(body.memberships.toReversed().map((membership) => [membership.personId, membership]));
  return {
    bodyId: body.id,
    name: body.name,
    members: [...first.values()]
      .map(({ id, personId, person, organisation, household }) => ({
        membershipId: id,
        personId,
        name: person.name,
        organisation: organisation?.name ?? null,
        household: household ?? '',
      }))
      .sort((one, other) => one.name.localeCompare(other.name, 'nl')),
  };
}
