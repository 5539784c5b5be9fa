import { addMonths, dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { GatheringAccess } from './policy.ts';

/** Somebody who takes part: by their registration, or as who runs it or helps. */
export type TakesPart = { registrationId: string | null; access: GatheringAccess };

/** Runs it or helps: types over for others. */
export function isCrew({ access }: { access: GatheringAccess }): boolean {
  return access === 'run' || access === 'door';
}

/** Turns of co-design workshops in an evening (`gathering_workshop_turn`). */
export const workshopTurns = [1, 2, 3] as const;
export const workshopCapacity = { least: 1, most: 200 } as const;

/** Longest texts, in characters; the database says the same (`gathering_workshop_texts`, `gathering_question_text` …). */
export const longestOutcomeWords = {
  workshopTitle: 120,
  workshopAbout: 1000,
  room: 80,
  question: 400,
  hiddenReason: 300,
  promiser: 80,
  promise: 300,
  promiseAnswer: 1000,
  shownAs: 80,
  intro: 4000,
  itemTitle: 120,
  request: 2000,
  answer: 4000,
} as const;

/** Fewest characters of the words with which a body answers (`gathering_agenda_item_answer`). */
export const shortestAnswer = 10;

/** What became of a promise (`gathering_promise_state`). */
export const promiseAnswers = ['kept', 'partly', 'not'] as const;
export type PromiseAnswer = (typeof promiseAnswers)[number];
export type PromiseState = 'open' | PromiseAnswer;

/** What a body answers (`gathering_agenda_item_answer`). */
export const itemAnswers = ['taken-up', 'partly', 'later', 'declined'] as const;
export type ItemAnswer = (typeof itemAnswers)[number];
export type ItemState = 'asked' | 'answered' | 'withdrawn';

export function promiseState(text: string): PromiseState {
  return promiseAnswers.find((one) => one === text) ?? 'open';
}

export function itemState(text: string): ItemState {
  return text === 'answered' || text === 'withdrawn' ? text : 'asked';
}

export function itemAnswer(text: string | null): ItemAnswer | null {
  return itemAnswers.find((one) => one === text) ?? null;
}

/** Last day for which something can be promised (`gathering_promise_due`). */
export function lastPromiseDay(today: CalendarDate): CalendarDate {
  return addMonths(today, 24);
}

/** Whether a day can be promised now. */
export function canBeDue(day: CalendarDate, now: Instant): boolean {
  const today = dayInAmsterdam(now);
  return day >= today && day <= lastPromiseDay(today);
}

/** Days before an address is erased on which the product asks about a promise at the latest, so that there is time to answer. */
export const askedBeforeErased = 21;

const opening = /^\s*hoe\s+(kunnen|kun|kan)\s+(we|wij|je|ik)\s+/i;
const purpose = /^\s*(zo)?dat\s+/i;

/**
 * The sentence of a design question from its two halves, however people began them: "hoe kunnen we bankjes maken?" and "zodat
 * ouderen rusten" become "Hoe kunnen we bankjes maken, zodat ouderen rusten?". The second half can be left out.
 */
export function designQuestion(how: string, purposeWords: string): string {
  const plain = (text: string) =>
    text
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replace(/[\s.?!,;…]+$/, '');
  const first = plain(how.replace(opening, '')).replace(/^(\p{Lu})(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  const second = plain(purposeWords.replace(purpose, ''));
  return `Hoe kunnen we ${first}${second === '' ? '' : `, zodat ${second}`}?`;
}
