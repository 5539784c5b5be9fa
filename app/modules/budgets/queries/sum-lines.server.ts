import { addCents, noMoney } from '#app/kernel/money.ts';
import type { PlanLineView, Sums } from './plan-lines.query.server.ts';

const parts = ['budget', 'committed', 'paid', 'available', 'released'] as const satisfies (keyof Sums)[];

const noSums: Sums = {
  budget: noMoney,
  committed: noMoney,
  paid: noMoney,
  available: noMoney,
  released: noMoney,
};

export function sumLines(lines: readonly Sums[]): Sums {
  const sums = { ...noSums };
  for (const line of lines) for (const part of parts) sums[part] = addCents(sums[part], line[part]);
  return sums;
}

/** Sums of lines that share a key, in the order in which the keys are met. */
export function sumBy<Line extends Sums, Head>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
  headOf: (line: Line) => Head,
): (Head & Sums)[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return [...groups.values()].map((group) => ({ ...headOf(group[0] as Line), ...sumLines(group) }));
}

/** Every word somewhere in the names of a line. */
export function lineMatches(line: PlanLineView, text: string): boolean {
  const plain = (words: string) => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const names = [line.name, line.label, line.body.name, line.body.shortName, line.actielijn?.title, line.source.name];
  const whole = plain([...names, line.source.nameEn, line.year].join(' '));
  return plain(text)
    .split(' ')
    .every((word) => whole.includes(word));
}
