import type { CriterionScore } from './score.ts';

/** Longest reason that can be handed in, and longest text that a draft keeps, in characters. */
export const longestReason = 2000;
const longestKept = 20_000;

/** The choice 'cannot judge'. */
export const abstain = 'abstain';

/** One criterion as it was typed: '' nothing chosen yet, 'abstain', or a number of points. */
export type TypedScore = { choice: string; reason: string };

/** The score sheet as it was typed, by slug of the criterion. A draft may be incomplete or wrong. */
export type TypedSheet = Record<string, TypedScore>;

/** What the sheet must know of a criterion. */
export type SheetCriterion = { id: string; slug: string; maximum: number };

export type SheetMistake = {
  slug: string;
  field: 'choice' | 'reason';
  mistake: 'choose' | 'off-scale' | 'reason-needed' | 'reason-too-long';
};

export const nothingTyped: TypedScore = { choice: '', reason: '' };

/** Names of the two fields of a criterion in the form. */
export function sheetField(slug: string, field: 'choice' | 'reason'): string {
  return `${field}-${slug}`;
}

/** Reads what was typed without refusing anything; texts no form of ours reaches are cut off, to keep the disk free. */
export function readSheet(form: FormData, criteria: readonly SheetCriterion[]): TypedSheet {
  const read = (name: string, most: number): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\u0000', '').slice(0, most) : '';
  };
  return Object.fromEntries(
    criteria.map(({ slug }) => [
      slug,
      { choice: read(sheetField(slug, 'choice'), 20), reason: read(sheetField(slug, 'reason'), longestKept) },
    ]),
  );
}

/** Reads a draft as the database kept it, which may be of any shape. */
export function readKeptSheet(kept: unknown, criteria: readonly SheetCriterion[]): TypedSheet {
  const sheet = isRecord(kept) ? kept : {};
  return Object.fromEntries(
    criteria.map(({ slug }): [string, TypedScore] => {
      const typed = sheet[slug];
      if (!isRecord(typed)) return [slug, nothingTyped];
      return [
        slug,
        {
          choice: typeof typed.choice === 'string' ? typed.choice : '',
          reason: typeof typed.reason === 'string' ? typed.reason : '',
        },
      ];
    }),
  );
}

/** What stands on a sheet: complete scores, or every mistake. A reason is needed for each score and each abstention. */
export function checkSheet(
  criteria: readonly SheetCriterion[],
  sheet: TypedSheet,
): { scores: CriterionScore[]; mistakes: [] } | { scores: null; mistakes: SheetMistake[] } {
  const mistakes: SheetMistake[] = [];
  const scores = criteria.map(({ id, slug, maximum }): CriterionScore => {
    const { choice, reason } = sheet[slug] ?? nothingTyped;
    const points = choice === abstain ? null : readPoints(choice, maximum);
    if (choice === '') mistakes.push({ slug, field: 'choice', mistake: 'choose' });
    else if (points === undefined) mistakes.push({ slug, field: 'choice', mistake: 'off-scale' });
    if (reason.trim() === '') mistakes.push({ slug, field: 'reason', mistake: 'reason-needed' });
    else if (reason.trim().length > longestReason) mistakes.push({ slug, field: 'reason', mistake: 'reason-too-long' });
    return { criterionId: id, points: points ?? null, reason: reason.trim() };
  });
  return mistakes.length === 0 ? { scores, mistakes: [] } : { scores: null, mistakes };
}

/** Criteria on which something was chosen and explained, for "3 van 7 klaar". */
export function countDone(criteria: readonly SheetCriterion[], sheet: TypedSheet): number {
  return criteria.filter((criterion) => checkSheet([criterion], sheet).scores !== null).length;
}

/** @returns undefined when the text is no whole number on the scale */
function readPoints(text: string, maximum: number): number | undefined {
  if (!/^\d{1,2}$/.test(text)) return undefined;
  const points = Number(text);
  return points <= maximum ? points : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
