import { addDays, addMonths, type CalendarDate } from '#app/kernel/calendar-date.ts';

/**
 * Kinds of standing interests, which count in everything of an organisation (the database knows the same names,
 * `standing_interest_kind`). Family and other ties are private: the public reads that there is a personal interest.
 */
export const standingKinds = ['position', 'board', 'ownership', 'gift', 'family', 'other'] as const;

export type StandingKind = (typeof standingKinds)[number];

export function isStandingKind(text: string | null | undefined): text is StandingKind {
  return standingKinds.some((kind) => kind === text);
}

const privateKinds: readonly StandingKind[] = ['family', 'other'];

export function isPrivateKind(kind: StandingKind): boolean {
  return privateKinds.includes(kind);
}

/** What the public reads in the place of a kind. */
export type PublicKind = Exclude<StandingKind, 'family' | 'other'> | 'personal';

export function publicKind(kind: StandingKind): PublicKind {
  return kind === 'family' || kind === 'other' ? 'personal' : kind;
}

/** Until when a line counts; null: it goes on. A gift counts for a year (`standing_interest_end`). */
export function lineEnd(line: {
  kind: StandingKind;
  beginsOn: CalendarDate;
  endsOn: CalendarDate | null;
}): CalendarDate | null {
  return line.kind === 'gift' ? addMonths(line.beginsOn, 12) : line.endsOn;
}

/** Longest words, in characters; the database says the same. */
export const longest = { organisation: 120, gift: 200, note: 2000 } as const;

/** How the yearly statement of somebody stands: made within a year, to come for who never made one, due, or a month late. */
export type StatementState = 'made' | 'coming' | 'due' | 'late';

/** Days after the day on which a statement is due, from which the chair sees that it is late. */
const patience = 30;

/** @param dueOn a year after the last statement, or two weeks after the role or the register began */
export function statementState(
  { dueOn, statedOn }: { dueOn: CalendarDate; statedOn: CalendarDate | null },
  today: CalendarDate,
): StatementState {
  if (today < dueOn) return statedOn === null ? 'coming' : 'made';
  return today > addDays(dueOn, patience) ? 'late' : 'due';
}

/** Fewer people than this and a count would point to somebody. */
export const fewestPeople = 5;
