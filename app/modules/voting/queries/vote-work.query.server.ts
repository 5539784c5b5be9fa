import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { cents, subtractCents } from '#app/kernel/money.ts';
import { isSignedIn, type Actor, type SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { bodiesOfVotes, mayAnnounce, mayRunVotes } from '../policy.ts';
import { projectStages } from '../project.ts';
import { protectedTurnout } from '../tally.ts';
import { leastShown } from '../vote.ts';
import type { VoteChoices, VoteWork, VoteWorkView } from '../views.ts';
import { standingResult } from './standing-result.query.server.ts';
import { factsOf, factsSelect } from './vote-facts.query.server.ts';

/** Votes of the bodies that somebody works for, the latest first, and for which bodies they can prepare one. */
export async function voteWork(database: Database, actor: Actor): Promise<VoteWork> {
  const ids = bodiesOfVotes(actor);
  const [rows, bodies] = await Promise.all([
    database.vote.findMany({
      where: ids === null ? {} : { bodyId: { in: [...ids] } },
      orderBy: [{ closesAt: 'desc' }, { slug: 'asc' }],
      select: factsSelect,
    }),
    database.body.findMany({
      where: {
        kind: { in: ['wijkalliantie', 'opgaveteam'] },
        funds: { some: {} },
        ...(ids === null ? {} : { id: { in: [...ids] } }),
      },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      select: { id: true, slug: true, name: true },
    }),
  ]);
  return {
    votes: rows.map((row) => {
      const { id, slug, state, title, amount, opensAt, closesAt, body } = factsOf(row);
      return { id, slug, state, title, amount, opensAt, closesAt, bodyName: body.name };
    }),
    bodies: bodies.filter(({ id }) => mayRunVotes(actor, id).ok).map(({ slug, name }) => ({ slug, name })),
  };
}

/** What waits for a second person, and who proposed it. */
const waiting = { confirmedAt: true, proposerId: true, proposer: { select: { name: true } } } as const;

type Waiting = { confirmedAt: Date | null; proposerId: string; proposer: { name: string } };

/** @returns null: nothing, or it was confirmed */
function waitingStep<Step extends Waiting>(step: Step | null | undefined, actor: SignedIn) {
  if (step == null || step.confirmedAt !== null) return null;
  const { confirmedAt: _, proposerId, proposer, ...said } = step;
  return { ...said, proposerName: proposer.name, isOwn: proposerId === actor.person.id };
}

/** One vote for who works on it; null: there is none, or it is another body's. */
export async function voteWorkPage(database: Database, actor: Actor, id: string): Promise<VoteWorkView | null> {
  if (!isId(id) || !isSignedIn(actor)) return null;
  const name = { select: { name: true } } as const;
  const row = await database.vote.findUnique({
    where: { id },
    select: {
      ...factsSelect,
      ...{ revision: true, bodyId: true, preparerId: true, preparer: name, announcer: name, canceller: name },
      fund: {
        select: {
          ...{ id: true, name: true, isExample: true },
          available: { select: { balanceCents: true, reservedCents: true } },
        },
      },
      sheets: {
        where: { kind: 'cards' },
        orderBy: { madeAt: 'asc' },
        select: { id: true, areaCode: true, codes: true, madeAt: true, madeBy: name },
      },
      wrongCodes: { orderBy: { hour: 'desc' }, take: 48, select: { hour: true, tries: true } },
      counts: {
        orderBy: { attempt: 'desc' },
        select: {
          ...{ attempt: true, countedAt: true, countedBy: name, isTie: true, result: true },
          annulment: { select: { confirmedAt: true } },
          lot: { select: { ...waiting, lots: true, drawnAt: true, place: true } },
        },
      },
      cancellation: { select: { ...waiting, reason: true } },
    },
  });
  const ids = bodiesOfVotes(actor);
  if (row === null || (ids !== null && !ids.includes(row.bodyId))) return null;
  const [projects, candidates, used, areas] = await Promise.all([
    workProjects(database, id, actor.person.id),
    candidatesFor(database, row),
    database.voteRight.groupBy({ by: ['areaCode'], where: { voteId: id, isUsed: true }, _count: true }),
    database.area.findMany({ where: { voteAreas: { some: { voteId: id } } }, select: { code: true, name: true } }),
  ]);
  const areaName = (code: string) => areas.find((area) => area.code === code)?.name ?? code;
  const voters = used.map(({ areaCode, _count }) => ({ areaCode, voters: _count }));
  const { available } = row.fund;
  return {
    ...factsOf(row),
    ...{ revision: row.revision, bodyId: row.bodyId },
    fund: {
      ...{ id: row.fund.id, name: row.fund.name, reserved: cents(available.reservedCents) },
      free: subtractCents(cents(available.balanceCents), cents(available.reservedCents)),
    },
    preparerName: row.preparer.name,
    announcerName: row.announcer?.name ?? null,
    cancelledBy:
      row.canceller === null
        ? []
        : [...(row.cancellation === null ? [] : [row.cancellation.proposer.name]), row.canceller.name],
    projects,
    candidates,
    sheets: row.sheets.map(({ areaCode, madeBy, ...sheet }) => ({
      ...{ ...sheet, areaName: areaName(areaCode), madeBy: madeBy.name },
    })),
    voted: voters.reduce((sum, one) => sum + one.voters, 0),
    turnout: protectedTurnout(voters, leastShown).map(({ areaCode, voters: count }) => ({
      ...{ areaName: areaName(areaCode), voters: count },
    })),
    wrongCodes: row.wrongCodes,
    cancellation: waitingStep(row.cancellation, actor),
    lot: waitingStep(row.counts[0]?.lot, actor),
    counts: row.counts.map(({ result: _result, annulment, lot: _lot, countedBy, ...one }) => ({
      ...{ ...one, countedBy: countedBy.name },
      isAnnulled: annulment !== null && annulment.confirmedAt !== null,
    })),
    result: await standingResult(database, factsOf(row), row.counts[0] ?? null),
    mayRun: mayRunVotes(actor, row.bodyId).ok,
    mayAnnounce: mayAnnounce(actor, row).ok,
  };
}

async function workProjects(database: Database, voteId: string, personId: string) {
  const rows = await database.$queryRaw<
    {
      number: number;
      slug: string;
      title: string;
      costCents: bigint;
      category: number | null;
      requestedCents: bigint;
      verdict: 'included' | 'excluded' | null;
      reason: string;
      checkedBy: string | null;
      interest: string | null;
    }[]
  >`
    select p.number, coalesce(i.slug, '') as slug, i.title, p.cost_cents as "costCents", p.category, i.requested_cents as "requestedCents", p.verdict, p.reason,
      c.name as "checkedBy", interest_of(${personId}::uuid, i.id) as interest
    from vote_project p join initiative i on i.id = p.initiative_id left join person c on c.id = p.checked_by_id
    where p.vote_id = ${voteId}::uuid order by p.number`;
  return rows.map(({ costCents, requestedCents, ...row }) => ({
    ...{ ...row, cost: cents(costCents), requested: cents(requestedCents) },
  }));
}

/** Initiatives that passed the loket and are not up yet; those of the body and its area first. */
async function candidatesFor(
  database: Database,
  { id, bodyId, state, areas }: { id: string; bodyId: string; state: string; areas: { area: { code: string } }[] },
) {
  if (state !== 'draft') return [];
  const codes = areas.map(({ area }) => area.code);
  const rows = await database.initiative.findMany({
    where: {
      stage: { in: [...projectStages] },
      currentVersion: { gt: 0 },
      requestedCents: { gt: 0 },
      versions: { none: { voteProjects: { some: { voteId: id } } } },
    },
    orderBy: { title: 'asc' },
    take: 300,
    select: {
      ...{ id: true, title: true, requestedCents: true, bodyId: true, wholeDistrict: true },
      areas: { select: { areaCode: true, area: { select: { parentCode: true } } } },
    },
  });
  return rows
    .map(({ requestedCents, ...row }) => ({
      ...{ id: row.id, title: row.title, requested: cents(requestedCents) },
      isHere:
        row.bodyId === bodyId ||
        row.areas.some(({ areaCode, area }) => codes.includes(areaCode) || codes.includes(area.parentCode ?? '')),
    }))
    .sort((one, other) => Number(other.isHere) - Number(one.isHere));
}

/**
 * What can be filled in when a vote of a body is prepared; null: no such body, or no money.
 * @param today budgets of past years are left out
 * @param chosen id of a budget that stays among them
 */
export async function voteChoices(
  database: Database,
  slug: string,
  today: CalendarDate,
  chosen?: string,
): Promise<VoteChoices | null> {
  const body = await database.body.findUnique({
    where: { slug },
    select: {
      ...{ id: true, name: true, kind: true },
      areas: { select: { areaCode: true } },
      funds: {
        where: {
          OR: [{ year: { gte: Number(today.slice(0, 4)) } }, ...(chosen === undefined ? [] : [{ id: chosen }])],
        },
        orderBy: [{ year: 'desc' }, { name: 'asc' }],
        select: { id: true, name: true, available: { select: { balanceCents: true, reservedCents: true } } },
      },
    },
  });
  if (body === null || !['wijkalliantie', 'opgaveteam'].includes(body.kind)) return null;
  const ownAreas = body.areas.map(({ areaCode }) => areaCode);
  const areas = await database.area.findMany({
    where: { OR: [{ level: 'wijk' }, { code: { in: ownAreas } }] },
    orderBy: { name: 'asc' },
  });
  return {
    ...{ id: body.id, slug, name: body.name, ownAreas },
    funds: body.funds.map(({ id, name, available }) => ({
      ...{ id, name, free: subtractCents(cents(available.balanceCents), cents(available.reservedCents)) },
    })),
    areas: areas.map(({ code, name }) => ({ code, name })),
  };
}
