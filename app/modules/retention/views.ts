import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Period, RetentionKind } from './retention.ts';

/** How long a kind of data is kept, for everybody to read. */
export type KeptFor = Period & { kind: RetentionKind; startsOn: CalendarDate; reason: string };

/** What the administrator and the controlegroep see besides. */
export type RetentionLine = KeptFor & {
  /** Another period that begins later. */
  next: (Period & { startsOn: CalendarDate }) | null;
  /** The shortest that can be chosen. */
  shortest: Period;
  /** Rows that are past their period when the next day begins. */
  goesTomorrow: number;
  /** Removed in the last 365 days. */
  removedInYear: number;
};

export type RetentionOverview = {
  lines: RetentionLine[];
  /** What was removed, the latest day first. */
  removals: { day: CalendarDate; kind: RetentionKind; removed: number }[];
};
