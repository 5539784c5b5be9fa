import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { askQuestion } from '#app/modules/loket/commands/ask-question.server.ts';
import { createPerson } from '#app/modules/people/commands/create-person.server.ts';
import { giveRole } from '#app/modules/people/commands/give-role.server.ts';
import { joinOrganisation } from '#app/modules/people/commands/join-organisation.server.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { demoOrganisations } from '#prisma/demo/organisations.ts';
import { demoPeople } from '#prisma/demo/people.ts';
import { demoPlans, type DemoPlan } from '#prisma/demo/plans.ts';
import { acceptPlan, lastStepOf, submitPlan, writeDraft } from './demo-plans.ts';
import { demoBody, expectAccepted, type DemoWorld, type SubmittedPlan } from './demo-world.ts';
import { loadDemoActions } from './load-demo-actions.ts';
import { loadDemoAlliances } from './load-demo-alliances.ts';
import { loadDemoAllowances } from './load-demo-allowances.ts';
import { loadDemoAssignments } from './load-demo-assignments.ts';
import { loadDemoBank } from './load-demo-bank.ts';
import { loadDemoBudgets } from './load-demo-budgets.ts';
import { loadDemoChanges } from './load-demo-changes.ts';
import { loadDemoGatherings } from './load-demo-gatherings.ts';
import { loadDemoMeetings } from './load-demo-meetings.ts';
import { loadDemoGifts } from './load-demo-gifts.ts';
import { loadDemoDonutfonds } from './load-demo-donutfonds.ts';
import { loadDemoDecisions } from './load-demo-decisions.ts';
import { loadDemoIntegrity } from './load-demo-integrity.ts';
import { loadDemoGrants } from './load-demo-grants.ts';
import { loadDemoPayouts } from './load-demo-payouts.ts';
import { loadDemoPortfolios } from './load-demo-portfolios.ts';
import { loadDemoReports } from './load-demo-reports.ts';
import { loadDemoRounds } from './load-demo-rounds.ts';
import { loadDemoSubscriptions } from './load-demo-subscriptions.ts';
import { loadPastVote } from './load-past-votes.ts';
import { loadDemoStatements } from './load-demo-statements.ts';
import { loadDemoVote } from './load-demo-vote.ts';

/**
 * Fills an empty demo with invented people and their plans. Everything goes through the same commands as on the pages, at
 * moments in the past, so that each role finds work waiting and the register shows a decision.
 * @param options.secret SESSION_SECRET, from which personal links follow
 */
export async function loadDemo(
  database: Database,
  { bankKeys, secret, now = new Date() }: { bankKeys: SealingKeys; secret: string; now?: Instant },
): Promise<void> {
  const world = { ...(await invent(database, now)), bankKeys };
  const submitted: SubmittedPlan[] = [];
  for (const plan of demoPlans) {
    const made = await writePlan(world, plan);
    if (made !== null) submitted.push(made);
  }
  for (const made of submitted) await passLoket(world, made);
  await loadDemoRounds(world, submitted);
  await loadDemoDecisions(world, submitted);
  await loadDemoChanges(world);
  await loadDemoAlliances(world);
  await loadDemoGrants(world);
  await loadDemoAssignments(world);
  await loadDemoDonutfonds(world);
  await loadDemoGifts(world);
  await loadDemoAllowances(world);
  await loadDemoBank(world);
  await loadDemoPayouts(world);
  await loadDemoStatements(world);
  await loadDemoPortfolios(world);
  await loadDemoReports(world);
  await loadDemoGatherings(world, secret);
  await loadDemoActions(world);
  await loadDemoIntegrity(world, secret);
  await loadDemoMeetings(world);
  await loadDemoSubscriptions(world, secret);
  await loadPastVote(database, now);
  await loadDemoVote(world, secret);
}

async function invent(database: Database, now: Instant): Promise<Omit<DemoWorld, 'bankKeys'>> {
  const bodies = new Map((await database.body.findMany()).map(({ slug, id }) => [slug, id]));
  await database.organisation.createMany({
    data: demoOrganisations.map(({ member: _member, ...organisation }) => ({ ...organisation, id: newId() })),
  });
  const organisations = new Map((await database.organisation.findMany()).map(({ slug, id }) => [slug, id]));
  const people = new Map<string, string>();
  const bodyId = known(bodies, demoBody);
  const beginsOn = addDays(dayInAmsterdam(now), -4 * 366);
  const fundId = await database.$transaction(
    async (tx) => {
      for (const { account, name, organisation, roles = [] } of demoPeople) {
        const { personId } = await createPerson(tx, { email: `${account}@wijkbeurs.example`, name, locale: 'nl', now });
        people.set(account, personId);
        const belongsTo = organisation ?? demoOrganisations.find(({ member }) => member === account)?.slug;
        if (belongsTo !== undefined) {
          const organisationId = known(organisations, belongsTo);
          await joinOrganisation(tx, { personId, organisationId, beginsOn, confirmedById: null });
        }
        for (const { body, role, organisation: sitsFor, household = null } of roles) {
          const organisationId = sitsFor === undefined ? null : known(organisations, sitsFor);
          await giveRole(tx, {
            personId,
            bodyId: known(bodies, body),
            role,
            organisationId,
            household,
            beginsOn,
            endsOn: null,
            grantedById: null,
            now,
          });
        }
      }
      return loadDemoBudgets(tx, {
        now,
        proposerId: known(people, 'programmabureau'),
        approverId: known(people, 'budgethouder-programma'),
      });
    },
    { timeout: 30_000 },
  );
  return {
    database,
    now,
    bodyId,
    fundId,
    personId: (account) => known(people, account),
    as: async (account, daysAgo) => {
      const then = addMinutes(now, -daysAgo * 24 * 60);
      return { database, now: then, actor: await actorOfPerson(database, known(people, account), { now, demo: true }) };
    },
  };
}

const submittedDaysAgo: Record<DemoPlan['stage'], number> = {
  draft: 1,
  submitted: 3,
  late: 20,
  question: 9,
  accepted: 12,
  'in-round': 25,
  scored: 70,
  prepared: 70,
  granted: 72,
};

async function writePlan(world: DemoWorld, plan: DemoPlan): Promise<SubmittedPlan | null> {
  const daysAgo = submittedDaysAgo[plan.stage];
  const written = { ...plan, startsOn: addDays(dayInAmsterdam(world.now), 100) };
  if (plan.stage === 'draft') {
    await writeDraft(world, written, { daysAgo, steps: ['wat-en-waarom'] });
    return null;
  }
  return { plan, ...(await submitPlan(world, written, { bodyId: world.bodyId, daysAgo })) };
}

/** The loket accepts most plans, asks one a question and leaves two waiting. */
async function passLoket(world: DemoWorld, { plan, initiativeId }: SubmittedPlan): Promise<void> {
  if (plan.stage === 'submitted' || plan.stage === 'late') return;
  const daysAgo = submittedDaysAgo[plan.stage] - 4;
  if (plan.stage !== 'question') return acceptPlan(world, initiativeId, daysAgo);
  const question = {
    initiativeId,
    lastStep: await lastStepOf(world, initiativeId),
    formKey: newId(),
    reason: 'Hoe vind je wandelaars die nog geen Nederlands lezen?',
  };
  expectAccepted(await askQuestion(question, await world.as('loket', daysAgo)));
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demo names '${key}', which is not there`);
  return id;
}
