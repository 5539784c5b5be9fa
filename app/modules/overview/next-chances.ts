import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';

/** Where a plan that did not get money can go now. */
export type NextChances = {
  rounds: { slug: string; title: string; bodyName: string; closesOn: CalendarDate }[];
  gatherings: { slug: string; title: string; startsAt: Instant }[];
};

export const noChances: NextChances = { rounds: [], gatherings: [] };
