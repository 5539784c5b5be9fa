import type { AreaWish, Explanation } from './grouping/room.ts';
import type { ComesAs } from './registration.ts';
import type { ProposalState, RoundKind, RoundState } from './rounds.ts';

/** A round in the programme. */
export type RoundView = {
  id: string;
  position: number;
  kind: RoundKind;
  title: string;
  minutes: number;
  state: RoundState;
  openedAt: Date | null;
  /** Until when it runs; null: it is not open. */
  endsAt: Date | null;
  proposal: ProposalState;
  areaWish: AreaWish;
  leastSeats: number;
  mostSeats: number;
  revision: number;
};

export type BoardCluster = { id: string; name: string; revision: number; isPinned: boolean };

/** A card of a portfolio; nobody's name is on it. */
export type BoardCard = {
  portfolioId: string;
  slug: string;
  name: string;
  clusterId: string | null;
  /** Put there by somebody. */
  isPinned: boolean;
  revision: number;
  /** Of a portfolio that the reader comes for. */
  isMine: boolean;
};

export type Board = { clusters: BoardCluster[]; cards: BoardCard[]; isOpen: boolean };

/** Somebody in the room, for who runs the gathering. */
export type SeatedPerson = {
  registrationId: string;
  name: string;
  comesAs: ComesAs;
  /** Portfolios that they come for, or what they wrote. */
  comesFor: string;
  languages: string[];
  isPinned: boolean;
  /** Not in any more. */
  hasLeft: boolean;
};

export type TableView = {
  number: number;
  clusterName: string | null;
  /** Languages that everybody at it speaks. */
  languages: string[];
  people: SeatedPerson[];
};

/** What could not be done, with names. */
export type Said = Pick<Explanation, 'about' | 'reason' | 'done'> & { people: string[]; wanted: string | null };

export type RoundTables = {
  round: RoundView;
  tables: TableView[];
  /** Who is in and has no seat. */
  without: SeatedPerson[];
  /** Everybody who is in, to choose from. */
  room: { value: string; label: string }[];
  mending: { moves: { name: string; from: number | null; to: number | null }[]; without: string[] } | null;
  explanations: Said[];
  apart: { oneId: string; otherId: string; one: string; other: string }[];
};

/** Somebody at the same table: what stands on their name card, and no more of their name than the first word. */
export type TableMate = { firstName: string; comesFor: string };

export type TonightSeat = {
  table: number;
  clusterName: string | null;
  languages: string[];
  mates: TableMate[];
};

/** How it stands between two who sat together. null: not said. said: waits for the other. */
export type GoOnState = 'said' | 'both' | 'match' | null;

export type MateToGoOnWith = TableMate & { toId: string; state: GoOnState };

/** An evening as somebody in the room sees it on their phone. */
export type Tonight = {
  /** The round that is open, or null. */
  round: RoundView | null;
  next: RoundView | null;
  seat: TonightSeat | null;
  /** Marked at the door and not left. */
  isIn: boolean;
  /** Clusters to choose from, for who comes for no portfolio. */
  choice: { clusters: { value: string; label: string }[]; chosen: string } | null;
  /** With whom they sat, and whether they want to go on. */
  sat: { roundId: string; title: string; table: number; mates: MateToGoOnWith[] }[];
};

export type ScreenTable = { number: number; clusterName: string | null; firstNames: string[] };

export type ScreenCluster = { id: string; name: string; cards: string[] };

/** What the big screen in the room shows: first words of names, as on the cards that people wear. */
export type Screen = {
  round: RoundView | null;
  next: RoundView | null;
  tables: ScreenTable[];
  clusters: ScreenCluster[];
};
