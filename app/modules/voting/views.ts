import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { VoteCategory } from './category.ts';
import type { InvalidReason } from './paper.ts';
import type { VoteResult } from './result.ts';
import type { SignalKind } from './signal.ts';
import type { BallotRule, CountingRule, VoteState } from './vote.ts';

/** What everybody sees of a vote; none of it says anything of a voter. */
export type VoteFacts = BallotRule &
  CountingRule & {
    id: string;
    slug: string;
    state: VoteState;
    title: string;
    question: string;
    amount: Cents;
    minimumAge: number;
    opensAt: Instant;
    closesAt: Instant;
    byAccount: boolean;
    /** An account votes only after signing in by the identity provider. */
    byIdentity: boolean;
    cancelReason: string;
    cancelledAt: Instant | null;
    /** The fund holds an amount that was made up. */
    isExample: boolean;
    body: { slug: string; name: string; kind: string };
    areas: { code: string; name: string }[];
    /** With how many plans each has that take part, or may. */
    categories: (VoteCategory & { plans: number })[];
  };

/** A project on the ballot, in the version that is voted on. */
export type ProjectCard = {
  number: number;
  initiativeId: string;
  /** Address of the initiative as it is now. */
  slug: string;
  title: string;
  summary: string;
  cost: Cents;
  /** Null: the whole district. */
  area: string | null;
  /** Name of its category; null: in none. */
  category: string | null;
  picture: { src: string; srcSet: string; sizes: string; alt: string; width: number; height: number } | null;
};

export type ExcludedProject = { number: number; slug: string; title: string; reason: string };

export type VotePageView = VoteFacts & {
  projects: ProjectCard[];
  excluded: ExcludedProject[];
  /** The last count; null: not counted. */
  result: VoteResult | null;
  /** Lots that ended a tie, the first first. */
  lotsDrawn: LotDrawn[];
};

export type VoteLine = Pick<VoteFacts, 'slug' | 'state' | 'title' | 'amount' | 'opensAt' | 'closesAt'> & {
  bodyName: string;
  areas: string[];
  projects: number;
};

/** A project for who prepares a vote. */
export type WorkProject = {
  number: number;
  slug: string;
  title: string;
  cost: Cents;
  /** Number of its category; null: in none. */
  category: number | null;
  requested: Cents;
  verdict: 'included' | 'excluded' | null;
  reason: string;
  checkedBy: string | null;
  /** Why this person does not check it; null: may. */
  interest: string | null;
};

/** What one person proposed, and another confirms. */
export type WaitingStep = { proposerName: string; isOwn: boolean };

/** A lot that two persons saw drawn; `lots` are numbers of projects, the first first. */
export type LotDrawn = { lots: number[]; drawnAt: Instant; place: string };

export type VoteWorkView = VoteFacts & {
  revision: number;
  bodyId: string;
  /** `free`: what no decision and no vote holds, this vote among them. */
  fund: { id: string; name: string; free: Cents; reserved: Cents };
  preparerName: string;
  announcerName: string | null;
  /** Who proposed to cancel it, and who confirmed; who threw a draft away. */
  cancelledBy: string[];
  projects: WorkProject[];
  /** What can be put up, and is not yet. */
  candidates: { id: string; title: string; requested: Cents; isHere: boolean }[];
  sheets: { id: string; areaName: string; codes: number; madeAt: Instant; madeBy: string }[];
  /** How many voted, and where that can be told how many in each area. */
  voted: number;
  turnout: { areaName: string; voters: number | null }[];
  /** Hours in which codes were tried that do not exist. */
  wrongCodes: { hour: Instant; tries: number }[];
  counts: { attempt: number; countedAt: Instant; countedBy: string; isTie: boolean; isAnnulled: boolean }[];
  result: VoteResult | null;
  /** Waits for a second person. */
  cancellation: (WaitingStep & { reason: string }) | null;
  lot: (WaitingStep & LotDrawn) | null;
  /** May do anything; the controlegroep reads along. */
  mayRun: boolean;
  mayAnnounce: boolean;
};

export type VoteWorkLine = Omit<VoteLine, 'areas' | 'projects'> & { id: string };

export type VoteWork = { votes: VoteWorkLine[]; bodies: { slug: string; name: string }[] };

/** What can be filled in when a vote of a body is prepared. */
export type VoteChoices = {
  id: string;
  slug: string;
  name: string;
  ownAreas: string[];
  /** Of each what is neither promised nor set apart. */
  funds: { id: string; name: string; free: Cents }[];
  areas: { code: string; name: string }[];
};

/** Cards with which a visitor of the demo tries a vote. */
export type DemoVotingCards = { slug: string; title: string; codes: { code: string; shown: string }[] };

/** A project as it stands on a paper ballot. */
export type PaperProject = { number: number; title: string; cost: Cents; area: string | null; category: string | null };

/** A paper that was entered and is not done: nothing of what was entered. */
export type WaitingPaper = { number: number; paper: string; isOwn: boolean; differs: boolean };

export type PaperTableView = VoteFacts & {
  projects: PaperProject[];
  waiting: WaitingPaper[];
  takesPapers: boolean;
  /** Also when that count was annulled. */
  wasCounted: boolean;
};

/** What became of the papers that were printed, by number. */
export type PaperNumbers = {
  printed: number;
  counted: number[];
  invalid: number[];
  /** Entered, and not confirmed yet. */
  waiting: number[];
  unused: number;
  reasons: { reason: InvalidReason; papers: number }[];
};

export type PaperWorkView = VoteFacts & {
  projects: PaperProject[];
  volunteers: { id: string; name: string }[];
  sheets: { id: string; areaName: string; papers: number; madeAt: Instant; madeBy: string }[];
  numbers: PaperNumbers | null;
  mayRun: boolean;
};

/** Paper ballots with which a visitor of the demo tries the table. */
export type DemoPapers = { voteId: string; papers: string[] };

/** A signal for the controlegroep: what and how much, in which hour; nobody and no ballot. */
export type SignalView = {
  id: string;
  kind: SignalKind;
  hour: Instant;
  /** At least so many. */
  amount: number;
  vote: { id: string; title: string; bodyName: string };
  answer: string;
  answeredAt: Instant | null;
};
