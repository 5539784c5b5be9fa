import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { standingOf, type CallStanding, type CallState } from '../call.ts';
import { rulesOf } from '../donutfonds.store.server.ts';
import { managesDonut, mayManage, mayReadCall, readsDonors } from '../policy.ts';
import type { RulesView } from '../views.ts';

export type DonutWork = {
  calls: {
    year: number;
    standing: CallStanding;
    closesOn: CalendarDate;
    body: { slug: string; name: string };
    applications: number;
    /** A proposed split waits for a second person. */
    waits: boolean;
  }[];
  mayOpen: boolean;
  mayReadDonors: boolean;
};

/** Calls that somebody works on or reads along with, the newest first. */
export async function donutWork(database: Database, actor: Actor, today: CalendarDate): Promise<DonutWork> {
  const rows = await database.donutCall.findMany({
    orderBy: { year: 'desc' },
    include: {
      body: { select: { slug: true, name: true } },
      splits: { where: { state: 'prepared' }, select: { id: true } },
      _count: { select: { applications: { where: { state: 'submitted' } } } },
    },
  });
  return {
    calls: rows
      .filter(({ bodyId }) => mayReadCall(actor, bodyId).ok)
      .map((row) => {
        const closesOn = fromDateColumn(row.closesOn);
        return {
          year: row.year,
          standing: standingOf(
            { state: row.state as CallState, opensOn: fromDateColumn(row.opensOn), closesOn },
            today,
          ),
          closesOn,
          body: row.body,
          applications: row._count.applications,
          waits: row.splits.length > 0,
        };
      }),
    mayOpen: managesDonut(actor).ok,
    mayReadDonors: readsDonors(actor).ok,
  };
}

/** All versions of the rules, the newest first. */
export async function rulesVersions(database: Database): Promise<(RulesView & { writtenAt: Date; years: number[] })[]> {
  const rows = await database.donutRules.findMany({
    orderBy: { version: 'desc' },
    include: { calls: { select: { year: true }, orderBy: { year: 'desc' } } },
  });
  return rows.map((row) => ({
    ...rulesOf(row),
    id: row.id,
    reason: row.reason,
    writtenAt: row.writtenAt,
    years: row.calls.map(({ year }) => year),
  }));
}

/** Lines of the bestedingsplan that the actor can open a call with: money, of this year or later, without a call. */
export async function callChoices(
  database: Database,
  actor: Actor,
  today: CalendarDate,
): Promise<{ id: string; name: string; year: number; available: Cents }[]> {
  const rows = await database.fund.findMany({
    where: { year: { gte: Number(today.slice(0, 4)) }, moneySource: { form: 'money' }, donutCalls: { none: {} } },
    // donations first: that is what the fund usually lives on
    orderBy: [{ moneySource: { kind: 'asc' } }, { year: 'asc' }, { name: 'asc' }],
    select: {
      id: true,
      name: true,
      year: true,
      bodyId: true,
      moneySource: { select: { kind: true } },
      available: { select: { balanceCents: true } },
    },
  });
  const called = new Set((await database.donutCall.findMany({ select: { year: true } })).map(({ year }) => year));
  return rows
    .filter(({ bodyId, year }) => !called.has(year) && mayManage(actor, bodyId).ok)
    .sort((one, other) => Number(other.moneySource.kind === 'donation') - Number(one.moneySource.kind === 'donation'))
    .map(({ id, name, year, available }) => ({ id, name, year, available: cents(available.balanceCents) }));
}
