/** In which role somebody comes. */
export type Role = 'resident' | 'organisation' | 'professional';

/** Somebody who is in the room, as far as it matters for who sits with whom. No names. */
export type Participant = {
  id: string;
  role: Role;
  /** Languages that they can have a conversation in, ISO 639-1. */
  languages: readonly string[];
  /** Code of the buurt or wijk where they live or work; null: not told. */
  area: string | null;
  organisation: string | null;
  /** Ids of the portfolios that they come for. */
  portfolios: readonly string[];
  /** Slugs of the themes that interest them. */
  themes: readonly string[];
  /** Key of the cluster that they chose in the first round; null: none. */
  cluster: string | null;
  /** Ids of the people and portfolios that they want to meet. */
  wants: readonly string[];
};

export type Two = readonly [string, string];

/** Everything that is known about the room. Order means nothing anywhere in it. */
export type Room = {
  people: readonly Participant[];
  /** Who sat together before: in an earlier round or gathering. */
  met: readonly Two[];
  /** Who must not sit together, said by the organiser; kept at all times. */
  apart: readonly Two[];
  /** How well what one portfolio needs meets what another offers, 0 to 1. */
  fits: readonly { between: Two; score: number }[];
  /** Where areas are, in metres; only used to bring people together who are near. */
  places: ReadonlyMap<string, { east: number; south: number }>;
};

/** Whether to mix areas or to bring neighbours together; the organiser chooses and the page says it. */
export type AreaWish = 'mixed' | 'near';

/** Why two people cannot be a pair, the firmest reason first. */
export const bars = ['kept-apart', 'no-shared-language', 'same-organisation', 'met-before'] as const;
export type Bar = (typeof bars)[number];

/**
 * What could not be done as asked, or was done although something speaks against it; the texts make sentences of it.
 * `people` and `wanted` are ids, never names; with clusters they are ids of portfolios.
 */
export type Explanation = {
  about: 'person' | 'wish' | 'pin' | 'together' | 'sizes' | 'list';
  reason:
    | Bar
    /** Person: could sit with somebody, but all of them are in pairs or groups that are full or differ in language. */
    | 'all-taken'
    /** Person: there is nobody else here (in this cluster). */
    | 'nobody-else'
    /** Person: too few people share a language with them to fill a group. */
    | 'too-few-for-a-group'
    /** Person: sits with somebody of another cluster, because there was nobody left in their own. */
    | 'other-cluster'
    /** Wish, pin or together: somebody in it is not in the room. */
    | 'not-here'
    /** Wish: possible, but another arrangement is better for the room as a whole. */
    | 'better-for-the-room'
    /** Pin or together: somebody is in another one already. */
    | 'pinned-elsewhere'
    /** Pin or together: too many or too few people. */
    | 'wrong-number'
    /** Sizes: this number of people cannot be divided into groups of the asked sizes. */
    | 'sizes-do-not-fit'
    /** Sizes: who is pinned here is fewer, or more, than a group may hold. */
    | 'pinned-group-size'
    /** List: the same person twice; counted once. */
    | 'listed-twice';
  people: readonly string[];
  /** Whom or which portfolio somebody wants to meet. */
  wanted?: string;
  /** Key of the group. */
  group?: string;
  /** Of a person without a place: with how many of the others it fails, and why. */
  counts?: Readonly<Partial<Record<Bar, number>>>;
  /** True: done all the same, this is only said; false: not done. */
  done: boolean;
};

/** Plain order of ids, the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
