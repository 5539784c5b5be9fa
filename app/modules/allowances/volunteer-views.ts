import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Received, Room } from './allowance-rule.ts';
import type { ClaimKind, ClaimState } from './claim.ts';
import type { AreaFigures } from './published-figures.ts';

/** Of an activity for everybody: nobody's name, and nothing of what one person did. Amounts in cents. */
export type PublicActivity = {
  slug: string;
  name: string;
  body: { slug: string; name: string };
  /** Null: the whole district. */
  area: { code: string; name: string } | null;
  /** Per hour from 21 years on, and under 21; nothing where only expenses are paid. */
  hour: Cents;
  hourYoung: Cents;
  paysExpenses: boolean;
  beginsOn: CalendarDate;
  endsOn: CalendarDate;
};

export type OpenActivities = {
  activities: PublicActivity[];
  /** Wijken with an open activity, and the one that was asked for. */
  areas: { code: string; name: string }[];
  /** What the list is filtered by; empty: nothing. */
  area: string;
};

/** What promised the money, as it can be read elsewhere. */
export type GroundLink = { kind: 'decision' | 'spending'; number: string; title: string; href: string };

export type ActivityPage = PublicActivity & {
  description: string;
  isOpen: boolean;
  budget: Cents;
  normReason: string;
  ground: GroundLink;
  initiative: { slug: string; title: string } | null;
  /** How many people take part now; null when that is fewer than may be told. */
  volunteers: number | null;
  /** What was published of it; null while too few people are behind it. */
  approved: PublishedSum | null;
};

/** What the actor has to do with an activity. */
export type OwnPart = {
  activityId: string;
  takesPart: 'now' | 'left' | 'never';
  leftOn: CalendarDate | null;
};

/** What a person can still get, as the database counts when they claim. Amounts in cents. */
export type PersonRoom = {
  day: CalendarDate;
  most: { month: Cents; year: Cents };
  /** Claims that were approved or wait. */
  received: Received;
  room: Room;
  isUnder21: boolean;
};

export type Circumstances = {
  /** Null: is 21 already, or said nothing yet. */
  turns21On: CalendarDate | null;
  hasTold: boolean;
  /** What the person said to get elsewhere this year. */
  elsewhere: Cents;
};

export type OwnClaim = {
  id: string;
  day: CalendarDate;
  kind: ClaimKind;
  activity: { slug: string; name: string };
  minutes: number | null;
  amount: Cents;
  note: string;
  state: ClaimState;
  claimedAt: Instant;
  /** A coordinator typed it. */
  byCoordinator: boolean;
  answeredAt: Instant | null;
  /** Why it was refused. */
  answer: string;
  /** Name of the file. */
  receipt: string | null;
};

export type OwnMonth = { month: CalendarDate; waiting: Cents; approved: Cents; claims: OwnClaim[] };

export type OwnAllowances = {
  /** Null when no rule holds today. */
  room: PersonRoom | null;
  circumstances: Circumstances;
  activities: {
    slug: string;
    name: string;
    isOpen: boolean;
    paysExpenses: boolean;
    paysHours: boolean;
    hasLeft: boolean;
  }[];
  /** The newest first. */
  months: OwnMonth[];
};

export type FiguredActivity = {
  slug: string;
  name: string;
  body: { slug: string; name: string };
};

/** An amount of everybody together, counted until a day. */
export type PublishedSum = { amount: Cents; until: CalendarDate };

export type PublicAllowances = {
  /** Last day that is counted, and when that was published; null while no month was. */
  until: CalendarDate | null;
  publishedOn: CalendarDate | null;
  /** When the next month comes. */
  nextOn: CalendarDate | null;
  amount: Cents;
  areas: (AreaFigures<FiguredActivity> & { areaName: string | null })[];
};
