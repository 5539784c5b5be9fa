import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '#app/kernel/instant.ts';
import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { canBeDue, designQuestion } from './outcome.ts';

describe('a design question', () => {
  test.each([
    ['bankjes maken', 'ouderen rusten', 'Hoe kunnen we bankjes maken, zodat ouderen rusten?'],
    ['Hoe kunnen we bankjes maken?', 'zodat ouderen rusten.', 'Hoe kunnen we bankjes maken, zodat ouderen rusten?'],
    ['hoe kan ik helpen', '', 'Hoe kunnen we helpen?'],
    ['Bankjes\n maken …', 'dat het leuk is!', 'Hoe kunnen we bankjes maken, zodat het leuk is?'],
    ['NPSNW beter maken', '', 'Hoe kunnen we NPSNW beter maken?'],
  ])('%s | %s', (how, so, sentence) => {
    expect(designQuestion(how, so)).toBe(sentence);
  });

  test('that was made already is not made twice over', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,12}( [a-z]{2,9}){0,3}$/), (how) => {
        const once = designQuestion(how, '');
        expect(designQuestion(once, '')).toBe(once);
      }),
    );
  });
});

test('something is promised from today until two years from now', () => {
  const now = instant('2026-11-22T12:00:00Z');
  const day = (text: string) => parseCalendarDate(text) as CalendarDate;
  expect(['2026-11-21', '2026-11-22', '2028-11-22', '2028-11-23'].map((text) => canBeDue(day(text), now))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
