import { cents, subtractCents, type Cents } from '#app/kernel/money.ts';
import type { NamedCategory } from '../category.ts';
import { count, type Outcome, type Rule } from '../count.ts';
import { costOf, type Election, type VoteProject } from '../election.ts';
import type { PabulibFile, PabulibVote } from '../pabulib/file.ts';
import { ruleInFile } from '../pabulib/rule.ts';
import { askingsOf, slicesOf, sortingsOf, votersOf, type Slice, type VoterGroup } from './groups.ts';
import { methodOf, nameOf, ruleNames, type RuleName } from './rules.ts';
import { spreadOf, type Spread } from './spread.ts';

/** What one rule makes of a vote. */
export type ComparedRule = Spread & {
  readonly name: RuleName;
  /** Places of what wins, in the order in which it won. */
  readonly winners: readonly number[];
  /** Projects between which a lot decides that nobody drew; the winners are then as if it gave them the order of the file. Empty without a tie. */
  readonly tied: readonly number[];
  readonly spent: Cents;
  readonly left: Cents;
  /** What every voter began with, in whole cents; null with greedy. */
  readonly endowment: Cents | null;
  readonly slices: readonly { readonly by: 'category' | 'place'; readonly slices: readonly Slice[] }[];
  readonly groups: readonly { readonly by: 'age' | 'sex' | 'place'; readonly groups: readonly VoterGroup[] }[];
};

/** One vote counted by every rule. */
export type Comparison = {
  /** What the file says of itself. */
  readonly about: VoteAbout;
  readonly budget: Cents;
  readonly voters: number;
  readonly projects: readonly (VoteProject & { readonly votes: number })[];
  readonly minimumVotes: number;
  /** Those that have a most of their own, as the file says. */
  readonly categories: readonly NamedCategory[];
  /** The rule by which the file says it was counted; null when it does not say, or another. */
  readonly inFile: RuleName | null;
  /** Places of projects in the order that each lot gave them, as the file says. */
  readonly lots: readonly (readonly number[])[];
  /** Whether that rule gives the winners that the file names; null when the file does not name both. */
  readonly agrees: boolean | null;
  readonly rules: readonly ComparedRule[];
};

export type VoteAbout = {
  readonly title: string;
  readonly place: string;
  readonly year: string;
};

/** @returns what the file says of its vote; fields that are not there are empty */
export function aboutOf({ meta }: PabulibFile): VoteAbout {
  const keys = new Map(meta.map(([key, value]) => [key.trim(), value.trim()]));
  const one = (key: string) => (keys.get(key) ?? '').slice(0, 200);
  const place = [one('district'), one('unit')].filter((name) => name !== '').join(', ');
  return { title: one('description') || one('instance'), place, year: /\d{4}/.exec(one('date_begin'))?.[0] ?? '' };
}

/** The rule with which a vote is tried: fewest votes, categories and lots as the file has them. */
export function triedRule({ file }: PabulibVote, name: RuleName): Rule {
  const { minimumVotes, categories, lots } = ruleInFile(file);
  return { method: methodOf(name), minimumVotes: minimumVotes ?? 1, lots: lots ?? [], categories: categories ?? [] };
}

/** Counts by a rule; a tie that its lots do not break goes by the order of the file, and is told. */
export function tried(election: Election, rule: Rule): { outcome: Outcome; rule: Rule; tied: readonly number[] } {
  const outcome = count(election, rule);
  if (outcome.ok) return { outcome, rule, tied: [] };
  const byFile = { ...rule, lots: [...rule.lots, election.projects.map((_, at) => at)] };
  const again = count(election, byFile);
  if (!again.ok) throw new Error('lots break every tie');
  return { outcome: again, rule: byFile, tied: outcome.tie.projects };
}

export function compareRules(vote: PabulibVote): Comparison {
  const { election, file, selected } = vote;
  const said = ruleInFile(file);
  const sortings = sortingsOf(file);
  const askings = askingsOf(file);
  const chosen = askings.length === 0 ? [] : choicesOf(file, election);
  const rules = ruleNames.map((name): ComparedRule => {
    const { outcome, tied } = tried(election, triedRule(vote, name));
    const winners = [...outcome.bought, ...outcome.added];
    const spent = cents(costOf(election, winners));
    const { endowment } = outcome;
    return {
      name,
      winners,
      tied,
      spent,
      left: subtractCents(election.budget, spent),
      endowment: endowment === null ? null : cents(endowment.numerator / endowment.denominator),
      ...spreadOf(election, winners),
      slices: sortings.map((sorting) => ({ by: sorting.by, slices: slicesOf(election, winners, sorting) })),
      groups: askings.map((asking) => ({ by: asking.by, groups: votersOf(election, winners, chosen, asking) })),
    };
  });
  const inFile = said.method === null ? null : nameOf(said.method);
  return {
    about: aboutOf(file),
    budget: election.budget,
    voters: election.voters,
    projects: election.projects.map((project, at) => ({ ...project, votes: election.votes[at] ?? 0 })),
    minimumVotes: said.minimumVotes ?? 1,
    categories: said.categories ?? [],
    inFile,
    lots: said.lots ?? [],
    agrees: agreement(
      rules.find(({ name }) => name === inFile),
      selected,
    ),
    rules,
  };
}

function agreement(rule: ComparedRule | undefined, selected: readonly number[] | null): boolean | null {
  if (rule === undefined || selected === null) return null;
  return rule.winners.length === selected.length && rule.winners.every((place) => selected.includes(place));
}

/** What each voter chose, in the order of the file. */
function choicesOf({ votes }: PabulibFile, { projects }: Election): readonly (readonly number[])[] {
  const at = votes.columns.indexOf('vote');
  const places = new Map(projects.map(({ id }, place) => [id, place]));
  return votes.rows.map((row) =>
    (row[at] ?? '').split(',').flatMap((id) => {
      const place = places.get(id.trim());
      return place === undefined ? [] : [place];
    }),
  );
}
