import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { ActivityContent, ActivityGround } from './activity.ts';
import type { AllowanceRule } from './allowance-rule.ts';
import type { ClaimKind, ClaimState } from './claim.ts';

/** What pages of coordinators and of the administrator show. None of it is public. */

/** An activity on the desk of its coordinators. Amounts in cents, without what was refused or withdrawn. */
export type CoordinatedLine = {
  slug: string;
  name: string;
  bodyName: string;
  areaName: string | null;
  beginsOn: CalendarDate;
  endsOn: CalendarDate;
  budget: Cents;
  approved: Cents;
  waiting: Cents;
  waitingClaims: number;
  /** Day on which the claim that waits longest was made. */
  waitingSince: CalendarDate | null;
  volunteers: number;
};

export type Coordination = { open: CoordinatedLine[]; closed: CoordinatedLine[]; mayOpen: boolean };

/** `leftOut`: how many there are besides that an interest keeps the reader away from. */
export type GroundChoices = { grounds: GroundChoice[]; leftOut: number };

/** A decision or small spending that an activity can draw on. */
export type GroundChoice = ActivityGround & {
  number: string;
  title: string;
  bodyName: string;
  /** What activities do not need of it yet, in cents. */
  left: Cents;
};

/** Where an activity gets its money. */
export type GroundView = ActivityGround & { number: string; title: string; href: string };

/** An activity as its coordinators see it; who takes part and what they claimed comes apart. */
export type CoordinatedActivity = ActivityContent & {
  id: string;
  slug: string;
  bodyName: string;
  areaName: string | null;
  ground: GroundView;
  state: 'open' | 'closed';
  revision: number;
  /** Coordinates for its body and has no interest in it; who does not reads along. */
  mayWork: boolean;
  /** Would coordinate, if an interest did not keep them away (rule 2). */
  keptAway: boolean;
  /** Names of the coordinators beside the reader who can answer; empty for who does not coordinate. */
  others: string[];
};

/** A claim on the desk of a coordinator. */
export type CoordinatedClaim = {
  id: string;
  personName: string;
  day: CalendarDate;
  kind: ClaimKind;
  minutes: number | null;
  amount: Cents;
  note: string;
  hasReceipt: boolean;
  /** Whether the reader may open it: not with an interest in the activity (rule 2). */
  opensReceipt: boolean;
  claimedOn: CalendarDate;
  /** A coordinator typed it over. */
  typedByCoordinator: boolean;
  /** Why this reader cannot answer it: it is their own, or they typed it (rule 1). */
  keptFrom: 'own' | 'typed' | null;
  state: ClaimState;
  /** Why it was refused. */
  answer: string;
  answeredOn: CalendarDate | null;
};

export type Participant = {
  id: string;
  name: string;
  signedUpOn: CalendarDate;
  leftOn: CalendarDate | null;
  /** What was approved of this activity, and how much of it were hours, in cents and minutes. */
  approved: Cents;
  minutes: number;
};

export type ActivityPeople = {
  participants: Participant[];
  /** What the reader can answer first, then by when it was claimed. */
  waiting: CoordinatedClaim[];
  /** More wait than are shown. */
  waitingMore: number;
  /** What was answered, the latest first. */
  answered: CoordinatedClaim[];
  answeredMore: number;
  totals: { approved: Cents; waiting: Cents };
};

/** A rule of the law in the list of an administrator. */
export type ListedRule = AllowanceRule & {
  id: string;
  /** Day on which somebody added it; null: came with the product. */
  addedOn: CalendarDate | null;
  /** A later one for the same day counts instead. */
  isReplaced: boolean;
};
