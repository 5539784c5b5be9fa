import { slicesOf } from '#app/modules/counting/comparison/groups.ts';
import type { ComparedRule, Comparison } from '#app/modules/counting/comparison/comparison.ts';
import type { ToldCount } from '#app/modules/counting/comparison/told-count.ts';
import { countedCategories } from './category.ts';
import { electionOf } from '#app/modules/counting/election.ts';
import type { VoteOutcome } from './result.ts';
import type { VotePageView } from './views.ts';

type Vote = Pick<VotePageView, 'title' | 'amount' | 'minimumVotes' | 'projects' | 'categories'>;

/**
 * An outcome as pages of counting show it: by places in the list of projects instead of numbers on the ballot.
 * @param wholeDistrict what a project without an area is put under where money is told per area
 */
export function comparedResult(
  { title, amount, minimumVotes, projects, categories }: Vote,
  result: VoteOutcome,
  wholeDistrict: string,
): { comparison: Comparison; told: ToldCount } {
  const places = new Map(projects.map(({ number }, place) => [number, place]));
  const placeOf = (number: number) => places.get(number) ?? -1;
  const placed = <Line extends { project: number }>(line: Line) => ({ ...line, project: placeOf(line.project) });
  const inCategory = projects.map(({ category }) => categories.find(({ name }) => name === category)?.number ?? null);
  const limits = countedCategories(
    categories,
    inCategory.map((category) => ({ category })),
  );
  const limited = <Line extends { category: number }>(line: Line) => ({
    ...{ ...line, category: limits.findIndex(({ number }) => number === line.category) },
  });
  const votesOf = new Map(result.votes.map(({ project, votes }) => [project, votes]));
  const shown = projects.map(({ number, title: name, cost }) => ({ id: String(number), name, cost }));
  const election = electionOf(amount, shown, []);
  const areas = projects.map(({ area }) => [area ?? wholeDistrict]);
  const hasAreas = new Set(areas.flat()).size > 1;
  const rules = result.compared.map(({ winners, tied, ...rule }): ComparedRule => {
    const won = winners.map(placeOf);
    const slices = [
      ...(categories.length > 0
        ? [{ by: 'category' as const, names: projects.map((one) => [one.category ?? '']) }]
        : []),
      ...(hasAreas ? [{ by: 'place' as const, names: areas }] : []),
    ].map(({ by, names }) => ({ by, slices: slicesOf(election, won, { by, names }) }));
    return { ...rule, winners: won, tied: tied.map(placeOf), slices, groups: [] };
  });
  return {
    comparison: {
      about: { title, place: '', year: '' },
      budget: amount,
      voters: result.voters,
      projects: shown.map((project, place) => ({ ...project, votes: votesOf.get(projects[place]?.number ?? 0) ?? 0 })),
      ...{
        minimumVotes,
        categories: limits,
        inFile: result.rule,
        agrees: null,
        lots: result.lots.map((order) => order.map(placeOf)),
        rules,
      },
    },
    told: {
      ...{ rule: result.rule, endowment: result.endowment, spent: result.spent, leftOfBudget: result.leftOfBudget },
      rounds: result.rounds.map((round) => ({
        ...placed(round),
        next: round.next.map(placed),
        popular: round.popular === null ? null : placed(round.popular),
        shuts: round.shuts.map((line) => limited(placed(line))),
      })),
      missed: result.missed.map(placed),
      shut: result.shut.map((line) => limited(placed(line))),
      leftOver: result.leftOver.map((line) => ({
        ...{ ...placed(line), full: line.full === null ? null : limited(line.full) },
      })),
    },
  };
}
