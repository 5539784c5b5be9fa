import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Side } from './conversation.ts';
import type { MatchOutcome, SupportDirection } from './exercise.ts';
import type { Line, PortfolioKind, PortfolioState, Unreachable } from './portfolio.ts';

/** A portfolio by its name and address: all that may be said of it everywhere. */
export type PortfolioName = { slug: string; name: string };

type NamedArea = { code: string; name: string };
type NamedTheme = { slug: string; name: string };

/** One portfolio on the marketplace, for everybody. */
export type PortfolioCardView = PortfolioName & {
  /** Draws the stamp. */
  id: string;
  kind: PortfolioKind;
  about: string;
  /** Of an initiative its stage, of a group how far it is. */
  stage: string | null;
  wholeDistrict: boolean;
  /** Names of its wijken. */
  areas: readonly string[];
  needs: readonly Line[];
  offers: readonly Line[];
};

export type PortfolioPageView = PortfolioName & {
  id: string;
  kind: PortfolioKind;
  about: string;
  stage: string | null;
  place: string;
  languages: readonly string[];
  wholeDistrict: boolean;
  areas: readonly NamedArea[];
  themes: readonly NamedTheme[];
  lines: readonly (Line & { fromVersion: number | null })[];
  initiativeSlug: string | null;
  /** The organisation itself, or the one that carries the initiative. */
  organisation: { slug: string; name: string } | null;
  /** The portfolio of that organisation, where this one is an initiative of it. */
  organisationPortfolio: PortfolioName | null;
  /** Initiatives of this organisation that are on the marketplace. */
  initiatives: readonly PortfolioName[];
  matches: readonly PortfolioName[];
  /** Null: people can write to it. */
  unreachable: Unreachable | null;
  isActive: boolean;
  /** A plan of the papers that nobody keeps yet: who belongs to it can say so. */
  canBeClaimed: boolean;
};

/** A portfolio of the actor's. */
export type OwnPortfolio = PortfolioName & {
  id: string;
  kind: PortfolioKind;
  state: PortfolioState;
  /** On the marketplace: open, and its initiative neither withdrawn nor completed. */
  isActive: boolean;
};

export type OwnLine = Line & { isDone: boolean; fromVersion: number | null };

/** What keepers see of their portfolio to change it. */
export type EditedPortfolio = OwnPortfolio & {
  about: string;
  phase: string | null;
  place: string;
  languages: readonly string[];
  areas: readonly string[];
  themes: readonly string[];
  hiddenReason: string;
  revision: number;
  initiativeSlug: string | null;
  lines: readonly OwnLine[];
  /** Of a group: who else keeps it, by name; only for each other. */
  keepers: readonly { id: string; name: string; isMe: boolean; addedOn: CalendarDate }[];
  /** Who was asked to keep it too and did not answer yet; the address only for who typed it. */
  invitations: readonly { id: string; email: string | null; until: Instant }[];
  /** Its keepers are named here, and not by a plan or an organisation. */
  hasOwnKeepers: boolean;
};

/** The other side of a conversation: a portfolio, or a person without one, of whom no name is shown. */
export type Correspondent = PortfolioName | null;

export type ConversationItem = {
  id: string;
  subject: string;
  mine: PortfolioName | null;
  other: Correspondent;
  isMatch: boolean;
  lastMessageAt: Instant;
  unread: number;
};

export type MessageView = {
  id: string;
  /** Whose it is, seen from who reads it. */
  from: 'mine' | 'theirs' | 'product';
  /** Written by the reader, not by another keeper of the same portfolio. */
  isOwn: boolean;
  text: string;
  sentAt: Instant;
};

/** What each of two portfolios needs and offers, for who meet. */
export type IntroducedSide = PortfolioName & { needs: readonly Line[]; offers: readonly Line[] };

export type MatchView = {
  id: string;
  madeAt: Instant;
  /** The product asked what became of it. */
  isAsked: boolean;
  outcome: MatchOutcome | null;
  outcomeText: string;
  /** Of the answer that is there, to see whether another came in between; null without one. */
  answeredAt: Instant | null;
};

/** Why a conversation takes no further message from the reader. */
export type NoAnswer = Unreachable | 'blocked-by-us' | 'blocked' | 'gone' | 'mine-hidden';

export type ConversationView = {
  id: string;
  subject: string;
  side: Side;
  mine: PortfolioName | null;
  other: Correspondent;
  messages: readonly MessageView[];
  /** Of what the other portfolio is; null: a person without one. */
  otherKind: PortfolioKind | null;
  introduction: readonly [IntroducedSide, IntroducedSide] | null;
  match: MatchView | null;
  /** Null: the reader can write. */
  noAnswer: NoAnswer | null;
  /** There is somebody on the other side to block. */
  canBlock: boolean;
  /** The reader's own reports, newest first. */
  reports: readonly { reportedAt: Instant; answer: string | null; answerReason: string }[];
};

export type ShortlistItem = PortfolioName & {
  id: string;
  kind: PortfolioKind;
  areas: readonly string[];
  /** What of theirs fits ours, in their words. */
  needs: readonly Line[];
  offers: readonly Line[];
};

export type ChoiceView = PortfolioName & { id: string; direction: SupportDirection; reason: string };

export type RoundView = { id: string; slug: string; name: string; opensOn: CalendarDate; closesOn: CalendarDate };

export type ExerciseView = {
  round: RoundView;
  /** What this portfolio answered. */
  mine: readonly ChoiceView[];
  /** Who named this portfolio, and how: `supports-us` says that we support them. */
  namedUs: readonly ChoiceView[];
  /** Whom the portfolio could name, for each of the two questions. */
  shortlist: Record<SupportDirection, readonly ShortlistItem[]>;
};

export type OwnMatch = MatchView & { other: PortfolioName | null; conversationId: string | null };
