import { newId } from '#app/kernel/ids.ts';
import { planImportView } from '#app/modules/budgets/queries/plan-import.query.server.ts';
import { approvePlanImport } from '#app/modules/budgets/commands/approve-plan-import.server.ts';
import { proposePlanImport } from '#app/modules/budgets/commands/propose-plan-import.server.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { programmeOffice, type Role } from '#app/modules/people/role.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { makeBody, makeMoneySource, makePerson, testNow } from '#tests/factories/index.ts';

/** A programme office with two people, a team and a source. */
export type PlanScene = {
  officeId: string;
  managerId: string;
  holderId: string;
  otherHolderId: string;
  teamId: string;
  team: string;
  sourceId: string;
  source: string;
};

export async function makePlanScene(
  database: Database,
  given: { pledged?: number; bps?: number; from?: string; until?: string } = {},
): Promise<PlanScene> {
  const office = await database.body.findUnique({ where: { slug: programmeOffice } });
  const officeId = office?.id ?? (await makeBody(database, { kind: 'programme', slug: programmeOffice }));
  const teamId = await makeBody(database);
  const sourceId = await makeMoneySource(database, {
    amountCents: given.pledged ?? 1000_00,
    overprogrammingBps: given.bps ?? 0,
    beginsOn: given.from ?? '2026-01-01',
    endsOn: given.until ?? '2028-12-31',
  });
  return {
    officeId,
    managerId: await makePerson(database),
    holderId: await makePerson(database),
    otherHolderId: await makePerson(database),
    teamId,
    team: (await database.body.findUniqueOrThrow({ where: { id: teamId } })).slug,
    sourceId,
    source: (await database.moneySource.findUniqueOrThrow({ where: { id: sourceId } })).slug,
  };
}

/** Somebody with a role, of the programme office unless another body is given. */
export function holding(
  database: Database,
  personId: string,
  role: Role | null,
  body: { id: string; slug: string } = { id: '', slug: programmeOffice },
): Context<Actor> {
  const roles =
    role === null ? [] : [{ role, bodyId: body.id, bodySlug: body.slug, bodyName: 'Team', organisationId: null }];
  const person = { id: personId, email: 'iemand@wijkbeurs.example', name: 'Iemand', locale: 'nl' as const };
  return {
    database,
    now: testNow,
    actor: { person, sessionId: null, roles, organisations: [], secondFactor: true, demo: false },
  };
}

export async function propose(
  database: Database,
  scene: PlanScene,
  content: string,
  formKey = newId(),
  isExample = false,
) {
  const context = holding(database, scene.managerId, 'programme_manager');
  return proposePlanImport({ content, fileName: 'plan.csv', isExample, formKey }, context);
}

/** Proposes a plan that has no mistakes. @returns id of the import */
export async function proposed(
  database: Database,
  scene: PlanScene,
  content: string,
  isExample = false,
): Promise<string> {
  const outcome = await propose(database, scene, content, newId(), isExample);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

/** Approves what the page shows now, as the budget holder of the office. */
export async function approve(database: Database, scene: PlanScene, importId: string, seen?: string) {
  const context = holding(database, scene.holderId, 'budget_holder');
  const view = await planImportView(database, context.actor, importId);
  return approvePlanImport({ importId, seen: seen ?? view?.seen ?? '' }, context);
}
