import type { Actor } from '#app/modules/people/actor.ts';
import { programmeOffice } from '#app/modules/people/role.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { ChangeLine, ChangeWork } from '../change-view.ts';
import { mayAnswerChange, mayProposeChange, mayReadBudgetsOf } from '../policy.ts';
import { bodyIdOf, factsOf, factsSelect } from './change-facts.server.ts';
import { hasInterest, interestingGrounds } from './interests.server.ts';
import { officeOf } from './office.server.ts';
import { planLines } from './plan-lines.query.server.ts';

const mostWaiting = 500;
const shownOfMine = 6;

const lineSelect = {
  ...factsSelect,
  id: true,
  state: true,
  number: true,
  proposedAt: true,
  proposerId: true,
  decisionId: true,
  spendingId: true,
  proposer: { select: { name: true } },
} as const;

/** What waits for an approval, what the actor proposed, and how the lines of the actor's bodies stand. */
export async function changeWork(database: Database, actor: Actor): Promise<ChangeWork> {
  const personId = actor.person?.id;
  if (personId === undefined) return { waitsForMe: [], waitsForOthers: [], mine: [], lines: [], mayPropose: false };
  const office = await officeOf(database);
  const bodies = await readableBodies(database, actor);
  const waiting = await database.budgetChange.findMany({
    where: { state: 'proposed' },
    orderBy: { proposedAt: 'asc' },
    take: mostWaiting,
    select: lineSelect,
  });
  const own = await database.budgetChange.findMany({
    where: { proposerId: personId },
    orderBy: { proposedAt: 'desc' },
    take: shownOfMine,
    select: lineSelect,
  });
  const interests = await interestingGrounds(database, personId, waiting);
  const lineOf = (row: (typeof waiting)[number]): ChangeLine => ({
    id: row.id,
    facts: factsOf(row, office),
    state: row.state as ChangeLine['state'],
    number: row.number,
    proposedAt: row.proposedAt,
    proposerName: row.proposer.name,
    mine: mineOf(row),
  });
  const mineOf = (row: (typeof waiting)[number]): ChangeLine['mine'] => {
    if (row.proposerId === personId) return 'own';
    if (!mayAnswerChange(actor, { bodyId: bodyIdOf(row) ?? office.id, proposerId: row.proposerId }).ok) return 'read';
    return hasInterest(interests, row) ? 'interest' : 'answer';
  };
  const lines = waiting.filter((row) => mayReadBudgetsOf(actor, bodyIdOf(row) ?? office.id).ok).map(lineOf);
  const slugs = new Set(bodies.map(({ slug }) => slug));
  return {
    waitsForMe: lines.filter(({ mine }) => mine === 'answer'),
    waitsForOthers: lines.filter(({ mine }) => mine === 'read' || mine === 'interest'),
    mine: own.map(lineOf),
    lines: (await planLines(database))
      .filter(({ body }) => slugs.has(body.slug))
      .map(({ slug, name, year, body, budget, committed, paid, available }) => ({
        slug,
        name,
        year,
        bodyName: body.name,
        budget,
        committed,
        paid,
        available,
      })),
    mayPropose: bodies.some(({ id }) => mayProposeChange(actor, id).ok),
  };
}

/** The bodies whose budgets the actor reads. */
async function readableBodies(database: Database, actor: Actor): Promise<{ id: string; slug: string }[]> {
  const reachesAll = actor.roles.some(({ role, bodySlug }) => role === 'controlegroep' || bodySlug === programmeOffice);
  const bodies = await database.body.findMany({
    ...(reachesAll ? {} : { where: { id: { in: actor.roles.map(({ bodyId }) => bodyId) } } }),
    select: { id: true, slug: true },
  });
  return bodies.filter(({ id }) => mayReadBudgetsOf(actor, id).ok);
}
