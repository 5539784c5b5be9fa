import { addMinutes, type Instant } from '#app/kernel/instant.ts';

/** As what somebody comes (`gathering_registration_comes_as`). */
export const comesAsChoices = ['resident', 'organisation', 'professional'] as const;
export type ComesAs = (typeof comesAsChoices)[number];

/**
 * held: has a place until the address is confirmed. asked: address not confirmed, and no place yet. confirmed: comes.
 * waiting: on the waiting list. offered: moved up, has a place until they answer. cancelled: by themselves. lapsed: did not answer.
 */
export const registrationStates = ['held', 'asked', 'confirmed', 'waiting', 'offered', 'cancelled', 'lapsed'] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** @throws Error for a word that the database does not know either */
export function registrationState(text: string): RegistrationState {
  const found = registrationStates.find((state) => state === text);
  if (found === undefined) throw new Error(`no state of a registration: ${text}`);
  return found;
}

/** A registration that can still become or is somebody who comes. */
export const runningStates: readonly RegistrationState[] = ['held', 'asked', 'confirmed', 'waiting', 'offered'];

/** States in which a place is somebody's (`gathering_seats_taken`). */
export const seatStates: readonly RegistrationState[] = ['held', 'confirmed', 'offered'];

/** Minutes that a place is held until the address is confirmed. */
export const heldMinutes = 30;

/** Minutes that somebody who moved up has to answer: a day. */
const answerMinutes = 24 * 60;

/** Until when a place is kept for who moved up: a day, but not after the beginning. */
export function offeredUntil(now: Instant, startsAt: Instant): Instant {
  const aDay = addMinutes(now, answerMinutes);
  return aDay < startsAt ? aDay : startsAt;
}

/** Longest texts, in characters (`gathering_registration_texts`). */
export const longestRegistrationText = { name: 80, comesFrom: 120, accessWish: 500, meetWish: 500 } as const;

export const mostChildren = 12;

/** Portfolios that somebody can come for or want to meet, of each. */
export const mostPortfolios = 5;

/** Registrations for one address in an hour: a mail goes out for each. */
export const registrationsPerEmail = 6;

/** Registrations without account from one network address in an hour that were not confirmed: no more places are held. */
export const unconfirmedPerRequester = 20;

/** Minutes between two mails with the personal link to one address. */
export const linkPauseMinutes = 5;

/** What somebody says of themselves to come. */
export type RegistrationContent = {
  name: string;
  comesAs: ComesAs;
  comesFrom: string;
  areaCode: string | null;
  languages: string[];
  /** Slugs. */
  themes: string[];
  children: number;
  accessWish: string;
  meetWish: string;
  /** Ids of portfolios that they keep. */
  comesFor: string[];
  /** Ids of portfolios. */
  wantsToMeet: string[];
};

/** What one says at the door, as it is kept: capitals without what people type between. */
export function normalDoorCode(typed: string): string {
  return typed
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, 12);
}
