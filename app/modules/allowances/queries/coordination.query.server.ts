import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { CoordinatedLine, Coordination } from '../coordination-views.ts';
import { coordinatedBodies, coordinates } from '../policy.ts';

const shownClosed = 50;

/** The activities of the bodies that somebody coordinates for; the controlegroep reads all. */
export async function coordination(database: Database, actor: Actor): Promise<Coordination> {
  const bodies = coordinatedBodies(actor);
  const ofBodies = bodies === null ? {} : { bodyId: { in: [...bodies] } };
  const [open, closed] = await Promise.all([
    database.activity.findMany({
      where: { ...ofBodies, state: 'open' },
      orderBy: [{ beginsOn: 'asc' }, { name: 'asc' }],
      select: activityRow,
    }),
    database.activity.findMany({
      where: { ...ofBodies, state: 'closed' },
      orderBy: [{ closedAt: 'desc' }, { id: 'desc' }],
      take: shownClosed,
      select: activityRow,
    }),
  ]);
  const lines = await withClaims(database, [...open, ...closed]);
  return {
    open: lines.slice(0, open.length).sort(longestWaitingFirst),
    closed: lines.slice(open.length),
    mayOpen: coordinates(actor).ok,
  };
}

/** What waits longest on top; the rest stays in the order of their beginning. */
function longestWaitingFirst(a: CoordinatedLine, b: CoordinatedLine): number {
  const [first, second] = [a.waitingSince ?? '9999', b.waitingSince ?? '9999'];
  return first < second ? -1 : first > second ? 1 : 0;
}

const activityRow = {
  id: true,
  slug: true,
  name: true,
  beginsOn: true,
  endsOn: true,
  budgetCents: true,
  body: { select: { name: true } },
  area: { select: { name: true } },
  _count: { select: { volunteers: { where: { leftAt: null } } } },
} as const;

type ActivityRow = {
  id: string;
  slug: string;
  name: string;
  beginsOn: Date;
  endsOn: Date;
  budgetCents: number;
  body: { name: string };
  area: { name: string } | null;
  _count: { volunteers: number };
};

async function withClaims(database: Database, rows: readonly ActivityRow[]): Promise<CoordinatedLine[]> {
  const sums = await database.allowanceClaim.groupBy({
    by: ['activityId', 'state'],
    where: { activityId: { in: rows.map(({ id }) => id) }, state: { in: ['claimed', 'approved'] } },
    _sum: { amountCents: true },
    _count: true,
    _min: { claimedAt: true },
  });
  return rows.map(({ id, slug, name, body, area, beginsOn, endsOn, budgetCents, _count }) => {
    const of = (state: string) => sums.find((sum) => sum.activityId === id && sum.state === state);
    const waiting = of('claimed');
    const oldest = waiting?._min.claimedAt ?? null;
    return {
      slug,
      name,
      bodyName: body.name,
      areaName: area?.name ?? null,
      beginsOn: fromDateColumn(beginsOn),
      endsOn: fromDateColumn(endsOn),
      budget: cents(budgetCents),
      approved: cents(of('approved')?._sum.amountCents ?? 0),
      waiting: cents(waiting?._sum.amountCents ?? 0),
      waitingClaims: waiting?._count ?? 0,
      waitingSince: oldest === null ? null : dayInAmsterdam(oldest),
      volunteers: _count.volunteers,
    };
  });
}
