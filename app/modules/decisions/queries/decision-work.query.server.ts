import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { programmeOffice } from '#app/modules/people/role.ts';
import type { Database } from '#app/platform/database.server.ts';
import { awaitingStages, type DecisionOutcome } from '../outcome.ts';
import { typedProposal } from '../form.ts';
import type { AssignmentDraftLine, AwaitingLine, DecisionWork, PreparedLine } from '../decision-work.ts';
import { confirmingRoles, mayConfirm, mayPrepare, mayReadWorkOf } from '../policy.ts';

const mostLines = 200;
const shownDiscarded = 5;

/** What the bodies of the actor have to decide, what waits for a confirmation, and what was laid aside of late. */
export async function decisionWork(database: Database, actor: Actor, now: Instant): Promise<DecisionWork> {
  const bodyIds = await readableBodies(database, actor);
  const personId = actor.person?.id ?? null;
  if (personId === null || bodyIds.length === 0)
    return { awaiting: [], prepared: [], discarded: [], assignmentDrafts: [], givesAssignments: false };
  const today = dayInAmsterdam(now);
  const [initiatives, prepared, discarded] = await Promise.all([
    database.initiative.findMany({
      where: {
        bodyId: { in: bodyIds },
        stage: { in: [...awaitingStages] },
        decisions: { none: { state: 'prepared' } },
      },
      orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { title: 'asc' }],
      take: mostLines,
      select: {
        id: true,
        slug: true,
        title: true,
        stage: true,
        requestedCents: true,
        dueOn: true,
        bodyId: true,
        body: { select: { name: true } },
        decisionDrafts: { where: { personId }, select: { personId: true } },
      },
    }),
    database.decision.findMany({
      where: { bodyId: { in: bodyIds }, state: 'prepared', origin: 'product' },
      orderBy: { preparedAt: 'asc' },
      take: mostLines,
      select: {
        id: true,
        title: true,
        outcome: true,
        amountCents: true,
        preparedAt: true,
        bodyId: true,
        proposerId: true,
        initiativeId: true,
        recipient: { select: { name: true } },
        body: { select: { name: true } },
        proposer: { select: { name: true } },
      },
    }),
    database.decision.findMany({
      where: { bodyId: { in: bodyIds }, state: 'discarded' },
      orderBy: { discardedAt: 'desc' },
      take: shownDiscarded,
      select: {
        id: true,
        title: true,
        discardedAt: true,
        discardReason: true,
        body: { select: { name: true } },
        discardedBy: { select: { name: true } },
      },
    }),
  ]);
  const interested = await interestedIn(
    database,
    personId,
    initiatives.map(({ id }) => id),
  );
  const places = new Map<string, number>(awaitingStages.map((stage, place) => [stage, place]));
  return {
    awaiting: initiatives
      .map((row): AwaitingLine => ({
        initiativeId: row.id,
        slug: row.slug ?? '',
        title: row.title,
        stage: row.stage as Stage,
        bodyName: row.body?.name ?? '',
        requested: cents(row.requestedCents),
        dueOn: row.dueOn === null ? null : fromDateColumn(row.dueOn),
        isLate: row.dueOn !== null && fromDateColumn(row.dueOn) < today,
        mine: !mayPrepare(actor, row.bodyId ?? '').ok
          ? 'read'
          : interested.has(row.id)
            ? 'interest'
            : row.decisionDrafts.length > 0
              ? 'continue'
              : 'prepare',
      }))
      .sort((one, other) => (places.get(one.stage) ?? 0) - (places.get(other.stage) ?? 0)),
    prepared: prepared.map((row): PreparedLine => {
      const decision = { ...row, outcome: row.outcome as DecisionOutcome, hasMoney: row.amountCents !== null };
      return {
        decisionId: row.id,
        title: row.title,
        outcome: decision.outcome,
        amount: row.amountCents === null ? null : cents(row.amountCents),
        assignedTo: row.initiativeId === null ? (row.recipient?.name ?? null) : null,
        bodyName: row.body.name,
        preparedAt: row.preparedAt ?? now,
        proposerName: row.proposer?.name ?? '',
        isOwn: row.proposerId === personId,
        mayConfirm: mayConfirm(actor, decision).ok,
        waitsFor: confirmingRoles(decision).length === 1 ? 'budget-holder' : 'chair-or-budget-holder',
      };
    }),
    discarded: discarded.map((row) => ({
      decisionId: row.id,
      title: row.title,
      bodyName: row.body.name,
      discardedAt: row.discardedAt ?? now,
      byName: row.discardedBy?.name ?? '',
      reason: row.discardReason ?? '',
    })),
    assignmentDrafts: await assignmentDrafts(database, actor, personId),
    givesAssignments: bodyIds.some((bodyId) => mayPrepare(actor, bodyId).ok),
  };
}

/** What was begun and not laid before anybody, for a body that the actor still prepares for; changes of what was laid are found there. */
async function assignmentDrafts(database: Database, actor: Actor, personId: string): Promise<AssignmentDraftLine[]> {
  const drafts = await database.assignmentDraft.findMany({
    where: { personId },
    orderBy: { savedAt: 'desc' },
    take: mostLines,
    select: { id: true, bodyId: true, fields: true, savedAt: true, organisation: { select: { name: true } } },
  });
  const laid = await database.decision.findMany({
    where: { id: { in: drafts.map(({ id }) => id) } },
    select: { id: true },
  });
  return drafts
    .filter(({ id, bodyId }) => !laid.some((one) => one.id === id) && mayPrepare(actor, bodyId).ok)
    .map(({ id, fields, savedAt, organisation }) => ({
      draftId: id,
      title: typedProposal.parse(fields).title.trim(),
      organisation: organisation.name,
      savedAt,
    }));
}

async function readableBodies(database: Database, actor: Actor): Promise<string[]> {
  const reachesAll = actor.roles.some(({ role, bodySlug }) => role === 'controlegroep' || bodySlug === programmeOffice);
  const own = actor.roles.map(({ bodyId }) => bodyId);
  const bodies = reachesAll ? (await database.body.findMany({ select: { id: true } })).map(({ id }) => id) : own;
  return [...new Set(bodies)].filter((bodyId) => mayReadWorkOf(actor, bodyId).ok);
}

async function interestedIn(
  database: Database,
  personId: string,
  initiativeIds: readonly string[],
): Promise<Set<string>> {
  if (initiativeIds.length === 0) return new Set();
  const rows = await database.$queryRaw<{ id: string }[]>`
    select id::text from unnest(${[...initiativeIds]}::uuid[]) as id where interest_of(${personId}::uuid, id) is not null`;
  return new Set(rows.map(({ id }) => id));
}
