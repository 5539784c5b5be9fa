import { addDays, dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';

export const meetingStates = ['concept', 'announced', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** What is done with an item (`meeting_item_kind`). */
export const itemKinds = ['inform', 'discuss', 'decide'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Where something stands that people put forward (`meeting_request_state`). */
export const requestStates = ['asked', 'placed', 'answered', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

/** The way of minutes (`minutes_move`). */
export const minutesStates = ['concept', 'sent', 'adopted', 'published'] as const;
export type MinutesState = (typeof minutesStates)[number];

/** What waits to be done with minutes: their state, or how far the names are out of a version that is not public yet. */
export type MinutesStep = MinutesState | 'correcting' | 'offered' | 'released';

/** @param newest the newest version that was adopted, with how far its redaction is; undefined when there is none */
export function minutesStep(
  state: MinutesState,
  newest: { isPublished: boolean; redaction: string | null } | undefined,
): MinutesStep {
  if (newest === undefined || newest.isPublished) return state;
  if (newest.redaction === 'offered' || newest.redaction === 'released') return newest.redaction;
  return state === 'published' ? 'correcting' : state;
}

/** What the public may know that happened to a meeting (`meeting_change_kind`). */
export const changeKinds = [
  'announced',
  'moved',
  'cancelled',
  'agenda-published',
  'item-added',
  'item-changed',
  'item-removed',
  'item-moved',
  'file-added',
  'file-removed',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

function wordOf<Known extends string>(known: readonly Known[], what: string) {
  return (text: string): Known => {
    const found = known.find((one) => one === text);
    if (found === undefined) throw new Error(`no ${what}: ${text}`);
    return found;
  };
}

/** The database keeps to the same words. @throws Error for another word */
export const meetingState = wordOf(meetingStates, 'state of a meeting');
export const itemKind = wordOf(itemKinds, 'kind of an agenda item');
export const requestState = wordOf(requestStates, 'state of a request');
export const minutesState = wordOf(minutesStates, 'state of minutes');
export const changeKind = wordOf(changeKinds, 'change of a meeting');

/** Longest texts, in characters (`meeting_texts`, `meeting_item_texts`, `meeting_request_texts`). */
export const longestMeetingText = {
  title: 120,
  about: 2000,
  venueName: 120,
  venueAddress: 200,
  chairName: 120,
  cancelReason: 300,
  itemTitle: 200,
  itemExplanation: 4000,
  requestTitle: 120,
  request: 2000,
  answer: 2000,
  amendments: 4000,
  correction: 1000,
  fileDescription: 300,
} as const;

/** Minutes that an item may take. */
export const longestItem = 480;
export const mostItems = 60;
export const mostFilesOfItem = 10;

/** Days before a meeting by which its agenda is published, unless somebody says another day. */
export const agendaDays = 7;

/** Days within which a body answers what was put forward. */
const answerDays = 42;

export function answerByOf(askedAt: Instant): CalendarDate {
  return addDays(dayInAmsterdam(askedAt), answerDays);
}

/** What is typed of a meeting. */
export type MeetingContent = {
  title: string;
  about: string;
  startsAt: Instant;
  endsAt: Instant;
  venueName: string;
  venueAddress: string;
  chairName: string;
  isOpen: boolean;
  agendaBy: CalendarDate;
};

/** What is typed of an item. */
export type ItemContent = {
  title: string;
  explanation: string;
  kind: ItemKind;
  minutes: number;
  actielijnId: string | null;
  initiativeSlug: string;
  decisionId: string | null;
};

/** `wonen-en-leefomgeving` on 3 December: `wonen-en-leefomgeving-2026-12-03`, and `-2` for the second of that day. */
export function meetingSlug(bodySlug: string, day: CalendarDate, isTaken: (slug: string) => boolean): string {
  const base = `${bodySlug}-${day}`;
  if (!isTaken(base)) return base;
  for (let number = 2; ; number += 1) if (!isTaken(`${base}-${String(number)}`)) return `${base}-${String(number)}`;
}

/** Whether an item came or changed after everybody could read the agenda. */
export function markOf(
  item: { addedAt: Instant; changedAt: Instant; removedAt: Instant | null },
  publishedAt: Instant | null,
): 'added' | 'changed' | 'removed' | null {
  if (publishedAt === null) return null;
  if (item.removedAt !== null) return 'removed';
  if (item.addedAt > publishedAt) return 'added';
  return item.changedAt > publishedAt ? 'changed' : null;
}
