import { dayInAmsterdam, fromDateColumn, toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { NextChances } from '../next-chances.ts';

const most = 3;

/**
 * Where a plan that did not get money can go now: rounds that are open, votes that are announced for one of these areas, and gatherings
 * of Meet & Match, the first ones first.
 */
export async function nextChances(
  database: Database,
  areaCodes: readonly string[],
  now: Instant,
): Promise<NextChances> {
  const today = toDateColumn(dayInAmsterdam(now));
  const body = { select: { name: true } } as const;
  const [rounds, votes, gatherings] = await Promise.all([
    database.round.findMany({
      where: { state: { not: 'closed' }, closesOn: { gte: today } },
      orderBy: [{ closesOn: 'asc' }, { slug: 'asc' }],
      take: most,
      select: { slug: true, title: true, closesOn: true, body },
    }),
    database.vote.findMany({
      where: { state: { in: ['announced', 'open'] }, areas: { some: { areaCode: { in: [...areaCodes] } } } },
      orderBy: [{ closesAt: 'asc' }, { slug: 'asc' }],
      take: most,
      select: { slug: true, title: true, closesAt: true, body },
    }),
    database.gathering.findMany({
      where: { state: 'announced', startsAt: { gt: now } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: most,
      select: { slug: true, title: true, startsAt: true },
    }),
  ]);
  return {
    rounds: rounds.map(({ body: { name: bodyName }, closesOn, ...one }) => ({
      ...{ ...one, bodyName, closesOn: fromDateColumn(closesOn) },
    })),
    votes: votes.map(({ body: { name: bodyName }, ...one }) => ({ ...one, bodyName })),
    gatherings,
  };
}
