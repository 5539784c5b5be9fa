import { chanceOf, type Chance } from './chance.ts';
import { organisationFirst, organisationSecond } from './organisation-words.ts';
import { subjects } from './subjects/index.ts';
import type { Subject } from './subjects/subject.ts';
import { anywhere, days, groups, heads, needTexts, often, streets, tails, venues } from './words.ts';
import type { ResourceKind } from '#app/modules/portfolios/portfolio.ts';
import { areas } from '#prisma/programme/areas.ts';

/** A plan of nobody, as somebody in the district could have written it. */
export type MadeUpPlan = {
  /** Which of the row it is, from 0; the same for the same seed. */
  index: number;
  title: string;
  summary: string;
  why: string;
  what: string;
  result: string;
  themes: string[];
  /** Codes of buurten. */
  buurten: string[];
  wholeDistrict: boolean;
  place: string;
  body: string;
  stage: 'submitted' | 'accepted' | 'granted' | 'running' | 'completed' | 'parked' | 'declined';
  cents: number;
  /** When it was submitted: a calendar date. */
  date: string;
  /** Which of the made-up organisations has it. */
  organisation: number;
  needs: [ResourceKind, string][];
  offers: [ResourceKind, string][];
};

const buurten = areas.filter(({ level }) => level === 'buurt');
const resources = Object.keys(needTexts) as (keyof typeof needTexts)[];
const stages = ['running', 'completed', 'submitted', 'granted', 'accepted', 'declined', 'parked'] as const;

/** As many plans to one organisation. */
export const plansEach = 12;

/** @param index which plan, from 0 */
export function madeUpPlan(seed: number, index: number): MadeUpPlan {
  const chance = chanceOf(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35));
  const subject = chance.pickOften(subjects);
  const [street, streetBuurt] = chance.pickOften(streets);
  const isAtStreet = chance.happens(0.4);
  const home = isAtStreet
    ? (buurten.find(({ code }) => code === streetBuurt) ?? chance.pick(buurten))
    : chance.pick(buurten);
  const wholeDistrict = chance.happens(0.06);
  const organisation = Math.floor(index / plansEach);
  const place = wholeDistrict ? 'Nieuw-West' : home.name;
  const fill = filling(chance, { place, street: `${street} ${String(chance.between(1, 400))}`, organisation });
  const thing = chance.pick(subject.things);
  const title = titleOf(chance, thing, { place, street: isAtStreet ? street : null }, fill);
  const year = chance.between(2022, 2026);
  const line = (): [ResourceKind, string] => {
    const resource = chance.pick(resources);
    return [resource, fill(chance.pick(needTexts[resource]))];
  };
  return {
    index,
    title,
    summary: mistyped(chance, fill([chance.pick(subject.whys), chance.pick(subject.whats)].join(' '))),
    why: fill(some(chance, subject.whys, 2).join(' ')),
    what: mistyped(chance, fill([...some(chance, subject.whats, 3), ...some(chance, anywhere, 4)].join(' '))),
    result: fill(some(chance, subject.results, 2).join(' ')),
    themes: themesOf(chance, subject),
    buurten: wholeDistrict
      ? []
      : [...new Set([home.code, ...(chance.happens(0.2) ? [chance.pick(buurten).code] : [])])],
    wholeDistrict,
    place: isAtStreet ? street : '',
    body: subject.body,
    stage: chance.pickOften(stages),
    cents: chance.between(5, 400) * 25_000,
    date: `${String(year)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`,
    organisation,
    needs: Array.from({ length: chance.between(0, 2) }, line),
    offers: Array.from({ length: chance.between(0, 1) }, line),
  };
}

/** The name of a made-up organisation; the number keeps it from being another's. */
export function organisationName(index: number): string {
  const chance = chanceOf(Math.imul(index + 1, 0x27d4eb2f));
  return `${chance.pick(organisationFirst)} ${chance.pick(organisationSecond)} ${String(index + 1)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function themesOf(chance: Chance, { themes }: Subject): string[] {
  const [first = ''] = themes;
  return [first, ...themes.slice(1).filter(() => chance.happens(0.4))];
}

function titleOf(
  chance: Chance,
  thing: string,
  where: { place: string; street: string | null },
  fill: (text: string) => string,
): string {
  const place = where.street ?? where.place;
  const shapes = [
    `${thing} ${place}`,
    `${thing} voor {group}`,
    `${thing} in {venue}`,
    `${thing} en {thing}`,
    `Samen op weg: ${thing.toLowerCase()} ${place}`,
    `${thing} met een {thing}`,
    `{Group} aan zet: ${thing.toLowerCase()}`,
  ];
  return mistyped(chance, fill(chance.pickOften(shapes))).slice(0, 120);
}

/** Some of them, in their order, at least one. */
function some(chance: Chance, texts: readonly string[], most: number): string[] {
  const first = chance.between(0, texts.length - 1);
  const places = Array.from({ length: chance.between(1, most) }, (_, at) => (first + at) % texts.length);
  return places.sort((one, other) => one - other).map((place) => texts[place] ?? '');
}

function filling(
  chance: Chance,
  { place, street, organisation }: { place: string; street: string; organisation: number },
): (text: string) => string {
  const words: Record<string, () => string> = {
    group: () => chance.pickOften(groups),
    Group: () => capital(chance.pickOften(groups)),
    day: () => chance.pickOften(days),
    often: () => chance.pickOften(often),
    venue: () => chance.pickOften(venues),
    // one in six of three parts (buurtsportfonds): of those there are ever more, as of rare words in any language
    thing: () => chance.pickOften(heads) + (chance.happens(0.17) ? chance.pick(heads) : '') + chance.pickOften(tails),
    number: () => String(chance.between(8, 250)),
    organisation: () => organisationName(chance.between(0, organisation)),
    place: () => place,
    street: () => street,
  };
  return (text) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => words[name]?.() ?? whole);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Now and then two letters of a word change places, as people type. */
function mistyped(chance: Chance, text: string): string {
  if (!chance.happens(0.03)) return text;
  const words = text.split(' ');
  const at = chance.between(0, words.length - 1);
  const word = words[at] ?? '';
  if (word.length < 6) return text;
  const place = chance.between(1, word.length - 3);
  words[at] = word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2);
  return words.join(' ');
}
