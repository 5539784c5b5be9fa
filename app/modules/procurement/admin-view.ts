import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { DatedLimit, LimitKind, Regime } from './limit.ts';

/** A row of the limits, for who works with them; names of colleagues are in it. */
export type LimitRow = DatedLimit & {
  id: string;
  source: string;
  isToConfirm: boolean;
  reason: string;
  /** Null: filled in when the programme began. */
  authorName: string | null;
  at: Instant;
};

export type LimitsView = {
  /** What counts today; null where nobody filled it in. */
  now: { which: LimitKind; limit: LimitRow | null }[];
  /** Newest first. */
  history: LimitRow[];
};

export type KindRow = {
  slug: string;
  name: string;
  nameEn: string;
  regime: Regime;
  endsOn: CalendarDate | null;
  revision: number;
};

export type KindVersion = Omit<KindRow, 'slug'> & { reason: string; authorName: string | null; at: Instant };
