import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import {
  assignmentState,
  closingObstacle,
  daysLeft,
  missingReviewers,
  roundPhase,
  roundSlug,
  type AssignmentFacts,
  type EntryProgress,
} from './round.ts';

const period = { state: 'open', opensOn: calendarDate('2026-11-10'), closesOn: calendarDate('2026-11-20') } as const;

describe('the period of a round', () => {
  it.each([
    ['2026-11-09', 'planned', 12],
    ['2026-11-10', 'running', 11],
    ['2026-11-20', 'running', 1],
    ['2026-11-21', 'ended', 0],
  ])('on %s it is %s with %i days left', (day, phase, left) => {
    expect(roundPhase(period, calendarDate(day))).toBe(phase);
    expect(daysLeft(period, calendarDate(day))).toBe(left);
    expect(roundPhase({ ...period, state: 'closed' }, calendarDate(day))).toBe('closed');
  });
});

describe('where a reviewer stands', () => {
  const facts: AssignmentFacts = {
    phase: 'running',
    interest: null,
    review: null,
    hasLeftRound: false,
    inOffice: true,
  };
  it.each<[Partial<AssignmentFacts>, string]>([
    [{}, 'declare'],
    [{ phase: 'planned' }, 'wait'],
    [{ phase: 'ended' }, 'declare'],
    [{ phase: 'closed' }, 'missed'],
    [{ review: 'draft' }, 'draft'],
    [{ review: 'draft', phase: 'closed' }, 'missed'],
    [{ review: 'submitted' }, 'handed-in'],
    [{ review: 'submitted', phase: 'closed' }, 'handed-in'],
    [{ review: 'submitted', hasLeftRound: true }, 'handed-in'],
    [{ hasLeftRound: true }, 'left'],
    [{ interest: 'family' }, 'shut'],
    [{ interest: 'shared-organisation', phase: 'planned' }, 'shut'],
    [{ interest: 'own', review: 'submitted' }, 'shut'],
    [{ review: 'set-aside' }, 'shut'],
    [{ inOffice: false }, 'role-ended'],
    [{ inOffice: false, phase: 'planned' }, 'role-ended'],
    [{ inOffice: false, review: 'draft' }, 'role-ended'],
    [{ inOffice: false, review: 'submitted' }, 'handed-in'],
    [{ inOffice: false, interest: 'board' }, 'shut'],
    [{ inOffice: false, phase: 'closed' }, 'missed'],
  ])('%j is %s', (given, state) => {
    expect(assignmentState({ ...facts, ...given })).toBe(state);
  });
});

describe('closing', () => {
  it.each<[string, Parameters<typeof closingObstacle>, string | null]>([
    ['everybody handed in', ['running', 2, [{ expected: 2, handedIn: 2 }]], null],
    ['somebody is still busy', ['running', 2, [{ expected: 3, handedIn: 2 }]], 'period-not-over'],
    ['somebody is late', ['ended', 2, [{ expected: 3, handedIn: 2 }]], null],
    ['too few reviews', ['ended', 2, [{ expected: 3, handedIn: 1 }]], 'below-minimum'],
    ['too few reviewers', ['running', 2, [{ expected: 1, handedIn: 1 }]], 'below-minimum'],
    [
      'one of several lacks reviews',
      [
        'ended',
        1,
        [
          { expected: 1, handedIn: 1 },
          { expected: 1, handedIn: 0 },
        ],
      ],
      'below-minimum',
    ],
    ['nothing left in the round', ['running', 2, []], null],
    ['closed before', ['closed', 2, []], 'already-closed'],
  ])('%s', (_name, given, obstacle) => {
    expect(closingObstacle(...given)).toBe(obstacle);
  });

  it('never closes over an initiative that lacks reviews', () => {
    const progress = fc
      .tuple(fc.nat(5), fc.nat(5))
      .map(([expected, handedIn]): EntryProgress => ({ expected, handedIn: Math.min(expected, handedIn) }));
    fc.assert(
      fc.property(
        fc.constantFrom('planned', 'running', 'ended'),
        fc.integer({ min: 1, max: 5 }),
        fc.array(progress),
        (phase, minimum, entries) => {
          const canClose = closingObstacle(phase, minimum, entries) === null;
          expect(canClose && entries.some(({ handedIn }) => handedIn < minimum)).toBe(false);
        },
      ),
    );
  });

  it('counts the reviewers that must be added, not those who are still busy', () => {
    expect(missingReviewers({ expected: 1, handedIn: 0 }, 3)).toBe(2);
    expect(missingReviewers({ expected: 4, handedIn: 1 }, 3)).toBe(0);
  });
});

describe('the address of a round', () => {
  it.each([
    ['Ronde voorjaar 2026', 'ronde-voorjaar-2026'],
    ['  Één café & méér!  ', 'een-cafe-meer'],
    ['؟؟؟', 'ronde'],
    ['<script>alert(1)</script>', 'script-alert-1-script'],
  ])('%s → %s', (title, slug) => {
    expect(roundSlug(title)).toBe(slug);
  });

  it('is always one that the database takes', () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        expect(roundSlug(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});
