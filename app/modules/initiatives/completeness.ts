import type { z } from 'zod';
import type { ContentAttachment, InitiativeContent } from './content.ts';
import type { InitiativeDraft, TypedValues } from './draft.ts';
import { needs } from './forms/needs.ts';
import { offers } from './forms/offers.ts';
import { otherFunding } from './forms/other-funding.ts';
import { planning } from './forms/planning.ts';
import { chosenThemes } from './forms/themes.ts';
import { whatAndWhy } from './forms/what-and-why.ts';
import { where } from './forms/where.ts';
import { who, type WhoKnown } from './forms/who.ts';
import { typedSteps, type TypedStep } from './steps.ts';

/** What exists, against which choices are checked; a forged code is not in it. */
export type KnownChoices = WhoKnown & { areaCodes: ReadonlySet<string>; themeSlugs: ReadonlySet<string> };

/** Mistakes per field, by the name that the field has in its form (`budget[0].amount`). Messages are keys of texts. */
export type FieldMistakes = Record<string, string[]>;

export type DraftMistakes = Partial<Record<TypedStep | 'bijlagen', FieldMistakes>>;

function schemas(known: KnownChoices) {
  return {
    'wat-en-waarom': whatAndWhy,
    waar: where(known.areaCodes),
    thema: chosenThemes(known.themeSlugs),
    wie: who(known),
    nodig: needs,
    aanbod: offers,
    planning,
    'andere-financiering': otherFunding,
  } satisfies Record<TypedStep, z.ZodType>;
}

/** Every mistake in one step, also that something is still empty. */
export function mistakesInStep<Step extends TypedStep>(
  step: Step,
  values: TypedValues[Step],
  known: KnownChoices,
): FieldMistakes {
  const result = schemas(known)[step].safeParse(values);
  return result.success ? {} : fieldMistakes(result.error);
}

/** Fields that an answer asks for: whoever chose 'certain areas' or 'yes' has begun on them. */
const askedBy: Partial<Record<TypedStep, { field: string; answer: string; value: string }>> = {
  waar: { field: 'areas', answer: 'scope', value: 'areas' },
  'andere-financiering': { field: 'funding', answer: 'any', value: 'yes' },
};

/** A field of a line (`budget[0].amount`). Lines without anything in them are not read: this one was begun. */
const inLine = /\[\d+\]\./;

/** Only the mistakes in what was begun: nobody is told off for a field they did not reach yet. */
export function mistakesInTyped<Step extends TypedStep>(
  step: Step,
  values: TypedValues[Step],
  known: KnownChoices,
): FieldMistakes {
  const asked = askedBy[step];
  const isBegun = (name: string) =>
    inLine.test(name) ||
    !isEmpty(valueAt(values, name)) ||
    (name === asked?.field && valueAt(values, asked.answer) === asked.value);
  return Object.fromEntries(Object.entries(mistakesInStep(step, values, known)).filter(([name]) => isBegun(name)));
}

/**
 * The complete content of a draft, or what is still missing or wrong in each step.
 * @param attachments the files that go with it
 */
export function completeDraft(
  draft: InitiativeDraft,
  known: KnownChoices,
  attachments: readonly ContentAttachment[],
): { ok: true; content: Omit<InitiativeContent, 'declaration'> } | { ok: false; mistakes: DraftMistakes } {
  const { steps } = draft;
  const schema = schemas(known);
  const mistakes: DraftMistakes = {};
  for (const step of typedSteps) {
    const found = mistakesInStep(step, steps[step], known);
    if (Object.keys(found).length > 0) mistakes[step] = found;
  }
  const undescribed = attachments.filter(({ kind, description }) => kind === 'image' && description.trim() === '');
  if (undescribed.length > 0) mistakes.bijlagen = { description: ['initiatives:mistake.describeImages'] };
  if (Object.keys(mistakes).length > 0) return { ok: false, mistakes };

  const { budget, ...resources } = schema.nodig.parse(steps.nodig);
  return {
    ok: true,
    content: {
      shape: 1,
      ...schema['wat-en-waarom'].parse(steps['wat-en-waarom']),
      ...schema.waar.parse(steps.waar),
      ...schema.thema.parse(steps.thema),
      ...schema.wie.parse(steps.wie),
      budget,
      needs: resources,
      offers: schema.aanbod.parse(steps.aanbod),
      ...schema.planning.parse(steps.planning),
      otherFunding: schema['andere-financiering'].parse(steps['andere-financiering']).funding,
      attachments: [...attachments],
    },
  };
}

function fieldMistakes(error: z.ZodError): FieldMistakes {
  const mistakes: FieldMistakes = {};
  for (const issue of error.issues) {
    const name = fieldName(issue.path);
    // the first mistake of a field is the one to mend first
    mistakes[name] ??= [issue.message];
  }
  return mistakes;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? String(part) : `${name}.${String(part)}`;
  }, '');
}

function valueAt(values: unknown, name: string): unknown {
  return name
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], values);
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
