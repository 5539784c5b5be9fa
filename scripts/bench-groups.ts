import { acquaint, type Acquaintance } from '#app/modules/gatherings/grouping/acquaintance.ts';
import { idOf } from '#app/modules/gatherings/grouping/explain.ts';
import { proposeGroups, type GroupRequest } from '#app/modules/gatherings/grouping/groups.ts';
import { shareLanguage } from '#app/modules/gatherings/grouping/languages.ts';
import { proposePairs } from '#app/modules/gatherings/grouping/pairs.ts';
import { randomFrom } from '#app/modules/gatherings/grouping/random.ts';
import type { Room } from '#app/modules/gatherings/grouping/room.ts';
import { benchRoom } from './bench-room.ts';

const sizes = { smallest: 4, largest: 8, ideal: 6 };
const asked = { areas: 'mixed', metAgain: 'never', threes: true, pins: [], before: [], seed: 1 } as const;
const repeats = 3;

/**
 * Who sits with whom for two hundred and for five hundred people who may all sit with each other (no clusters: the hardest case): how
 * long it takes, and what two people who sit together are worth on average (objective.ts), against a division by chance and against
 * a greedy one that keep the same hard rules. The target: pairs and groups of five hundred together within two seconds.
 * The yardstick is a sort of a quarter million numbers.
 */
export function benchGroups(): void {
  console.log();
  const heads = ['people', 'ms', '× yard', 'no place', 'worth', 'chance', 'no place', 'greedy', 'no place'];
  row('who sits with whom', heads);
  const yard = median(sortNumbers).ms;
  for (const count of [200, 500]) {
    const room = benchRoom(count);
    const say = (what: string, ms: number, plans: readonly Plan[]) => {
      const time = [String(count), ms.toFixed(0), (ms / yard).toFixed(1)];
      const [ours, ...others] = plans.map(({ worth, withoutPlace }) => [worth.toFixed(1), String(withoutPlace)]);
      row(what, [...time, ...(ours ?? []).toReversed(), ...others.flat()]);
    };
    const known = acquaint(room, asked);
    const pairs = median(() => proposePairs({ room, ...asked }));
    const paired = pairs.value.pairs.map(({ people }) => people);
    say('pairs', pairs.ms, [
      judged(known, paired),
      judged(known, pairsOneByOne(known, byChance)),
      judged(known, pairsOneByOne(known, heaviestFirst)),
    ]);
    const request: GroupRequest = { room, areas: 'mixed', sizes, together: [], pins: [], before: [], seed: 1 };
    const compare = (what: string, units: readonly (readonly string[])[]) => {
      const grouped = median(() => proposeGroups({ ...request, together: units.filter((unit) => unit.length > 1) }));
      const tables = grouped.value.groups.map(({ people }) => people);
      say(what, grouped.ms, [
        judged(known, tables),
        judged(known, tablesOneByOne(known, units, false)),
        judged(known, tablesOneByOne(known, units, true)),
      ]);
      return grouped.value.groups;
    };
    compare('groups of pairs', paired);
    benchChange(
      request,
      compare(
        'groups of people',
        room.people.map(({ id }) => [id]),
      ),
      yard,
    );
  }
}

/** Ten leave and ten others come: how many of those who sat get up. */
function benchChange(request: GroupRequest, before: GroupRequest['before'], yard: number): void {
  const { people } = request.room;
  const come = benchRoom(20)
    .people.slice(0, 10)
    .map((person) => ({ ...person, id: `late-${person.id}` }));
  const stay = people.filter((_, n) => n % Math.floor(people.length / 10) !== 3);
  const room: Room = { ...request.room, people: [...stay, ...come] };
  const { ms, value } = median(() => proposeGroups({ ...request, room, before }));
  const [what, left] = ['ten leave, ten come', people.length - stay.length];
  row(what, [String(room.people.length), ms.toFixed(0), (ms / yard).toFixed(1), String(value.withoutPlace.length)]);
  console.log(`  ${left} left, ${come.length} came, ${value.moved.length} of ${stay.length} changed table`);
}

type Plan = { worth: number; withoutPlace: number };

function judged(known: Acquaintance, tables: readonly (readonly string[])[]): Plan {
  let [sum, twos, seated] = [0, 0, 0];
  for (const ids of tables) {
    const people = ids.flatMap((id) => known.indexOf.get(id) ?? []);
    seated += people.length;
    people.forEach((a, n) => people.slice(n + 1).forEach((b) => (sum += known.pointsOf(a, b))));
    twos += (people.length * (people.length - 1)) / 2;
  }
  return { worth: sum / twos, withoutPlace: known.people.length - seated };
}

type Two = { a: number; b: number; points: number };
const heaviestFirst = (twos: Two[]) => twos.sort((one, other) => other.points - one.points);
function byChance(twos: Two[]): Two[] {
  const draw = randomFrom(1);
  return twos
    .map((two) => ({ two, at: draw(0x7fffffff) }))
    .sort((x, y) => x.at - y.at)
    .map(({ two }) => two);
}

/** Takes each two in this order when both are free and may be a pair. */
function pairsOneByOne(known: Acquaintance, order: (twos: Two[]) => Two[]): string[][] {
  const twos: Two[] = [];
  for (let b = 0; b < known.people.length; b += 1)
    for (let a = 0; a < b; a += 1) if (known.barOf(a, b) === null) twos.push({ a, b, points: known.pointsOf(a, b) });
  const taken = new Set<number>();
  return order(twos).flatMap(({ a, b }) => {
    if (taken.has(a) || taken.has(b)) return [];
    taken.add(a).add(b);
    return [[idOf(known, a), idOf(known, b)]];
  });
}

/** One unit after another goes to a table with a chair where it may sit: any, or the one where it is worth most on average. */
function tablesOneByOne(known: Acquaintance, units: readonly (readonly string[])[], best: boolean): string[][] {
  const draw = randomFrom(2);
  const count = known.people.length;
  const tables = Array.from({ length: Math.round(count / sizes.ideal) }, (): number[] => []);
  for (const ids of units) {
    const people = ids.flatMap((id) => known.indexOf.get(id) ?? []);
    const may = (table: number[], chairs: number) =>
      table.length + people.length <= chairs &&
      shareLanguage(known.languages, [...table, ...people]) &&
      !table.some((one) => people.some((other) => known.keptApart(one, other)));
    const gain = (table: number[]) => {
      const sum = table.reduce(
        (all, one) => all + people.reduce((part, other) => part + known.pointsOf(one, other), 0),
        0,
      );
      return table.length === 0 ? 0 : sum / (table.length * people.length);
    };
    const open = [Math.ceil(count / tables.length), sizes.largest]
      .map((chairs) => tables.filter((table) => may(table, chairs)))
      .find(({ length }) => length > 0);
    if (open === undefined) continue;
    const table = best
      ? open.reduce((one, other) => (gain(other) > gain(one) ? other : one))
      : (open[draw(open.length)] as number[]);
    table.push(...people);
  }
  return tables.filter(({ length }) => length >= sizes.smallest).map((table) => table.map((one) => idOf(known, one)));
}

function median<Value>(work: () => Value): { ms: number; value: Value } {
  const times: number[] = [];
  let value = undefined as Value;
  for (let run = 0; run < repeats; run += 1) {
    const start = performance.now();
    value = work();
    times.push(performance.now() - start);
  }
  return { ms: times.sort((a, b) => a - b)[Math.floor(repeats / 2)] ?? 0, value };
}

function sortNumbers(): Float64Array {
  const draw = randomFrom(3);
  return Float64Array.from({ length: 250_000 }, () => draw(1_000_000)).sort();
}

function row(what: string, columns: readonly string[]): void {
  console.log(`${what.padEnd(24)}${columns.map((column) => column.padStart(10)).join('')}`);
}

if (import.meta.main) benchGroups();
