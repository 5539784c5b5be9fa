import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { instant } from '#app/kernel/instant.ts';
import { openStages, stages } from './stage.ts';
import { timelineOf, type PublicEvent } from './timeline.ts';

const event = (id: string, at: string): PublicEvent => ({
  id,
  kind: 'submitted',
  occurredAt: instant(at),
  bodyName: null,
  bodySlug: null,
  bySubmitter: true,
  exceptions: [],
  reason: null,
  detail: {},
});

const due = calendarDate('2026-12-05');

describe('the timeline', () => {
  it.each([
    ['submitted', '2026-12-04', 'loket-checks', false, ['body-plans-round', 'reviewers-score', 'body-decides']],
    ['submitted', '2026-12-05', 'loket-checks', false, ['body-plans-round', 'reviewers-score', 'body-decides']],
    ['submitted', '2026-12-06', 'loket-checks', true, ['body-plans-round', 'reviewers-score', 'body-decides']],
    [
      'question',
      '2026-12-06',
      'submitter-answers',
      true,
      ['loket-checks', 'body-plans-round', 'reviewers-score', 'body-decides'],
    ],
    ['accepted', '2026-12-01', 'body-plans-round', false, ['reviewers-score', 'body-decides']],
    ['scoring', '2026-12-01', 'reviewers-score', false, ['body-decides']],
    ['deciding', '2027-01-01', 'body-decides', true, []],
    ['granted', '2027-01-01', 'money-follows', false, []],
    ['parked', '2027-01-01', 'later', false, []],
  ] as const)('at %s on %s waits for %s', (stage, today, waiting, late, next) => {
    const view = timelineOf([], stage, due, calendarDate(today));
    expect(view.now).toMatchObject({ waiting, late });
    expect(view.next).toEqual(next);
  });

  it.each(['declined', 'withdrawn', 'referred', 'completed', 'running', 'exploring', 'paused', 'draft'] as const)(
    'at %s waits for nothing',
    (stage) => {
      expect(timelineOf([], stage, due, calendarDate('2027-01-01'))).toEqual({ past: [], now: null, next: [] });
    },
  );

  it('is never late without a term, and only while a decision is awaited', () => {
    for (const stage of stages) {
      expect(timelineOf([], stage, null, calendarDate('2099-01-01')).now?.late ?? false).toBe(false);
      expect(timelineOf([], stage, due, calendarDate('2099-01-01')).now?.late ?? false).toBe(
        openStages.includes(stage),
      );
    }
  });

  it('tells what happened from old to new, and steps of one moment in the order in which they came', () => {
    const events = [
      event('c', '2026-03-01T10:00:00Z'),
      event('a', '2026-01-01T10:00:00Z'),
      event('b', '2026-01-01T10:00:00Z'),
    ];
    expect(timelineOf(events, 'declined', null, due).past.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});
