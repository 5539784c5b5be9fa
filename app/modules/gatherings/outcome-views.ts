import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { ItemAnswer, ItemState, PromiseState } from './outcome.ts';
import type { ReportNumbers, SafeNumber, SafeParts } from './report.ts';
import type { GatheringCardView } from './views.ts';

/** A workshop as everybody sees it: how many places are left, never who comes. */
export type WorkshopView = {
  id: string;
  turn: number;
  title: string;
  about: string;
  room: string;
  capacity: number;
  placesLeft: number;
};

export type PortfolioLink = { name: string; slug: string };

/** A design question on the phone and on the big screen. */
export type QuestionLine = {
  id: string;
  text: string;
  clusterName: string | null;
  tableNumber: number | null;
  writtenAt: Date;
};

/** As above, for who runs it. */
export type QuestionWorkLine = QuestionLine & { isHidden: boolean; hiddenReason: string; revision: number };

/** One's own promise. */
export type OwnPromise = {
  id: string;
  what: string;
  dueOn: CalendarDate;
  state: PromiseState;
  isNamed: boolean;
  promiser: string;
  portfolio: PortfolioLink | null;
  answerText: string;
  revision: number;
};

/** What was put forward to a body, for everybody. */
export type AgendaItemView = {
  id: string;
  title: string;
  request: string;
  body: { slug: string; name: string };
  state: ItemState;
  putForwardAt: Date;
  answer: ItemAnswer | null;
  answerText: string;
  answeredAt: Date | null;
  questions: string[];
};

export type ReportQuestion = { id: string; text: string };
export type ReportNote = { id: string; kind: string; text: string; portfolios: PortfolioLink[] };
export type ReportPromise = {
  id: string;
  /** Empty: does not want to be named. */
  promiser: string;
  what: string;
  dueOn: CalendarDate;
  portfolio: PortfolioLink | null;
};
export type ReportMatch = { id: string; one: PortfolioLink; other: PortfolioLink };

/** Something with a name, or what has none (null). */
export type Pile<Item> = { name: string | null; items: Item[] };

/** What became of matches and promises; `untold`: not answered yet. Parts without anything are left out. */
export type Tally = { matches: SafeParts; promises: SafeParts };

/** A report as everybody reads it. Names only of who agrees at this moment. */
export type ReportView = {
  gathering: GatheringCardView;
  intro: string;
  publishedAt: Date | null;
  numbers: ReportNumbers;
  clusters: Pile<ReportQuestion>[];
  piles: Pile<ReportNote>[];
  matches: ReportMatch[];
  /** Plans that began with a note of the wall. */
  drafts: SafeNumber;
  promises: ReportPromise[];
  names: string[];
  items: AgendaItemView[];
  tally: Tally;
};

/** The same with everything in it, for who writes it. */
export type ReportDesk = {
  id: string;
  revision: number;
  /** `mark` of the names that are in it now. */
  names: string;
  isClosed: boolean;
  /** As the public reads or would read it. */
  shown: ReportView;
  /** Everything that was gathered, also what is left out. */
  all: Pick<ReportView, 'clusters' | 'piles' | 'matches' | 'promises'>;
  /** Ids of what is left out. */
  leftOut: string[];
  /** Names under promises that a helper typed for somebody who is not on the list: they cannot withdraw by themselves. */
  typedNames: string[];
};
