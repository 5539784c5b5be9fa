/** The steps of the form in which somebody writes a plan; each has its own address. */
export const draftSteps = [
  'wat-en-waarom',
  'waar',
  'thema',
  'wie',
  'nodig',
  'aanbod',
  'planning',
  'andere-financiering',
  'bijlagen',
  'controleren-en-indienen',
] as const;

export type DraftStep = (typeof draftSteps)[number];

/** Steps in which fields are typed and saved; files and the last check work in their own way. */
export type TypedStep = Exclude<DraftStep, 'bijlagen' | 'controleren-en-indienen'>;

export const typedSteps: readonly TypedStep[] = draftSteps.filter(isTypedStep);

export function parseDraftStep(text: string | undefined): DraftStep | null {
  return draftSteps.find((step) => step === text) ?? null;
}

export function isTypedStep(step: DraftStep): step is TypedStep {
  return step !== 'bijlagen' && step !== 'controleren-en-indienen';
}

/** The step after this one; the last step is followed by itself. */
export function nextStep(step: DraftStep): DraftStep {
  return draftSteps[draftSteps.indexOf(step) + 1] ?? step;
}

/** The step before this one, or null for the first. */
export function previousStep(step: DraftStep): DraftStep | null {
  return draftSteps[draftSteps.indexOf(step) - 1] ?? null;
}

/** Address of a step of a draft. */
export function draftHref(draftId: string, step: DraftStep = 'wat-en-waarom'): string {
  return `/initiatieven/concept/${draftId}/${step}`;
}
