import { readAmount } from '#app/kernel/amount-text.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { PlanFacts, PlanSource } from './plan-outlook.ts';
import { mistake, type PlanMistake, type PlanRow } from './plan-row.ts';

const longestLabel = 120;
const longestDescription = 500;

/** A row whose words all mean something. */
export type ResolvedRow = {
  row: number;
  year: number;
  team: { id: string; slug: string; name: string };
  actielijn: { id: string; slug: string; title: string } | null;
  source: { id: string; slug: string; name: string };
  label: string;
  description: string;
  amount: Cents;
};

/** Looks up what a row names, and says everything that is wrong with it. `line` is null when anything is. */
export function resolveRow(
  { row, cells }: PlanRow,
  facts: PlanFacts,
): { line: ResolvedRow | null; mistakes: PlanMistake[] } {
  const mistakes: PlanMistake[] = [];
  const wrong = (...said: [PlanMistake['column'], PlanMistake['code'], PlanMistake['facts']?]) => {
    mistakes.push(mistake(row, ...said));
    return null;
  };
  const quoted = (text: string) => ({ value: text.slice(0, 60) });

  const year = /^20\d{2}$/.test(cells.year) ? Number(cells.year) : null;
  if (cells.year === '') wrong('year', 'year-missing');
  else if (year === null) wrong('year', 'year-invalid', quoted(cells.year));

  const team = facts.teams.find((one) => isNamed(cells.team, one.slug, one.name, one.shortName)) ?? null;
  if (cells.team === '') wrong('team', 'team-missing');
  else if (team === null) wrong('team', 'team-unknown', quoted(cells.team));

  const source = facts.sources.find((one) => isNamed(cells.source, one.slug, one.name)) ?? null;
  if (cells.source === '') wrong('source', 'source-missing');
  else if (source === null) wrong('source', 'source-unknown', quoted(cells.source));
  else if (!source.isMoney) wrong('source', 'source-not-money', { name: source.name });
  else if (year !== null && !isWithin(year, source))
    wrong('year', 'year-outside-source', {
      value: cells.year,
      name: source.name,
      from: String(source.fromYear),
      until: String(source.untilYear),
    });

  const actielijn = facts.actielijnen.find((one) => isNamed(cells.actielijn, one.slug, one.title)) ?? null;
  if (cells.actielijn !== '' && actielijn === null) wrong('actielijn', 'actielijn-unknown', quoted(cells.actielijn));
  if (actielijn !== null && team !== null && actielijn.bodyId !== team.id)
    wrong('actielijn', 'actielijn-of-another-team', { value: actielijn.title, team: team.name });

  if (cells.label.length > longestLabel) wrong('label', 'label-too-long', { most: longestLabel });
  if (cells.description.length > longestDescription)
    wrong('description', 'description-too-long', { most: longestDescription });

  const amount = readAmount(cells.amount);
  if (typeof amount === 'string') wrong('amount', amount, quoted(cells.amount));

  if (mistakes.length > 0 || year === null || team === null || source === null || typeof amount === 'string')
    return { line: null, mistakes };
  const { label, description } = cells;
  return { line: { row, year, team, actielijn, source, label, description, amount }, mistakes };
}

function isWithin(year: number, source: PlanSource): boolean {
  return year >= source.fromYear && year <= source.untilYear;
}

function isNamed(text: string, ...names: readonly string[]): boolean {
  const said = text.toLowerCase();
  return names.some((name) => name.toLowerCase() === said);
}
