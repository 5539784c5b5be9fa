/** A moment, stored as timestamptz. What day it is in Amsterdam is a `CalendarDate`. */
export type Instant = Date;

/** @throws RangeError when the text is no ISO 8601 moment */
export function instant(text: string): Instant {
  const value = new Date(text);
  if (Number.isNaN(value.getTime())) throw new RangeError(`not a moment: ${text}`);
  return value;
}

export function addMinutes(from: Instant, minutes: number): Instant {
  return new Date(from.getTime() + minutes * 60_000);
}
