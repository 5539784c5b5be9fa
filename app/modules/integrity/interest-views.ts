import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Role } from '#app/modules/people/role.ts';
import type { PublicKind, StandingKind, StatementState } from './standing.ts';

/** What everybody reads of one interest: of a personal one no more than that it is there and since when. */
export type PublicInterest = {
  kind: PublicKind;
  organisation: string | null;
  isPaid: boolean;
  gift: string;
  value: Cents | null;
  isKept: boolean;
  beginsOn: CalendarDate;
  endsOn: CalendarDate | null;
};

/** A role in a body: never whose, but for a chair whom the body names itself. */
export type PublicHolder = {
  role: Role;
  organisation: string | null;
  isResident: boolean;
  chairName: string | null;
  /** When they last said that this is all; null: not yet. */
  statedOn: CalendarDate | null;
  interests: PublicInterest[];
};

export type PublicBody = {
  slug: string;
  name: string;
  /** Who declared something or said that there is nothing. Who did not yet is only counted. */
  holders: PublicHolder[];
  /** Null where the body is so small that the figure would point to somebody. */
  stated: { made: number; all: number } | null;
};

/** A line of one's own register, with what only its owner reads. */
export type OwnInterest = {
  interestId: string;
  kind: StandingKind;
  organisation: string;
  isPaid: boolean;
  gift: string;
  value: Cents | null;
  isKept: boolean;
  note: string;
  beginsOn: CalendarDate;
  endsOn: CalendarDate | null;
  /** Shown to the public with what it is about. */
  isPublic: boolean;
  /** Keeps out of everything of that organisation now. */
  isRunning: boolean;
  /** Still belongs in the register, so that "nothing to report" would not be true. */
  isCurrent: boolean;
  /** Earlier versions of it, the newest first. */
  changes: number;
};

/** Somebody with a role in a body whose work the actor reads. */
export type HolderWork = {
  key: string;
  bodyName: string;
  /** For colleagues. */
  name: string;
  roles: Role[];
  organisation: string | null;
  state: StatementState;
  statedOn: CalendarDate | null;
  dueOn: CalendarDate;
  /** What runs, and what is private of it for who has to judge that. */
  interests: { kind: StandingKind | PublicKind; organisation: string; note: string | null }[];
};
