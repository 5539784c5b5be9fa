import { languageSets, shareLanguage, type LanguageSets } from './languages.ts';
import { nearMetres, points } from './objective.ts';
import { shuffled } from './random.ts';
import { byText, type AreaWish, type Bar, type Explanation, type Participant, type Room, type Two } from './room.ts';

/** The room by number instead of by id: what speaks against two people sitting together, and what it is worth. */
export type Acquaintance = {
  people: readonly Participant[];
  indexOf: ReadonlyMap<string, number>;
  languages: LanguageSets;
  /** Why the two may not be a pair: the firmest reason; null when they may. */
  barOf: (a: number, b: number) => Bar | null;
  keptApart: (a: number, b: number) => boolean;
  /** Worth of the two sitting together, without what counts for groups only. */
  pointsOf: (a: number, b: number) => number;
  /** Whether a wants to meet b or a portfolio of b. */
  wants: (a: number, b: number) => boolean;
  explanations: Explanation[];
};

/**
 * Puts people in an order that follows from the seed and their ids alone, so that the order in which they were given means
 * nothing, and equal choices fall otherwise with another seed.
 * @param metAgain whether who met before may be a pair again
 */
export function acquaint(
  room: Room,
  { areas, metAgain, seed }: { areas: AreaWish; metAgain: 'never' | 'rather-not'; seed: number },
): Acquaintance {
  const explanations: Explanation[] = [];
  const unique = new Map<string, Participant>();
  for (const person of [...room.people].sort(
    (a, b) => byText(a.id, b.id) || byText(JSON.stringify(a), JSON.stringify(b)),
  ))
    if (unique.has(person.id))
      explanations.push({ about: 'list', reason: 'listed-twice', people: [person.id], done: true });
    else unique.set(person.id, person);
  const people = shuffled([...unique.values()], seed);
  const indexOf = new Map(people.map(({ id }, index) => [id, index]));
  const count = people.length;
  const languages = languageSets(people);
  const twos = (list: readonly Two[]) => {
    const found = new Set<number>();
    for (const [one, other] of list) {
      const [a, b] = [indexOf.get(one), indexOf.get(other)];
      if (a !== undefined && b !== undefined) found.add(a * count + b).add(b * count + a);
    }
    return (a: number, b: number) => found.has(a * count + b);
  };
  const keptApart = twos(room.apart);
  const haveMet = twos(room.met);
  const fitOf = fitsByPortfolio(room);
  const at = (index: number) => people[index] as Participant;
  const wants = (a: number, b: number) => {
    const { wants: wanted } = at(a);
    return wanted.includes(at(b).id) || at(b).portfolios.some((portfolio) => wanted.includes(portfolio));
  };
  const sameOrganisation = (a: number, b: number) => {
    const [one, other] = [at(a), at(b)];
    if (one.organisation !== null && one.organisation === other.organisation) return true;
    return one.portfolios.some((portfolio) => other.portfolios.includes(portfolio));
  };

  return {
    people,
    indexOf,
    languages,
    explanations,
    keptApart,
    wants,
    barOf: (a, b) => {
      if (keptApart(a, b)) return 'kept-apart';
      if (!shareLanguage(languages, [a, b])) return 'no-shared-language';
      if (sameOrganisation(a, b)) return 'same-organisation';
      return metAgain === 'never' && haveMet(a, b) ? 'met-before' : null;
    },
    pointsOf: (a, b) => {
      const [one, other] = [at(a), at(b)];
      let sum = points.wish * (Number(wants(a, b)) + Number(wants(b, a)));
      sum += points.fit * fitOf(one.portfolios, other.portfolios);
      if (one.role !== other.role) sum += points.roles;
      sum += points.areas * areaShare(one.area, other.area, areas, room.places);
      const themes = one.themes.filter(
        (theme, index) => other.themes.includes(theme) && one.themes.indexOf(theme) === index,
      );
      sum += points.themes * Math.min(1.5, themes.length === 0 ? 0 : 0.5 + themes.length / 2);
      if (haveMet(a, b)) sum += points.met;
      if (sameOrganisation(a, b)) sum += points.sameOrganisation;
      return Math.round(sum);
    },
  };
}

function fitsByPortfolio({ fits }: Room): (ones: readonly string[], others: readonly string[]) => number {
  const scores = new Map<string, Map<string, number>>();
  const note = (one: string, other: string, score: number) => {
    const known = scores.get(one) ?? new Map<string, number>();
    known.set(other, Math.max(known.get(other) ?? 0, score > 0 ? Math.min(1, score) : 0));
    scores.set(one, known);
  };
  for (const { between, score } of fits) {
    note(between[0], between[1], score);
    note(between[1], between[0], score);
  }
  return (ones, others) => {
    let best = 0;
    for (const one of ones) {
      const known = scores.get(one);
      if (known !== undefined) for (const other of others) best = Math.max(best, known.get(other) ?? 0);
    }
    return best;
  };
}

/** 0 to 1: how much the two areas are what the organiser asked for. Who told no area neither gains nor loses: a half. */
function areaShare(one: string | null, other: string | null, wish: AreaWish, places: Room['places']): number {
  if (one === null || other === null) return 0.5;
  if (wish === 'mixed') return one === other ? 0 : 1;
  if (one === other) return 1;
  const [a, b] = [places.get(one), places.get(other)];
  if (a === undefined || b === undefined) return 0;
  const metres = Math.hypot(a.east - b.east, a.south - b.south);
  const share = 2 - metres / nearMetres;
  return share > 0 ? Math.min(1, share) : 0;
}
