import type { GatheringForm, GatheringState } from './gathering.ts';
import type { ComesAs, RegistrationContent, RegistrationState } from './registration.ts';

/** A gathering in a list, for everybody. */
export type GatheringCardView = {
  slug: string;
  title: string;
  form: GatheringForm;
  areaName: string;
  startsAt: Date;
  endsAt: Date;
  venueName: string;
  state: GatheringState;
};

/** A gathering for everybody: never who comes. */
export type PublicGathering = GatheringCardView & {
  id: string;
  about: string;
  venueAddress: string;
  languages: string[];
  childCare: string;
  accessibility: string;
  hosts: { slug: string; name: string }[];
  cancelReason: string;
  capacity: number;
  /** Places that are nobody's and that nobody waits for. */
  placesLeft: number;
  /** How many wait. */
  waiting: number;
  /** Whether one can register now. */
  isOpen: boolean;
  revision: number;
};

/** An area of Meet & Match in one year. */
export type AreaView = {
  id: string;
  name: string;
  slug: string;
  isExample: boolean;
  revision: number;
  buurten: { code: string; name: string }[];
  /** Gatherings planned in it. */
  gatherings: number;
};

/** What the holder of a personal link sees. */
export type OwnRegistration = RegistrationContent & {
  id: string;
  state: RegistrationState;
  keptUntil: Date | null;
  /** How many wait before them; null: does not wait. */
  waitBefore: number | null;
  doorCode: string;
  hasAccount: boolean;
  /** Came, according to the door. */
  arrivedAt: Date | null;
  revision: number;
  gathering: PublicGathering;
};

/** How a gathering stands, for who runs it. */
export type GatheringCounts = {
  confirmed: number;
  held: number;
  offered: number;
  waiting: number;
  arrived: number;
  children: number;
  /** Came to the door without having registered. */
  walkIns: number;
};

export type WorkCard = GatheringCardView & GatheringCounts & { capacity: number };

/** Somebody on the list of organisers and helpers. */
export type RegistrationLine = {
  id: string;
  name: string;
  comesAs: ComesAs;
  comesFrom: string;
  languages: string[];
  state: RegistrationState;
  doorCode: string;
  isWalkIn: boolean;
  arrivedAt: Date | null;
  children: number;
  accessWish: string;
  meetWish: string;
  queueNumber: number | null;
  portfolios: string[];
};

/** What helpers need of somebody: nothing more. */
export type DoorLine = Pick<RegistrationLine, 'id' | 'name' | 'doorCode' | 'arrivedAt' | 'comesFrom'> & {
  /** Has a place, or only came to see whether there is one. */
  hasPlace: boolean;
};

export type CrewLine = { personId: string; name: string; task: 'organiser' | 'helper' };
