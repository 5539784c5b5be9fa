import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSheet, countDone, longestReason, readKeptSheet, readSheet, type SheetCriterion } from './sheet.ts';

const criteria: SheetCriterion[] = [
  { id: 'id-a', slug: 'a', maximum: 4 },
  { id: 'id-b', slug: 'b', maximum: 10 },
];

const posted = (fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

describe('a score sheet', () => {
  it('gives points and abstentions with their reasons', () => {
    const sheet = readSheet(
      posted({ 'choice-a': '3', 'reason-a': ' goed ', 'choice-b': 'abstain', 'reason-b': 'weet ik niet' }),
      criteria,
    );
    expect(checkSheet(criteria, sheet).scores).toEqual([
      { criterionId: 'id-a', points: 3, reason: 'goed' },
      { criterionId: 'id-b', points: null, reason: 'weet ik niet' },
    ]);
    expect(countDone(criteria, sheet)).toBe(2);
  });

  it.each([
    ['', 'omdat', 'choose'],
    ['5', 'omdat', 'off-scale'],
    ['-1', 'omdat', 'off-scale'],
    ['1.5', 'omdat', 'off-scale'],
    ['1e1', 'omdat', 'off-scale'],
    ['null', 'omdat', 'off-scale'],
    ['3', '  \n ', 'reason-needed'],
    ['abstain', '', 'reason-needed'],
    ['3', 'x'.repeat(longestReason + 1), 'reason-too-long'],
  ])('%j with reason %j: %s', (choice, reason, mistake) => {
    const { scores, mistakes } = checkSheet([criteria[0]!], { a: { choice, reason } });
    expect(scores).toBeNull();
    expect(mistakes.map((one) => one.mistake)).toEqual([mistake]);
  });

  it('a reason without a choice is kept, and is no abstention', () => {
    const sheet = readSheet(posted({ 'reason-a': 'denk ik nog over na' }), criteria);
    expect(sheet.a).toEqual({ choice: '', reason: 'denk ik nog over na' });
    expect(checkSheet(criteria, sheet).mistakes).toContainEqual({ slug: 'a', field: 'choice', mistake: 'choose' });
  });

  it('comes back from the database as it was typed, whatever is stored', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (choice, reason) => {
        const kept: unknown = JSON.parse(JSON.stringify({ a: { choice, reason } }));
        expect(readKeptSheet(kept, criteria)).toEqual({ a: { choice, reason }, b: { choice: '', reason: '' } });
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (kept) => {
        expect(Object.keys(readKeptSheet(kept, criteria))).toEqual(['a', 'b']);
      }),
    );
  });
});
