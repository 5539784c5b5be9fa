import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { CoordinatedActivity, GroundView } from '../coordination-views.ts';
import { coordinatorsWithoutInterest, hasInterestInActivity } from '../interest.store.server.ts';
import { mayCoordinate, mayReadActivity } from '../policy.ts';

/** @returns null when there is none with this address, or when it is not the actor's to see */
export async function coordinatedActivity(
  database: Database,
  actor: Actor,
  slug: string,
  today: CalendarDate,
): Promise<CoordinatedActivity | null> {
  const row = await database.activity.findUnique({
    where: { slug },
    include: {
      body: { select: { name: true } },
      area: { select: { name: true } },
      decision: { select: { number: true, title: true, initiative: { select: { title: true } } } },
      spending: { select: { number: true, what: true, confirmedAt: true, body: { select: { slug: true } } } },
    },
  });
  if (row === null || !mayReadActivity(actor, row.bodyId).ok) return null;
  const me = actor.person?.id ?? null;
  const isCoordinator = mayCoordinate(actor, row.bodyId).ok;
  const keptAway = me !== null && isCoordinator && (await hasInterestInActivity(database, me, row.id));
  return {
    id: row.id,
    slug: row.slug,
    bodyName: row.body.name,
    areaName: row.area?.name ?? null,
    ground: groundView(row),
    state: row.state === 'closed' ? 'closed' : 'open',
    revision: row.revision,
    mayWork: isCoordinator && !keptAway,
    keptAway,
    others: isCoordinator ? await otherNames(database, row.id, me, today) : [],
    name: row.name,
    description: row.description,
    areaCode: row.areaCode,
    budget: cents(row.budgetCents),
    hour: cents(row.hourCents),
    hourYoung: cents(row.hourYoungCents),
    normReason: row.normReason,
    paysExpenses: row.paysExpenses,
    beginsOn: fromDateColumn(row.beginsOn),
    endsOn: fromDateColumn(row.endsOn),
  };
}

async function otherNames(
  database: Database,
  activityId: string,
  me: string | null,
  today: CalendarDate,
): Promise<string[]> {
  const ids = await coordinatorsWithoutInterest(database, activityId, today);
  const people = await database.person.findMany({
    where: { id: { in: ids.filter((id) => id !== me) } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { name: true },
  });
  return people.map(({ name }) => name);
}

type GroundRow = {
  decisionId: string | null;
  spendingId: string | null;
  decision: { number: string | null; title: string; initiative: { title: string } | null } | null;
  spending: { number: string | null; what: string; confirmedAt: Date | null; body: { slug: string } } | null;
};

function groundView({ decisionId, spendingId, decision, spending }: GroundRow): GroundView {
  if (spendingId !== null && spending !== null) {
    const number = spending.number ?? '';
    // its number begins with the year in which it stands on the page of the wijkalliantie
    const href = `/wijkallianties/${spending.body.slug}?jaar=${number.slice(1, 5)}#${number}`;
    return { kind: 'spending', id: spendingId, number, title: spending.what, href };
  }
  const number = decision?.number ?? '';
  const title = decision?.initiative?.title ?? decision?.title ?? '';
  return { kind: 'decision', id: decisionId ?? '', number, title, href: `/besluiten/${number}` };
}
