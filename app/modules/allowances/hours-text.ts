import { claimMinutes } from './claim.ts';

const clock = /^(\d{1,2})\s*(?::|u|h|uur)\s*(\d{2})$/;
const decimal = /^(\d{0,2})(?:[.,](\d{1,2}))?\s*(?:u|h|uur)?$/;

/**
 * Reads hours as they stand on a paper sheet: `2`, `2,5`, `1.75`, `2:30`, `2u30`.
 * @returns minutes that can be claimed for a day, or null when it is no such number
 */
export function readHours(text: string): number | null {
  const typed = text.trim().toLowerCase();
  const minutes = minutesOf(typed);
  if (minutes === null || !Number.isInteger(minutes) || minutes % claimMinutes.step !== 0) return null;
  return minutes >= claimMinutes.least && minutes <= claimMinutes.most ? minutes : null;
}

function minutesOf(typed: string): number | null {
  const atClock = clock.exec(typed);
  if (atClock !== null) return Number(atClock[2]) < 60 ? Number(atClock[1]) * 60 + Number(atClock[2]) : null;
  const asNumber = decimal.exec(typed);
  if (asNumber === null || !/\d/.test(typed)) return null;
  // hundredths of an hour, so that 0,35 of it stays exact
  const hundredths = Number(asNumber[1]) * 100 + Number((asNumber[2] ?? '').padEnd(2, '0'));
  return (hundredths * 60) / 100;
}

/** Minutes as hours and minutes: "2:30". */
export function hoursText(minutes: number): string {
  return `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;
}
