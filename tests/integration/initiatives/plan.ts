import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { emptyDraft, type InitiativeDraft } from '#app/modules/initiatives/draft.ts';
import { startDraft } from '#app/modules/initiatives/commands/start-draft.server.ts';
import { saveDraftStep } from '#app/modules/initiatives/commands/save-draft-step.server.ts';
import { submitInitiative, type SubmitInitiative } from '#app/modules/initiatives/commands/submit-initiative.server.ts';
import { typedSteps, type TypedStep } from '#app/modules/initiatives/steps.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';

export type PlanContext = Context<SignedIn>;

/** Somebody who is signed in, with the organisations they act for. */
export async function signedIn(database: Database, organisationIds: string[] = []): Promise<PlanContext> {
  const id = await makePerson(database);
  const organisations = organisationIds.map((organisationId) => ({
    id: organisationId,
    slug: organisationId,
    name: 'Organisatie',
  }));
  const actor: SignedIn = {
    person: { id, email: `${id}@wijkbeurs.example`, name: 'Persoon', locale: 'nl' },
    sessionId: null,
    roles: [],
    organisations,
    secondFactor: true,
    demo: true,
  };
  return { actor, now: testNow, database };
}

/** Areas, themes and bodies that plans in these tests are about. */
export async function makeDistrict(
  database: Database,
): Promise<{ teamId: string; alliantieId: string; workingGroupId: string }> {
  await database.area.createMany({
    data: [
      { code: 'FE', name: 'Slotermeer-Zuidoost', level: 'wijk' },
      { code: 'FE01', name: 'Dichtersbuurt', level: 'buurt', parentCode: 'FE' },
      { code: 'FC', name: 'Slotermeer-West', level: 'wijk' },
      { code: 'FC02', name: 'Lodewijk van Deysselbuurt', level: 'buurt', parentCode: 'FC' },
    ],
  });
  await database.theme.createMany({
    data: ['leefomgeving', 'democratie', 'cultuur', 'wonen'].map((slug, position) => ({
      slug,
      position,
      name: slug,
      nameEn: slug,
      description: slug,
      descriptionEn: slug,
    })),
  });
  const body = async (kind: string, slug: string) => {
    const id = randomUUID();
    await database.body.create({
      data: { id, slug, kind, name: slug, shortName: slug, remit: 'Besluit.', remitEn: 'Decides.' },
    });
    return id;
  };
  const teamId = await body('opgaveteam', 'wonen-en-leefomgeving');
  const alliantieId = await body('wijkalliantie', 'wijkalliantie-dichtersbuurt');
  const workingGroupId = await body('werkgroep', 'werkgroep');
  await database.bodyTheme.create({ data: { bodyId: teamId, themeSlug: 'leefomgeving' } });
  await database.bodyArea.create({ data: { bodyId: alliantieId, areaCode: 'FE01' } });
  return { teamId, alliantieId, workingGroupId };
}

/** A draft in which nothing is missing. */
export function completePlan(title = 'Groene gevels in de Dichtersbuurt'): InitiativeDraft {
  const empty = emptyDraft();
  return {
    ...empty,
    steps: {
      ...empty.steps,
      'wat-en-waarom': {
        title,
        summary: 'Met de buren maken we onze gevels groen. Zo blijft het koel in de zomer.',
        why: 'Het is heet in onze straat.',
        what: 'We graven geveltuinen en planten klimop.',
        result: '',
      },
      waar: { scope: 'areas', areas: ['FE01'], place: 'Burgemeester van Leeuwenlaan' },
      thema: { themes: ['leefomgeving'] },
      wie: {
        as: 'myself',
        group: '',
        partners: [],
        otherPartners: '',
        ownership: 'Buren kiezen de planten en zorgen ervoor.',
      },
      nodig: {
        budget: [
          { description: 'Planten', amount: '1.250,50' },
          { description: 'Aarde', amount: '300' },
        ],
        people: '',
        space: '',
        knowledge: '',
        material: '',
      },
      planning: { startsOn: '2027-03-01', endsOn: '2027-10-01', milestones: [] },
      'andere-financiering': { any: 'no', funding: [] },
    },
  };
}

/** Starts a draft and types all of it. @returns id and revision */
export async function typedDraft(
  context: PlanContext,
  plan: InitiativeDraft = completePlan(),
): Promise<{ id: string; revision: number }> {
  const started = await startDraft({ formKey: randomUUID() }, context);
  if (!started.ok) throw new Error(started.reason);
  let revision = 1;
  for (const step of typedSteps) revision = await save(context, started.value, step, plan, revision);
  return { id: started.value, revision };
}

async function save(
  context: PlanContext,
  draftId: string,
  step: TypedStep,
  plan: InitiativeDraft,
  revision: number,
): Promise<number> {
  const saved = await saveDraftStep({ draftId, step, values: plan.steps[step], revision }, context);
  if (!saved.ok) throw new Error(saved.reason);
  return saved.value.revision;
}

/** What submits a draft; a test changes what it is about. */
export function submission(
  draft: { id: string; revision: number },
  given: Partial<SubmitInitiative> & { bodyId: string | null },
): SubmitInitiative {
  return {
    draftId: draft.id,
    revision: draft.revision,
    formKey: randomUUID(),
    position: 'none',
    disclosure: '',
    note: null,
    ...given,
  };
}

/** A plan that was typed and submitted. */
export async function submittedPlan(
  context: PlanContext,
  bodyId: string,
  plan?: InitiativeDraft,
): Promise<{ id: string; slug: string; revision: number }> {
  const draft = await typedDraft(context, plan);
  const outcome = await submitInitiative(submission(draft, { bodyId }), context);
  if (!outcome.ok) throw new Error(outcome.reason);
  return { id: draft.id, slug: outcome.value.slug, revision: draft.revision + 1 };
}
