import { z } from 'zod';

/** Longest texts of a criterion, in characters; a scale has 2 to 11 points (constraint `criterion_scale`). */
export const longestCriterion = { title: 120, explanation: 1000, point: 300 } as const;
export const mostCriteria = 20;

const blockFields = [
  'slug',
  'title',
  'titleEn',
  'explanation',
  'explanationEn',
  'scale',
  'scaleEn',
  'weight',
  'minimum',
] as const;

/** One line per point, from 0 up. */
const scale = z.string().transform((text, context): string[] => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 2) context.addIssue({ code: 'custom', message: 'scoring:mistake.scaleTooShort' });
  if (lines.length > 11) context.addIssue({ code: 'custom', message: 'scoring:mistake.scaleTooLong' });
  if (lines.some((line) => line.length > longestCriterion.point))
    context.addIssue({ code: 'custom', message: 'scoring:mistake.pointTooLong' });
  return lines;
});

/** A lowest average as people type it, "2" or "2,5", in hundredths of a point; empty: none. */
const minimum = z
  .string()
  .default('')
  .transform((text, context): number | null => {
    if (text.trim() === '') return null;
    const parts = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(text.trim());
    if (parts) return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
    context.addIssue({ code: 'custom', message: 'scoring:mistake.minimum' });
    return z.NEVER;
  });

const criterion = z
  .object({
    /** The address of the criterion in its set; empty for a new one, which gets it from its title. */
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(60)
      .nullable()
      .default(null),
    title: z.string().trim().min(3).max(longestCriterion.title),
    titleEn: z.string().trim().min(3).max(longestCriterion.title),
    explanation: z.string().trim().min(3).max(longestCriterion.explanation),
    explanationEn: z.string().trim().min(3).max(longestCriterion.explanation),
    scale,
    scaleEn: scale,
    weight: z.number().int().min(1).max(100),
    minimum,
  })
  .superRefine((value, context) => {
    if (value.scale.length !== value.scaleEn.length) {
      context.addIssue({ code: 'custom', path: ['scaleEn'], message: 'scoring:mistake.scalesDiffer' });
    }
    if (value.minimum !== null && value.minimum > (value.scale.length - 1) * 100) {
      context.addIssue({ code: 'custom', path: ['minimum'], message: 'scoring:mistake.minimumOffScale' });
    }
  });

export const criteriaForm = z
  .object({
    /** Version and revision that the person saw. */
    versionId: z.uuid(),
    revision: z.number().int(),
    criteria: z
      .array(criterion)
      .min(1, 'scoring:mistake.criteriaNeeded')
      .max(mostCriteria, 'scoring:mistake.tooManyCriteria')
      .default([]),
  })
  .refine(({ criteria }) => criteria.length > 0, { path: ['criteria'], message: 'scoring:mistake.criteriaNeeded' });

export type CriterionInput = z.infer<typeof criterion>;

/**
 * The form as it was meant: without criteria that were ticked to go and without blocks that were left empty, numbered
 * from 0 again.
 */
export function withoutEmptyCriteria(form: FormData): FormData {
  const kept = new FormData();
  for (const [name, value] of form) if (!name.startsWith('criteria[')) kept.append(name, value);
  let next = 0;
  for (let index = 0; index <= mostCriteria + 1; index += 1) {
    const texts = blockFields.map((field) => [field, form.get(`criteria[${index}].${field}`)] as const);
    const isEmpty = texts.every(
      ([field, value]) => field === 'weight' || value === null || (typeof value === 'string' && value.trim() === ''),
    );
    if (isEmpty || form.get(`criteria[${index}].remove`) !== null) continue;
    for (const [field, value] of texts)
      if (typeof value === 'string') kept.append(`criteria[${next}].${field}`, value.replaceAll('\r\n', '\n'));
    next += 1;
  }
  return kept;
}
