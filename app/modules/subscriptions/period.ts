import { clockInAmsterdam, momentInAmsterdam, type ClockTime } from '#app/kernel/amsterdam-time.ts';
import { addDays, dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Rhythm } from './subject.ts';

/** Mails go out from this hour on, also in summer. */
const sendsAt = '07:00' as ClockTime;

/** What happened before this hour is in the mail: an hour earlier, so that what was still being written then is in no gap. */
const endsAt = '06:00' as ClockTime;

/** A period that is over: the day by which it is known, and the moment up to which it tells. */
export type Period = { day: CalendarDate; until: Instant };

/** The last period that is due: each day, or each Monday, from seven o'clock in Amsterdam. */
export function duePeriod(rhythm: Rhythm, now: Instant): Period {
  const today = dayInAmsterdam(now);
  const last = clockInAmsterdam(now) >= sendsAt ? today : addDays(today, -1);
  const day = rhythm === 'daily' ? last : addDays(last, -daysSinceMonday(last));
  return { day, until: momentInAmsterdam(day, endsAt) };
}

function daysSinceMonday(day: CalendarDate): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
