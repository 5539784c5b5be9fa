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

/** Steps that somebody has been through: saved, or with a file. The last one is never done: it submits. */
export function stepsDone(seen: readonly TypedStep[], hasFiles: boolean): DraftStep[] {
  return draftSteps.filter((step) => (isTypedStep(step) ? seen.includes(step) : step === 'bijlagen' && hasFiles));
}

/**
 * Address of a step for who comes from another by a button: at the content, past the head of the site. So the focus is
 * there too, also without JavaScript. (Not for a form that comes back: its mistakes take the focus.)
 */
export function draftPlace(draftId: string, step?: DraftStep): string {
  return `${draftHref(draftId, step)}#inhoud`;
}

/** Address of a step of a draft. */
export function draftHref(draftId: string, step: DraftStep = 'wat-en-waarom'): string {
  return `/initiatieven/concept/${draftId}/${step}`;
}
