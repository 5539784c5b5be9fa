import { expect, test } from 'vitest';
import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { ageVerdict, type ToldAge } from './age.ts';

const day = (text: string): CalendarDate => {
  const parsed = parseCalendarDate(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};

test.each<[Partial<ToldAge>, number, string, string]>([
  [{ birthdate: '2014-11-22' }, 12, '2026-11-22', 'old-enough'],
  [{ birthdate: '2014-11-23' }, 12, '2026-11-22', 'too-young'],
  [{ birthdate: '2014-01-01' }, 12, '2026-11-22', 'old-enough'],
  [{ birthdate: '2015-01-01' }, 12, '2026-11-22', 'too-young'],
  [{ birthdate: '2012-02-29' }, 15, '2027-02-28', 'too-young'],
  [{ birthdate: '2012-02-29' }, 15, '2027-03-01', 'old-enough'],
  [{ birthdate: '2014' }, 12, '2026-11-22', 'unknown'],
  [{ birthdate: '2013' }, 12, '2026-11-22', 'old-enough'],
  [{ birthdate: '2015' }, 12, '2026-11-22', 'too-young'],
  // OpenID Connect writes a year that is left out as 0000
  [{ birthdate: '0000-05-05' }, 12, '2026-11-22', 'unknown'],
  [{ birthdate: 'onbekend' }, 12, '2026-11-22', 'unknown'],
  [{}, 12, '2026-11-22', 'unknown'],
  [{}, 0, '2026-11-22', 'old-enough'],
  [{ over: { '12': true } }, 12, '2026-11-22', 'old-enough'],
  [{ over: { '16': true } }, 12, '2026-11-22', 'old-enough'],
  [{ over: { '12': false } }, 12, '2026-11-22', 'too-young'],
  [{ over: { '12': false } }, 16, '2026-11-22', 'too-young'],
  [{ over: { '16': false } }, 12, '2026-11-22', 'unknown'],
  [{ over: { '12': true } }, 16, '2026-11-22', 'unknown'],
])('%o at least %i on %s: %s', (told, minimumAge, today, verdict) => {
  expect(ageVerdict({ over: {}, ...told }, minimumAge, day(today))).toBe(verdict);
});
