import { addDays, calendarDate, type CalendarDate } from './calendar-date.ts';

/**
 * The days that the Algemene termijnenwet names (article 3, first and second paragraph): New Year's Day, Good Friday,
 * Easter Monday, King's Day, Liberation Day, Ascension Day, Whit Monday and Christmas. Easter and Whitsun themselves are Sundays.
 */
export function isPublicHoliday(day: CalendarDate): boolean {
  const monthAndDay = day.slice(5);
  if (['01-01', '05-05', '12-25', '12-26'].includes(monthAndDay)) return true;
  const year = Number(day.slice(0, 4));
  if (day === kingsDay(year)) return true;
  const easter = easterOf(year);
  return [-2, 1, 39, 50].some((days) => addDays(easter, days) === day);
}

/** Whether the day is a Saturday, a Sunday or a public holiday. */
export function isDayOff(day: CalendarDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 || isPublicHoliday(day);
}

/** 27 April since 2014, the day before when that is a Sunday; before it 30 April, or the 29th. */
function kingsDay(year: number): CalendarDate {
  const usual = calendarDate(`${String(year).padStart(4, '0')}-04-${year >= 2014 ? '27' : '30'}`);
  const isSunday = new Date(`${usual}T00:00:00Z`).getUTCDay() === 0;
  return isSunday ? addDays(usual, -1) : usual;
}

/** Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher). */
function easterOf(year: number): CalendarDate {
  const whole = Math.floor;
  const a = year % 19;
  const b = whole(year / 100);
  const c = year % 100;
  const d = (19 * a + b - whole(b / 4) - whole((b - whole((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * whole(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * whole((a + 11 * d + 22 * e) / 451) + 114;
  const text = (value: number, length: number) => String(value).padStart(length, '0');
  return calendarDate(`${text(year, 4)}-${text(whole(f / 31), 2)}-${text((f % 31) + 1, 2)}`);
}
