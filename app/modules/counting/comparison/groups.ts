import { addCents, noMoney, splitCents, type Cents } from '#app/kernel/money.ts';
import type { Election } from '../election.ts';
import type { PabulibFile, Table } from '../pabulib/file.ts';
import { partsOf } from './spread.ts';

/** Money that went to projects of one kind or place. */
export type Slice = { readonly name: string; readonly amount: Cents };

/** Voters who say the same of themselves; `each` is what one of them got on average, in cents, as in `Spread`. */
export type VoterGroup = { readonly name: string; readonly voters: number; readonly each: number };

/** A column of projects by which money can be told apart, and what each project has there. */
export type Sorting = { readonly by: 'category' | 'place'; readonly names: readonly (readonly string[])[] };

/** A column of voters, and who says what: places in `votes.rows`. */
export type Asking = {
  readonly by: 'age' | 'sex' | 'place';
  readonly groups: ReadonlyMap<string, readonly number[]>;
};

const places = ['neighborhood', 'subdistrict', 'district'];

export function sortingsOf({ projects }: PabulibFile): readonly Sorting[] {
  const category = columnOf(projects, ['category']);
  const place = columnOf(projects, places);
  return [
    ...(category === null ? [] : [{ by: 'category' as const, names: category.map(namesIn) }]),
    ...(place === null ? [] : [{ by: 'place' as const, names: place.map(namesIn) }]),
  ];
}

/** A project of two kinds counts for a half in each, to the cent; the largest first. */
export function slicesOf(election: Election, winners: readonly number[], { names }: Sorting): readonly Slice[] {
  const sums = new Map<string, Cents>(names.flat().map((name) => [name, noMoney]));
  for (const project of winners) {
    const kinds = names[project] ?? [''];
    const cost = election.projects[project]?.cost ?? noMoney;
    const parts = splitCents(
      cost,
      kinds.map(() => 1),
    );
    kinds.forEach((name, at) => sums.set(name, addCents(sums.get(name) ?? noMoney, parts[at] ?? noMoney)));
  }
  return [...sums].map(([name, amount]) => ({ name, amount }));
}

/** Fewer than this are told together with others, so that nobody is a group alone. */
const fewest = 10;

export function askingsOf({ votes }: PabulibFile): readonly Asking[] {
  const asked = [
    { by: 'place', values: columnOf(votes, places) },
    { by: 'age', values: columnOf(votes, ['age'])?.map(ageGroup) ?? null },
    { by: 'sex', values: columnOf(votes, ['sex']) },
  ] as const;
  return asked.flatMap(({ by, values }) => {
    if (values === null) return [];
    const all = new Map<string, number[]>();
    values.forEach((value, row) => all.set(value, [...(all.get(value) ?? []), row]));
    const groups = new Map<string, number[]>();
    for (const [name, rows] of [...all].sort(([one], [other]) => one.localeCompare(other, 'nl')))
      if (rows.length >= fewest && name !== '') groups.set(name, rows);
      else groups.set('', [...(groups.get('') ?? []), ...rows]);
    return groups.size > 1 && groups.size <= 20 ? [{ by, groups }] : [];
  });
}

/** @param chosen for each row of voters, the places of what they chose */
export function votersOf(
  election: Election,
  winners: readonly number[],
  chosen: readonly (readonly number[])[],
  { groups }: Asking,
): readonly VoterGroup[] {
  const parts = partsOf(election, winners);
  const moneyOf = (row: number) => (chosen[row] ?? []).reduce((sum, project) => sum + (parts[project] ?? 0), 0);
  return [...groups].map(([name, rows]) => ({
    name,
    voters: rows.length,
    each: Math.round(rows.reduce((sum, row) => sum + moneyOf(row), 0) / rows.length),
  }));
}

function columnOf({ columns, rows }: Table, names: readonly string[]): readonly string[] | null {
  const at = names.map((name) => columns.indexOf(name)).find((place) => place !== -1);
  if (at === undefined) return null;
  const values = rows.map((row) => row[at]?.trim() ?? '');
  return new Set(values).size > 1 ? values : null;
}

function namesIn(value: string): readonly string[] {
  return [...new Set(value.split(',').map((name) => name.trim()))];
}

/** Edges of ages as they are told: "18–29". */
const ages = [0, 18, 30, 45, 65];

function ageGroup(value: string): string {
  const age = /^\d{1,3}$/.test(value) ? Number(value) : null;
  const from = age === null ? undefined : ages.findLast((edge) => edge <= age);
  if (from === undefined) return age === null ? value : '';
  const next = ages[ages.indexOf(from) + 1];
  return next === undefined ? `${String(from)}+` : `${String(from)}–${String(next - 1)}`;
}
