import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';

/** By when, as it was meant: a day, as soon as possible, or all the time. null: it says nothing that a calendar knows. */
export type DueMeant = { kind: 'day'; on: CalendarDate } | { kind: 'asap' } | { kind: 'ongoing' } | null;

const months = [
  ['januari', 'jan', 'january'],
  ['februari', 'feb', 'february'],
  ['maart', 'mrt', 'march'],
  ['april', 'apr', 'april'],
  ['mei', 'mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['augustus', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'october'],
  ['november', 'nov', 'november'],
  ['december', 'dec', 'december'],
] as const;

const monthOf = (word: string): number =>
  1 + months.findIndex((names) => names.some((name) => name === word.replace(/\.$/, '')));

/**
 * What "ASAP", "OT 24 april", "24-4", "April" or "continu proces" mean in minutes of a day. Without a year it is the first such day from
 * the meeting on; a month alone is its last day.
 * @param heldOn day of the meeting
 */
export function dueOf(when: string, heldOn: CalendarDate): DueMeant {
  const text = when.trim().toLowerCase();
  if (text === '') return null;
  if (/\b(asap|z\.?s\.?m\.?|zo snel mogelijk|zo spoedig mogelijk|direct|per direct|as soon as possible)\b/.test(text))
    return { kind: 'asap' };
  if (/\b(continu|continue|doorlopend|lopend|ongoing|voortdurend)\b/.test(text)) return { kind: 'ongoing' };
  const iso = /\b\d{4}-\d{2}-\d{2}\b/.exec(text)?.[0];
  if (iso !== undefined) return dayOf(parseCalendarDate(iso));
  const figures = /\b(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?\b/.exec(text);
  if (figures !== null) return from(heldOn, Number(figures[1]), Number(figures[2]), yearOf(figures[3]));
  const words = /\b(\d{1,2})\s+([a-z]+\.?)(?:\s+(\d{4}))?/.exec(text);
  if (words !== null && monthOf(words[2] ?? '') > 0)
    return from(heldOn, Number(words[1]), monthOf(words[2] ?? ''), yearOf(words[3]));
  const month = text
    .split(/[^a-z]+/)
    .map(monthOf)
    .find((one) => one > 0);
  return month === undefined ? null : lastDayOf(heldOn, month, yearOf(/\b(20\d{2})\b/.exec(text)?.[1]));
}

const yearOf = (text: string | undefined): number | null =>
  text === undefined ? null : text.length === 2 ? 2000 + Number(text) : Number(text);

const dayOf = (day: CalendarDate | null): DueMeant => (day === null ? null : { kind: 'day', on: day });

const written = (year: number, month: number, day: number) =>
  parseCalendarDate(`${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

function from(heldOn: CalendarDate, day: number, month: number, year: number | null): DueMeant {
  if (year !== null) return dayOf(written(year, month, day));
  const held = Number(heldOn.slice(0, 4));
  const thisYear = written(held, month, day);
  return dayOf(thisYear !== null && thisYear < heldOn ? written(held + 1, month, day) : thisYear);
}

function lastDayOf(heldOn: CalendarDate, month: number, year: number | null): DueMeant {
  const held = Number(heldOn.slice(0, 4));
  const inYear = year ?? (month < Number(heldOn.slice(5, 7)) ? held + 1 : held);
  for (let day = 31; day >= 28; day -= 1) {
    const found = written(inYear, month, day);
    if (found !== null) return dayOf(found);
  }
  return null;
}
