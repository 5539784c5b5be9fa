import type { Instant } from './instant.ts';

/** A day without time, `YYYY-MM-DD`, for periods and deadlines. Compares as text. */
export type CalendarDate = string & { readonly unit: 'day' };

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** @returns the date, or null when the text is not an existing day */
export function parseCalendarDate(text: string): CalendarDate | null {
  const parts = shape.exec(text);
  // there was no year 0, and PostgreSQL knows none
  if (!parts || parts[1] === '0000') return null;
  const value = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(value.getTime()) && value.toISOString().startsWith(text) ? (text as CalendarDate) : null;
}

/** @throws RangeError when the text is not an existing day */
export function calendarDate(text: string): CalendarDate {
  const value = parseCalendarDate(text);
  if (!value) throw new RangeError(`not a date: ${text}`);
  return value;
}

const amsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in Amsterdam at that moment. */
export function dayInAmsterdam(moment: Instant): CalendarDate {
  return calendarDate(amsterdam.format(moment));
}

export function addDays(from: CalendarDate, days: number): CalendarDate {
  const value = new Date(`${from}T00:00:00Z`);
  value.setUTCDate(value.getUTCDate() + days);
  return value.toISOString().slice(0, 10) as CalendarDate;
}

/** The same day so many months later or earlier; the last day of a shorter month: 31 January and a month is 28 February. */
export function addMonths(from: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return addDays(last.toISOString().slice(0, 10) as CalendarDate, Math.min(day, last.getUTCDate()) - last.getUTCDate());
}

/** Whole days from `from` until `until`; negative when `until` lies before. */
export function daysBetween(from: CalendarDate, until: CalendarDate): number {
  return (Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/** A `date` column arrives as midnight UTC. */
export function fromDateColumn(value: Date): CalendarDate {
  return value.toISOString().slice(0, 10) as CalendarDate;
}

export function toDateColumn(value: CalendarDate): Date {
  return new Date(`${value}T00:00:00Z`);
}
