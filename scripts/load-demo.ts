import { addDays, calendarDate, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { saveDraftStep } from '#app/modules/initiatives/commands/save-draft-step.server.ts';
import { startDraft } from '#app/modules/initiatives/commands/start-draft.server.ts';
import { submitInitiative } from '#app/modules/initiatives/commands/submit-initiative.server.ts';
import type { TypedValues } from '#app/modules/initiatives/draft.ts';
import { typedSteps } from '#app/modules/initiatives/steps.ts';
import { acceptInitiative } from '#app/modules/loket/commands/accept-initiative.server.ts';
import { askQuestion } from '#app/modules/loket/commands/ask-question.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { createPerson } from '#app/modules/people/commands/create-person.server.ts';
import { giveRole } from '#app/modules/people/commands/give-role.server.ts';
import { joinOrganisation } from '#app/modules/people/commands/join-organisation.server.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { demoPeople } from '#prisma/demo/people.ts';
import { demoPlans, type DemoPlan } from '#prisma/demo/plans.ts';
import { demoBody, expectAccepted, type DemoWorld, type SubmittedPlan } from './demo-world.ts';
import { loadDemoAlliances } from './load-demo-alliances.ts';
import { loadDemoBudgets } from './load-demo-budgets.ts';
import { loadDemoChanges } from './load-demo-changes.ts';
import { loadDemoDonutfonds } from './load-demo-donutfonds.ts';
import { loadDemoDecisions } from './load-demo-decisions.ts';
import { loadDemoRounds } from './load-demo-rounds.ts';

/**
 * Fills an empty demo with invented people and their plans. Everything goes through the same commands as on the pages, at
 * moments in the past, so that each role finds work waiting and the register shows a decision.
 */
export async function loadDemo(database: Database, now: Instant = new Date()): Promise<void> {
  const world = await invent(database, now);
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
  await loadDemoDonutfonds(world);
}

async function invent(database: Database, now: Instant): Promise<DemoWorld> {
  const bodies = new Map((await database.body.findMany()).map(({ slug, id }) => [slug, id]));
  const organisations = new Map((await database.organisation.findMany()).map(({ slug, id }) => [slug, id]));
  const people = new Map<string, string>();
  const bodyId = known(bodies, demoBody);
  const beginsOn = addDays(dayInAmsterdam(now), -365);
  const fundId = await database.$transaction(
    async (tx) => {
      for (const { account, name, organisation, roles = [] } of demoPeople) {
        const { personId } = await createPerson(tx, { email: `${account}@wijkbeurs.example`, name, locale: 'nl', now });
        people.set(account, personId);
        if (organisation !== undefined) {
          const organisationId = known(organisations, organisation);
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
  const context = await world.as(plan.by, submittedDaysAgo[plan.stage]);
  const draftId = expectAccepted(await startDraft({ formKey: newId() }, context));
  const values = typedValues(plan, context.actor);
  let revision = 1;
  for (const step of typedSteps) {
    if (plan.stage === 'draft' && step !== 'wat-en-waarom') continue;
    ({ revision } = expectAccepted(await saveDraftStep({ draftId, step, values: values[step], revision }, context)));
  }
  if (plan.stage === 'draft') return null;
  const order = {
    draftId,
    revision,
    formKey: newId(),
    bodyId: world.bodyId,
    position: 'none' as const,
    disclosure: '',
    note: null,
  };
  const { slug } = expectAccepted(await submitInitiative(order, context));
  return { plan, initiativeId: draftId, slug };
}

function typedValues(plan: DemoPlan, actor: SignedIn): TypedValues {
  const { title, summary, why, what } = plan;
  const organisation = actor.organisations.find(({ slug }) => slug === plan.organisation);
  const empty = { people: '', space: '', knowledge: '', material: '' };
  return {
    'wat-en-waarom': {
      title,
      summary,
      why,
      what,
      result: 'Na een jaar kijken we met de buurt wat het heeft gebracht.',
    },
    waar: { scope: 'areas', areas: plan.areas, place: '' },
    thema: { themes: plan.themes },
    wie: { as: organisation?.id ?? 'myself', group: '', partners: [], otherPartners: '', ownership: plan.ownership },
    nodig: { budget: plan.budget, ...empty, ...plan.needs },
    aanbod: { ...empty, ...plan.offers },
    planning: { startsOn: calendarDate('2027-03-01'), endsOn: '', milestones: [] },
    'andere-financiering': { any: 'no', funding: [] },
  };
}

/** The loket accepts most plans, asks one a question and leaves two waiting. */
async function passLoket(world: DemoWorld, { plan, initiativeId }: SubmittedPlan): Promise<void> {
  if (plan.stage === 'submitted' || plan.stage === 'late') return;
  const context = await world.as('loket', submittedDaysAgo[plan.stage] - 4);
  const newest = await world.database.initiativeEvent.findFirst({
    where: { initiativeId },
    orderBy: { sequence: 'desc' },
  });
  const order = { initiativeId, lastStep: newest?.id ?? null, formKey: newId() };
  if (plan.stage === 'question') {
    expectAccepted(
      await askQuestion({ ...order, reason: 'Hoe vind je wandelaars die nog geen Nederlands lezen?' }, context),
    );
    return;
  }
  const rules = await world.database.eligibilityRule.findMany({ select: { slug: true } });
  const judgements = rules.map(({ slug }) => ({ ruleSlug: slug, met: true, note: '' }));
  const reason = 'Je plan past bij de regels. Het opgaveteam neemt het mee in een ronde.';
  expectAccepted(await acceptInitiative({ ...order, judgements, reason }, context));
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demo names '${key}', which is not there`);
  return id;
}
