import type { CalendarDate } from '#app/kernel/calendar-date.ts';

/** What an identity provider says of somebody's age: a date of birth, or for some ages whether somebody is that old. */
export type ToldAge = { birthdate?: string; over: Readonly<Record<string, boolean>> };

export type AgeVerdict = 'old-enough' | 'too-young' | 'unknown';

/**
 * Whether somebody has an age, by what was told; judged at once and not kept. Told as a year only, the year in which it depends on the
 * day is not known.
 * @param today in Amsterdam
 */
export function ageVerdict({ birthdate, over }: ToldAge, minimumAge: number, today: CalendarDate): AgeVerdict {
  if (minimumAge <= 0) return 'old-enough';
  const told = Object.entries(over).map(([years, is]) => ({ years: Number(years), is }));
  if (told.some(({ years, is }) => is && years >= minimumAge)) return 'old-enough';
  if (told.some(({ years, is }) => !is && years <= minimumAge)) return 'too-young';
  const [, year, day] = /^(\d{4})(?:-(\d\d-\d\d))?$/.exec(birthdate ?? '') ?? [];
  if (year === undefined || year === '0000') return 'unknown';
  const turns = Number(today.slice(0, 4)) - Number(year);
  if (turns !== minimumAge) return turns > minimumAge ? 'old-enough' : 'too-young';
  if (day === undefined) return 'unknown';
  // who was born on 29 February turns a year older on 1 March in other years, as the law has it
  return today.slice(5) >= day ? 'old-enough' : 'too-young';
}
