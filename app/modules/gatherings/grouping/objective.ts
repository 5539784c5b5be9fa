/**
 * What a good seat is worth. Pairs and groups are both judged by the sum, over every two people who sit together, of
 * these points; the arrangement with the highest sum is the best. Change them here and nowhere else.
 */
export const points = {
  /** Each of the two who asked to meet the other, or a portfolio of the other: people come for somebody. */
  wish: 60,
  /** What one portfolio needs and another offers, times how well it fits (0 to 1): the reason why the evening exists. */
  fit: 50,
  /** A resident with an organisation, an organisation with a professional: they do not meet each other by themselves. */
  roles: 30,
  /** Other areas, or near each other, whichever the organiser chose: new contacts, or a plan that one can walk to. */
  areas: 20,
  /** The first theme that both care about gives them something to begin with; a second one half of it, more count no further. */
  themes: 20,
  /** In groups: the same cluster, so that a table has one subject unless the numbers do not come out. */
  cluster: 80,
  /** Met before, where that is not forbidden outright: there is somebody new for everybody. */
  met: -120,
  /** Of one organisation or portfolio, where that is not forbidden outright: they can talk at work. */
  sameOrganisation: -100,
} as const;

/** Within this distance people count as near: a quarter of an hour on foot. Beyond, it fades to nothing at twice as far. */
export const nearMetres = 1000;

/**
 * What comes before points, for groups. Each is larger than all points that one person can bring into it, so that the order is:
 * everybody has a place, then nobody moves who sat already, then sizes alike, then points.
 */
export const before = {
  /** Per person without a place. */
  place: 100_000,
  /** Per person who has to get up: after a late arrival or somebody who left, the others stay where they are. */
  stay: 5_000,
  /** Per person more or fewer than an equal share, squared, in a new proposal: equal tables, and still room for who share a language. */
  balance: 2_000,
  /** The same after a late arrival: nobody gets up for it, but newcomers go to small tables. */
  balanceLater: 200,
} as const;
