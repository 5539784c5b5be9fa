import { addDays, dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';

/** Longest texts, in characters; the database says the same (`action_texts`, `action_update_text`). */
export const longestActionText = { title: 300, explanation: 4000, owner: 120, update: 2000 } as const;
export const shortestActionText = 3;

/** Where an action stands (`action_state`). */
export const actionStates = ['open', 'done', 'dropped', 'handed'] as const;
export type ActionState = (typeof actionStates)[number];

/** By when: a day, as soon as possible (asked about on a day), or all the time (`action_due`). */
export const dueKinds = ['day', 'asap', 'ongoing'] as const;
export type DueKind = (typeof dueKinds)[number];
export type Due = { kind: 'day' | 'asap'; on: CalendarDate } | { kind: 'ongoing' };

/** Days after which an action that is wanted as soon as possible is asked about, where nobody said a day. */
const asapDays = 14;

/** What a line of its history says (`action_update_kind`). */
export const updateKinds = [
  'made',
  'changed',
  'published',
  'progress',
  'done',
  'dropped',
  'handed',
  'reopened',
] as const;
export type UpdateKind = (typeof updateKinds)[number];

/** As what somebody wrote in the history (`action_update_role`); shown instead of a name. */
export const actionRoles = ['owner', 'chair', 'programme_manager', 'editor', 'minutes'] as const;
export type ActionRole = (typeof actionRoles)[number];

/** Who does it. `personId` gets the mails and is never public; an organisation or a role in words is (`action_owner_public`). */
export type ActionOwner = { personId: string | null; organisationId: string | null; words: string };

/** What an action is from (`action_source`). */
export type ActionSource =
  | { kind: 'by-hand' }
  | { kind: 'minutes'; meetingId: string; line: string }
  | { kind: 'decision'; decisionId: string }
  | { kind: 'promise'; promiseId: string }
  | { kind: 'handed'; followsId: string };

export const sourceKinds = ['by-hand', 'minutes', 'decision', 'promise', 'handed'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export type ActionContent = {
  title: string;
  explanation: string;
  owner: ActionOwner;
  due: Due;
};

/** Who writes, and as what. */
export type ActionWriter = { personId: string | null; role: ActionRole };

export function oneOf<const Known extends string>(known: readonly Known[], text: string, otherwise: Known): Known {
  return known.find((one) => one === text) ?? otherwise;
}

/** Open and past its day. What goes on all the time is never late. */
export function isLate(action: { state: string; dueOn: CalendarDate | null }, now: Instant): boolean {
  return action.state === 'open' && action.dueOn !== null && action.dueOn < dayInAmsterdam(now);
}

/** The day on which an action as soon as possible is asked about, where nobody said one. */
export function askedAbout(now: Instant): CalendarDate {
  return addDays(dayInAmsterdam(now), asapDays);
}
