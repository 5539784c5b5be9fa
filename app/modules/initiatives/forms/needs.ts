import { z } from 'zod';
import { amount, longest, optionalText, requiredText } from './checked.ts';
import { readRows, readText, typedRows, typedText } from './typed.ts';

export const typedNeeds = z.object({
  budget: typedRows({ description: typedText, amount: typedText }),
  people: typedText,
  space: typedText,
  knowledge: typedText,
  material: typedText,
});

export type TypedNeeds = z.infer<typeof typedNeeds>;

/** What can be needed or offered beside money. */
export const resources = ['people', 'space', 'knowledge', 'material'] as const;

export type Resource = (typeof resources)[number];

export function readNeeds(form: FormData): TypedNeeds {
  return { budget: readRows(form, 'budget', ['description', 'amount']), ...readResources(form) };
}

export function readResources(form: FormData): Record<Resource, string> {
  return {
    people: readText(form, 'people'),
    space: readText(form, 'space'),
    knowledge: readText(form, 'knowledge'),
    material: readText(form, 'material'),
  };
}

export const checkedResources = {
  people: optionalText(longest.story),
  space: optionalText(longest.story),
  knowledge: optionalText(longest.story),
  material: optionalText(longest.story),
};

const mostBudgetLines = 20;

export const needs = z
  .object({
    budget: z
      .array(z.object({ description: requiredText(longest.line), amount }))
      .max(mostBudgetLines, 'initiatives:mistake.tooManyLines'),
    ...checkedResources,
  })
  .superRefine((value, context) => {
    // a plan that needs nothing has no reason to be submitted
    if (value.budget.length === 0 && resources.every((resource) => value[resource] === '')) {
      context.addIssue({ code: 'custom', path: ['budget'], message: 'initiatives:mistake.needSomething' });
    }
  });
