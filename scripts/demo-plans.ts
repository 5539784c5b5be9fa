import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { saveDraftStep } from '#app/modules/initiatives/commands/save-draft-step.server.ts';
import { startDraft } from '#app/modules/initiatives/commands/start-draft.server.ts';
import { submitInitiative } from '#app/modules/initiatives/commands/submit-initiative.server.ts';
import type { TypedValues } from '#app/modules/initiatives/draft.ts';
import { typedSteps } from '#app/modules/initiatives/steps.ts';
import { acceptInitiative } from '#app/modules/loket/commands/accept-initiative.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { DemoPlan } from '#prisma/demo/plans.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

/** A plan as somebody types it, step by step; what the team or the year does not change stands in `DemoPlan`. */
export type WrittenPlan = Omit<DemoPlan, 'key' | 'stage'> & { startsOn: string };

/** Begins and fills the draft of a plan. @returns the draft and the revision to submit it with */
export async function writeDraft(
  world: DemoWorld,
  plan: WrittenPlan,
  { daysAgo, steps = typedSteps }: { daysAgo: number; steps?: readonly (typeof typedSteps)[number][] },
): Promise<{ draftId: string; revision: number }> {
  const context = await world.as(plan.by, daysAgo);
  const draftId = expectAccepted(await startDraft({ formKey: newId() }, context));
  const values = typedValues(plan, context.actor);
  let revision = 1;
  for (const step of steps)
    ({ revision } = expectAccepted(await saveDraftStep({ draftId, step, values: values[step], revision }, context)));
  return { draftId, revision };
}

/** Writes a plan and submits it to a body. */
export async function submitPlan(
  world: DemoWorld,
  plan: WrittenPlan,
  { bodyId, daysAgo }: { bodyId: string; daysAgo: number },
): Promise<{ initiativeId: string; slug: string }> {
  const { draftId, revision } = await writeDraft(world, plan, { daysAgo });
  const order = {
    draftId,
    revision,
    formKey: newId(),
    bodyId,
    position: 'none' as const,
    disclosure: '',
    note: null,
  };
  const { slug } = expectAccepted(await submitInitiative(order, await world.as(plan.by, daysAgo)));
  return { initiativeId: draftId, slug };
}

/** The loket accepts a plan: every rule is met. */
export async function acceptPlan(world: DemoWorld, initiativeId: string, daysAgo: number): Promise<void> {
  const rules = await world.database.eligibilityRule.findMany({ select: { slug: true } });
  const order = {
    initiativeId,
    lastStep: await lastStepOf(world, initiativeId),
    formKey: newId(),
    judgements: rules.map(({ slug }) => ({ ruleSlug: slug, met: true, note: '' })),
    reason: 'Je plan past bij de regels. Het opgaveteam neemt het mee in een ronde.',
  };
  expectAccepted(await acceptInitiative(order, await world.as('loket', daysAgo)));
}

/** The newest step on the timeline, which whoever takes the next one has read. */
export async function lastStepOf({ database }: DemoWorld, initiativeId: string): Promise<string | null> {
  const newest = await database.initiativeEvent.findFirst({ where: { initiativeId }, orderBy: { sequence: 'desc' } });
  return newest?.id ?? null;
}

function typedValues(plan: WrittenPlan, actor: SignedIn): TypedValues {
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
    planning: { startsOn: calendarDate(plan.startsOn), endsOn: '', milestones: [] },
    'andere-financiering': { any: 'no', funding: [] },
  };
}
