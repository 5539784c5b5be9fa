import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { objectionDays, objectionKindOf, termOn, type DatedTerm } from './objection-term.ts';

const days = (knownOn: string, weeks = 6) => objectionDays(calendarDate(knownOn), weeks);

describe('objectionDays', () => {
  it('counts from the day after, to the same weekday six weeks on', () => {
    expect(days('2026-09-03')).toEqual({ beginsOn: '2026-09-04', lastDay: '2026-10-15' });
  });

  it.each([
    ['2026-09-05', '2026-10-19', 'a Saturday'],
    ['2026-09-06', '2026-10-19', 'a Sunday'],
    ['2026-11-13', '2026-12-28', 'Christmas on a Friday: past the weekend'],
    ['2026-02-20', '2026-04-07', 'Good Friday: past Easter Monday'],
    ['2026-04-02', '2026-05-15', 'Ascension Day'],
  ])('known on %s it ends on %s: %s', (knownOn, lastDay) => {
    expect(days(knownOn).lastDay).toBe(lastDay);
  });
});

describe('objectionKindOf', () => {
  it.each([
    [{ outcome: 'grant', instrument: 'subsidy', hasMoney: true }, 'subsidy'],
    [{ outcome: 'grant', instrument: 'assignment', hasMoney: true }, 'assignment'],
    [{ outcome: 'grant', instrument: null, hasMoney: false }, 'other'],
    [{ outcome: 'grant', instrument: 'award', hasMoney: true }, 'award'],
    [{ outcome: 'decline', instrument: 'award', hasMoney: false }, 'award'],
    [{ outcome: 'decline', instrument: null, hasMoney: false }, 'decline'],
    [{ outcome: 'park', instrument: null, hasMoney: false }, 'other'],
    [{ outcome: 'refer', instrument: null, hasMoney: false }, 'other'],
  ] as const)('%o is %s', (decision, kind) => {
    expect(objectionKindOf(decision)).toBe(kind);
  });
});

describe('termOn', () => {
  const row = (sequence: number, beginsOn: string, endsOn: string | null = null): DatedTerm => ({
    which: 'subsidy',
    beginsOn: calendarDate(beginsOn),
    endsOn: endsOn === null ? null : calendarDate(endsOn),
    sequence,
  });
  const rows = [row(1, '2026-01-01'), row(2, '2026-06-01', '2026-06-30')];

  it.each([
    ['2025-12-31', undefined],
    ['2026-05-31', 1],
    ['2026-06-15', 2],
    ['2026-07-01', 1],
  ])('on %s row %s counts', (day, sequence) => {
    expect(termOn(rows, 'subsidy', calendarDate(day))?.sequence).toBe(sequence);
  });

  it('knows no other kind', () => {
    expect(termOn(rows, 'award', calendarDate('2026-06-15'))).toBeNull();
  });
});
