import { z } from 'zod';
import { editableCents } from '#app/kernel/money.ts';
import type { InitiativeContent } from './content.ts';
import { readNeeds, typedNeeds } from './forms/needs.ts';
import { readOffers, typedOffers } from './forms/offers.ts';
import { readOtherFunding, typedOtherFunding } from './forms/other-funding.ts';
import { readPlanning, typedPlanning } from './forms/planning.ts';
import { readThemes, typedThemes } from './forms/themes.ts';
import { readWhatAndWhy, typedWhatAndWhy } from './forms/what-and-why.ts';
import { readWhere, typedWhere } from './forms/where.ts';
import { readWho, typedWho } from './forms/who.ts';
import type { TypedStep } from './steps.ts';

/** What was typed, per step, exactly as it was typed. Steps that were not opened yet are empty. */
const typedSteps = {
  'wat-en-waarom': typedWhatAndWhy,
  waar: typedWhere,
  thema: typedThemes,
  wie: typedWho,
  nodig: typedNeeds,
  aanbod: typedOffers,
  planning: typedPlanning,
  'andere-financiering': typedOtherFunding,
} satisfies Record<TypedStep, z.ZodType>;

export type TypedValues = { [Step in TypedStep]: z.infer<(typeof typedSteps)[Step]> };

export type InitiativeDraft = {
  shape: 1;
  steps: TypedValues;
  /** Steps that were saved at least once. */
  seen: TypedStep[];
  /** Files of the submitted version that the next version leaves out. */
  removedAttachments: string[];
};

const readers: { [Step in TypedStep]: (form: FormData) => TypedValues[Step] } = {
  'wat-en-waarom': readWhatAndWhy,
  waar: readWhere,
  thema: readThemes,
  wie: readWho,
  nodig: readNeeds,
  aanbod: readOffers,
  planning: readPlanning,
  'andere-financiering': readOtherFunding,
};

/** The values of a step as a form posted them. */
export function readTyped<Step extends TypedStep>(step: Step, form: FormData): TypedValues[Step] {
  return readers[step](form);
}

const draftShape = z.object({
  shape: z.literal(1),
  steps: z.record(z.string(), z.record(z.string(), z.unknown()).catch({})).catch({}),
  seen: z.array(z.string()).catch([]),
  removedAttachments: z.array(z.string()).catch([]),
});

/** Reads a saved draft. Never refuses: what it does not understand is empty. */
export function readDraft(json: unknown): InitiativeDraft {
  const stored = draftShape.safeParse(json);
  const steps = stored.success ? stored.data.steps : {};
  return {
    shape: 1,
    steps: {
      'wat-en-waarom': typedWhatAndWhy.parse(steps['wat-en-waarom'] ?? {}),
      waar: typedWhere.parse(steps['waar'] ?? {}),
      thema: typedThemes.parse(steps['thema'] ?? {}),
      wie: typedWho.parse(steps['wie'] ?? {}),
      nodig: typedNeeds.parse(steps['nodig'] ?? {}),
      aanbod: typedOffers.parse(steps['aanbod'] ?? {}),
      planning: typedPlanning.parse(steps['planning'] ?? {}),
      'andere-financiering': typedOtherFunding.parse(steps['andere-financiering'] ?? {}),
    },
    seen: stored.success ? stored.data.seen.filter((step): step is TypedStep => step in typedSteps) : [],
    removedAttachments: stored.success ? stored.data.removedAttachments : [],
  };
}

export function emptyDraft(): InitiativeDraft {
  return readDraft(null);
}

/** The draft with the values of one step replaced. */
export function withStep<Step extends TypedStep>(
  draft: InitiativeDraft,
  step: Step,
  values: TypedValues[Step],
): InitiativeDraft {
  return {
    ...draft,
    steps: { ...draft.steps, [step]: values },
    seen: draft.seen.includes(step) ? draft.seen : [...draft.seen, step],
  };
}

/** What to type to get this content again: the draft with which a new version begins. */
export function draftFromContent(content: InitiativeContent): InitiativeDraft {
  const { title, summary, why, what, result, place, themes, group, partners, otherPartners, ownership } = content;
  const steps: TypedValues = {
    'wat-en-waarom': { title, summary, why, what, result },
    waar: { scope: content.wholeDistrict ? 'district' : 'areas', areas: content.areas, place },
    thema: { themes },
    wie: { as: content.organisationId ?? 'myself', group, partners, otherPartners, ownership },
    nodig: {
      budget: content.budget.map((line) => ({ description: line.description, amount: editableCents(line.amount) })),
      ...content.needs,
    },
    aanbod: content.offers,
    planning: {
      startsOn: content.startsOn,
      endsOn: content.endsOn ?? '',
      milestones: content.milestones.map(({ description, on }) => ({ description, on: on ?? '' })),
    },
    'andere-financiering': {
      any: content.otherFunding.length > 0 ? 'yes' : 'no',
      funding: content.otherFunding.map((line) => ({ ...line, amount: editableCents(line.amount) })),
    },
  };
  return { shape: 1, steps, seen: Object.keys(typedSteps) as TypedStep[], removedAttachments: [] };
}
