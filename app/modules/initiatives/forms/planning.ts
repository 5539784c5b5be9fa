import { z } from 'zod';
import { day, longest, optionalDay, requiredText } from './checked.ts';
import { readRows, readText, typedRows, typedText } from './typed.ts';

export const typedPlanning = z.object({
  startsOn: typedText,
  endsOn: typedText,
  milestones: typedRows({ description: typedText, on: typedText }),
});

export type TypedPlanning = z.infer<typeof typedPlanning>;

export function readPlanning(form: FormData): TypedPlanning {
  return {
    startsOn: readText(form, 'startsOn'),
    endsOn: readText(form, 'endsOn'),
    milestones: readRows(form, 'milestones', ['description', 'on']),
  };
}

const mostMilestones = 12;

/** Without an end the plan goes on. */
export const planning = z
  .object({
    startsOn: day,
    endsOn: optionalDay,
    milestones: z
      .array(z.object({ description: requiredText(longest.line), on: optionalDay }))
      .max(mostMilestones, 'initiatives:mistake.tooManyLines'),
  })
  .superRefine((value, context) => {
    if (value.endsOn !== null && value.endsOn < value.startsOn) {
      context.addIssue({ code: 'custom', path: ['endsOn'], message: 'initiatives:mistake.endBeforeStart' });
    }
  });
