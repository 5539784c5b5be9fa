import type { Election } from '../election.ts';

/** How a result falls to voters. */
export type Spread = {
  /** How many voters have 0, 1, 2, and 3 or more winners among what they chose. */
  readonly byWinners: readonly [number, number, number, number];
  /**
   * The voters in four equal groups, from least to most money: what part each got of all that was spent, together 1. The cost of a
   * winner is divided equally over who chose it ("the share" of Maly, Rey, Endriss and Lackner, 2023). For a picture: doubles.
   */
  readonly quarters: readonly [number, number, number, number];
};

export function spreadOf(election: Election, winners: readonly number[]): Spread {
  const byWinners: [number, number, number, number] = [0, 0, 0, 0];
  const parts = partsOf(election, winners);
  const won = new Set(winners);
  const purses = election.ballots.map(({ voters, chosen }) => {
    const wins = chosen.filter((project) => won.has(project));
    const place = Math.min(3, wins.length) as 0 | 1 | 2 | 3;
    byWinners[place] += voters;
    return { voters, money: wins.reduce((sum, project) => sum + (parts[project] ?? 0), 0) };
  });
  return { byWinners, quarters: quartersOf(purses, election.voters) };
}

/** What one supporter's part of each winner is, in cents; nothing for who did not win. */
export function partsOf({ projects, votes }: Election, winners: readonly number[]): readonly number[] {
  const won = new Set(winners);
  return projects.map(({ cost }, at) => (won.has(at) ? cost / (votes[at] ?? 1) : 0));
}

/** Groups of equal voters are cut where a quarter ends. */
function quartersOf(
  purses: readonly { readonly voters: number; readonly money: number }[],
  voters: number,
): [number, number, number, number] {
  const quarters: [number, number, number, number] = [0, 0, 0, 0];
  const all = purses.reduce((sum, purse) => sum + purse.voters * purse.money, 0);
  if (all === 0) return quarters;
  let seen = 0;
  for (const purse of [...purses].sort((one, other) => one.money - other.money)) {
    let many = purse.voters;
    while (many > 0) {
      const quarter = Math.min(3, Math.floor((4 * seen) / voters)) as 0 | 1 | 2 | 3;
      const here = quarter === 3 ? many : Math.min(many, ((quarter + 1) * voters) / 4 - seen);
      quarters[quarter] += (here * purse.money) / all;
      seen += here;
      many -= here;
    }
  }
  return quarters;
}
