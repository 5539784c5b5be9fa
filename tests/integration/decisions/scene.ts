import { calendarDate, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { prepareDecision } from '#app/modules/decisions/commands/prepare-decision.server.ts';
import type { Proposal } from '#app/modules/decisions/proposal.ts';
import { previewOf } from '#app/modules/decisions/preview.server.ts';
import { dossierOf } from '#app/modules/decisions/queries/dossier.server.ts';
import { lawfulnessOf } from '#app/modules/decisions/queries/lawfulness.server.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Role } from '#app/modules/people/role.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import {
  makeBody,
  makeCriteria,
  makeFund,
  makeInitiative,
  makeMembership,
  makeOrganisation,
  makePerson,
  testNow,
  type MadeCriteria,
} from '#tests/factories/index.ts';

/** A body with the people that a decision needs. Each has exactly one role. */
export type Scene = {
  bodyId: string;
  bodySlug: string;
  criteria: MadeCriteria;
  fundId: string;
  organisationId: string;
  people: Record<'chair' | 'member' | 'budgetHolder' | 'otherBudgetHolder' | 'manager', string>;
};

const roleOf: Record<keyof Scene['people'], Role> = {
  chair: 'chair',
  member: 'member',
  budgetHolder: 'budget_holder',
  otherBudgetHolder: 'budget_holder',
  manager: 'programme_manager',
};

export async function makeScene(database: Database, given: { fundCents?: number } = {}): Promise<Scene> {
  const bodyId = await makeBody(database);
  const { slug } = await database.body.findUniqueOrThrow({ where: { id: bodyId } });
  const organisationId = await makeOrganisation(database);
  const people = {} as Scene['people'];
  for (const [who, role] of Object.entries(roleOf) as [keyof Scene['people'], Role][]) {
    people[who] = await makePerson(database);
    await makeMembership(database, {
      personId: people[who],
      bodyId,
      role,
      ...(who === 'member' ? { organisationId } : {}),
    });
  }
  return {
    bodyId,
    bodySlug: slug,
    criteria: await makeCriteria(database, { bodyId }),
    fundId: await makeFund(database, { bodyId, amountCents: given.fundCents ?? 10_000_00 }),
    organisationId,
    people,
  };
}

/** The context of a request by one of the scene's people, or by somebody with another role or none. */
export function as(
  database: Database,
  scene: Scene,
  who: keyof Scene['people'],
  given: { role?: Role | null; now?: Date } = {},
): Context<Actor> {
  const role = given.role === undefined ? roleOf[who] : given.role;
  return {
    database,
    now: given.now ?? testNow,
    actor: {
      person: { id: scene.people[who], email: 'somebody@wijkbeurs.example', name: 'Iemand', locale: 'nl' },
      sessionId: null,
      roles:
        role === null
          ? []
          : [{ role, bodyId: scene.bodyId, bodySlug: scene.bodySlug, bodyName: 'Team', organisationId: null }],
      organisations: [],
      secondFactor: true,
      demo: false,
    },
  };
}

export async function initiativeOf(
  database: Database,
  scene: Scene,
  given: { stage?: Stage; requestedCents?: number } = {},
): Promise<string> {
  return makeInitiative(database, {
    bodyId: scene.bodyId,
    stage: given.stage ?? 'deciding',
    requestedCents: given.requestedCents ?? 1000_00,
  });
}

export function proposalOf(scene: Scene, changes: Partial<Proposal> = {}): Proposal {
  const tookPart = (personId: string) => ({ personId, part: 'took-part' as const, vote: null, interest: null });
  return {
    outcome: 'grant',
    amount: cents(1000_00),
    amountNote: '',
    instrument: 'subsidy',
    serviceKindId: null,
    costAnswers: [],
    fundId: scene.fundId,
    conditions: 'Vertel na een jaar hoe het gaat.',
    referToBodyId: null,
    method: 'consent',
    takenOn: calendarDate('2026-11-20'),
    motivation: 'Dit plan helpt de buurt vooruit.',
    interestStatement: 'Niemand met een belang deed mee.',
    criteria: scene.criteria.criterionIds.map((criterionId) => ({ criterionId, motivation: 'Dat is zo.' })),
    attendance: [tookPart(scene.people.chair), tookPart(scene.people.member)],
    objections: [],
    replacesId: null,
    assignment: null,
    ...changes,
  };
}

/** A kind of work of the list that the programme begins with. */
export async function kindOf(database: Database, slug = 'communicatie'): Promise<string> {
  return (await database.serviceKind.findUniqueOrThrow({ where: { slug } })).id;
}

/** A proposal by the chair, ready to be confirmed. @returns id of the decision */
export async function prepared(
  database: Database,
  scene: Scene,
  initiativeId: string,
  changes: Partial<Proposal> = {},
): Promise<string> {
  const outcome = await prepareDecision(
    { formKey: newId(), initiativeId, version: 1, proposal: proposalOf(scene, changes) },
    as(database, scene, 'chair'),
  );
  if (!outcome.ok) throw new Error(`not prepared: ${outcome.reason} ${JSON.stringify(outcome.detail)}`);
  return outcome.value;
}

/** What the page of a prepared decision sends along. */
export async function confirmation(database: Database, decisionId: string, at: Date = testNow) {
  const { revision } = await database.decision.findUniqueOrThrow({ where: { id: decisionId } });
  const { receipt } = previewOf(
    await dossierOf(database, decisionId),
    await lawfulnessOf(database, decisionId, dayInAmsterdam(at)),
  );
  return { decisionId, revision, seen: receipt, formKey: newId() };
}

/** Confirms as the budget holder. */
export async function confirmed(database: Database, scene: Scene, decisionId: string): Promise<string> {
  const outcome = await confirmDecision(await confirmation(database, decisionId), as(database, scene, 'budgetHolder'));
  if (!outcome.ok) throw new Error(`not confirmed: ${outcome.reason}`);
  return outcome.value;
}

/** Everything that a confirmation writes; to see that nothing of it stays. */
export async function traces(database: Database) {
  const jobs = await database.$queryRaw<
    { count: bigint }[]
  >`select count(*) from graphile_worker.jobs where key is distinct from 'publish-log'`;
  return {
    jobs: Number(jobs[0]?.count),
    counters: await database.decisionCounter.findMany({ orderBy: { year: 'asc' } }),
    decisions: await database.decision.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, state: true, number: true, revision: true },
    }),
    entries: await database.ledgerEntry.count(),
    postings: await database.posting.count(),
    balances: await database.ledgerAccount.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, balanceCents: true },
    }),
    initiatives: await database.initiative.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, stage: true, revision: true },
    }),
    events: await database.initiativeEvent.count(),
    keys: await database.formKey.count(),
  };
}
