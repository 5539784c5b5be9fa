import { parseCents } from '#app/kernel/money.ts';
import { stageGroupNames } from '#app/modules/initiatives/list-filter.ts';
import { resourceKinds } from '#app/modules/portfolios/portfolio.ts';
import { documentKinds, facets, type DocumentKind, type Facet, type Question, type Sort } from './port.ts';

/** Everything that somebody chose on the search page, as the address holds it: no filter is an empty list. */
export type SearchAddress = {
  text: string;
  filters: Record<Facet, readonly string[]>;
  /** Both ends included, in cents. */
  money: { from: number | null; to: number | null };
  /** Code of the buurt from which near and far are told: all that an address ever holds of where somebody is. */
  near: string | null;
  sort: Sort;
  view: SearchView;
  cursor: string | null;
};

export const searchViews = ['list', 'table', 'map'] as const;

export type SearchView = (typeof searchViews)[number];

export const searchPath = '/zoeken';

/** How many are shown at once. */
export const searchPageSize = 20;

export const longestQuestion = 200;

const mostValues = 25;
const longestCursor = 2000;

/** The words of the address are Dutch, as everything that people read in it. */
export const kindWords: Record<DocumentKind, string> = {
  initiative: 'initiatief',
  portfolio: 'portfolio',
  organisation: 'organisatie',
  opgaveteam: 'opgaveteam',
  wijkalliantie: 'wijkalliantie',
  actielijn: 'actielijn',
  decision: 'besluit',
  minutes: 'verslag',
  action: 'actie',
  gathering: 'bijeenkomst',
};

export const sortWords: Record<Sort, string> = {
  relevance: 'beste-match',
  newest: 'nieuwste',
  money: 'bedrag',
  near: 'dichtbij',
};

export const viewWords: Record<SearchView, string> = { list: 'lijst', table: 'tabel', map: 'kaart' };

/** Names of the fields of the form and of the address. */
export const facetFields: Record<Facet, string> = {
  kind: 'soort',
  theme: 'thema',
  area: 'gebied',
  body: 'team',
  stage: 'fase',
  need: 'nodig',
  offer: 'biedt',
  year: 'jaar',
};

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const isSlug = (value: string) => value.length <= 120 && slug.test(value);
const isResource = (value: string) => resourceKinds.some((one) => one === value);

/** Whether a word of the address can be a value at all; what it can not be is left out. */
const isPossible: Record<Facet, (value: string) => boolean> = {
  kind: (value) => documentKinds.some((kind) => kindWords[kind] === value),
  theme: isSlug,
  area: (value) => /^[A-Z]{2}(\d{2})?$/.test(value),
  body: isSlug,
  stage: (value) => stageGroupNames.some((one) => one === value),
  need: isResource,
  offer: isResource,
  year: (value) => /^(19|20)\d{2}$/.test(value),
};

/** Reads the address; whatever it cannot be is left out, so that an old or broken link still finds something. */
export function readSearch(address: URLSearchParams): SearchAddress {
  const text = readText(address.get('q'));
  const near = address.get('bij') ?? '';
  const sort = wordOf(sortWords, address.get('sorteer'));
  const state: SearchAddress = {
    text,
    filters: fromFacets((facet) => valuesOf(facet, address.getAll(facetFields[facet]))),
    money: readMoney(address.get('van'), address.get('tot')),
    near: /^[A-Z]{2}\d{2}$/.test(near) ? near : null,
    sort: 'relevance',
    view: wordOf(viewWords, address.get('vorm')) ?? 'list',
    cursor: readCursor(address.get('na')),
  };
  return { ...state, sort: sort !== null && sorts(state).includes(sort) ? sort : usualSort(state) };
}

/** What somebody typed, as one line of a length that can be looked for. */
export function readText(typed: string | null): string {
  const line = (typed ?? '').replaceAll('\u0000', '').trim().replaceAll(/\s+/g, ' ');
  // not halfway a character
  return line
    .slice(0, longestQuestion)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

/** In which orders this can be shown: by what fits best only when something was typed, by near only from somewhere. */
export function sorts({ text, near }: Pick<SearchAddress, 'text' | 'near'>): Sort[] {
  return [
    ...(text === '' ? [] : ['relevance' as const]),
    ...(near === null ? [] : ['near' as const]),
    'newest',
    'money',
  ];
}

function usualSort(state: Pick<SearchAddress, 'text' | 'near'>): Sort {
  return state.near === null ? (sorts(state)[0] ?? 'newest') : 'near';
}

/** The address, with only what differs from the ordinary, always in the same order. */
export function searchHref(state: SearchAddress): string {
  const query = searchQuery(state);
  return query === '' ? searchPath : `${searchPath}?${query}`;
}

function searchQuery(state: SearchAddress): string {
  const address = subjectQuery(state);
  if (state.near !== null) address.set('bij', state.near);
  if (state.sort !== usualSort(state)) address.set('sorteer', sortWords[state.sort]);
  if (state.view !== 'list') address.set('vorm', viewWords[state.view]);
  if (state.cursor !== null) address.set('na', state.cursor);
  return address.toString();
}

/** What is looked for, without how it is shown: that is what can be kept, and followed. */
export function subjectQuery({ text, filters, money }: SearchAddress): URLSearchParams {
  const address = new URLSearchParams();
  if (text !== '') address.set('q', text);
  for (const facet of facets) for (const value of filters[facet]) address.append(facetFields[facet], value);
  if (money.from !== null) address.set('van', euros(money.from));
  if (money.to !== null) address.set('tot', euros(money.to));
  return address;
}

/** The question for an engine. @param near codes of buurten from near to far, of `state.near` */
export function questionOf(state: SearchAddress, near: readonly string[] | null): Question {
  const { kind, ...others } = state.filters;
  const kinds = documentKinds.filter((one) => kind.includes(kindWords[one]));
  return {
    text: state.text,
    filters: { ...others, kind: kinds },
    money: state.money,
    near: state.sort === 'near' ? near : null,
    sort: state.sort === 'near' && near === null ? 'newest' : state.sort,
    cursor: state.cursor,
    limit: searchPageSize,
    facets,
  };
}

/** How many filters are set; the text, the order and the form are no filters. */
export function activeFilters({ filters, money }: SearchAddress): number {
  const values = facets.reduce((count, facet) => count + filters[facet].length, 0);
  return values + (money.from === null && money.to === null ? 0 : 1);
}

export const noFilters: Record<Facet, readonly string[]> = fromFacets(() => []);

/** The same without one value of a filter, from the first page on. */
export function withoutValue(state: SearchAddress, facet: Facet, value: string): SearchAddress {
  const left = state.filters[facet].filter((one) => one !== value);
  return { ...state, filters: { ...state.filters, [facet]: left }, cursor: null };
}

/** The same with other words or another choice, from the first page on; the order stays where it still can be. */
export function changed(state: SearchAddress, change: Partial<SearchAddress>): SearchAddress {
  const next = { ...state, cursor: null, ...change };
  const wasUsual = state.sort === usualSort(state);
  const isPossibleSort = sorts(next).includes(next.sort);
  return change.sort === undefined && (wasUsual || !isPossibleSort) ? { ...next, sort: usualSort(next) } : next;
}

function fromFacets<Value>(of: (facet: Facet) => Value): Record<Facet, Value> {
  return {
    kind: of('kind'),
    theme: of('theme'),
    area: of('area'),
    body: of('body'),
    stage: of('stage'),
    need: of('need'),
    offer: of('offer'),
    year: of('year'),
  };
}

function valuesOf(facet: Facet, typed: readonly string[]): string[] {
  const possible = typed.slice(0, 1000).filter((value) => isPossible[facet](value));
  return [...new Set(possible)].slice(0, mostValues).sort();
}

function wordOf<Key extends string>(words: Record<Key, string>, word: string | null): Key | null {
  const keys = Object.keys(words) as Key[];
  return keys.find((key) => words[key] === word) ?? null;
}

/** Ends that were typed the wrong way round are turned. */
function readMoney(from: string | null, to: string | null): SearchAddress['money'] {
  const ends = { from: readEuros(from), to: readEuros(to) };
  return ends.from !== null && ends.to !== null && ends.from > ends.to ? { from: ends.to, to: ends.from } : ends;
}

function readEuros(text: string | null): number | null {
  const amount = parseCents((text ?? '').slice(0, 30));
  return amount === null || amount < 0 ? null : amount;
}

function euros(amount: number): string {
  const [whole, part] = [Math.floor(amount / 100), amount % 100];
  return part === 0 ? String(whole) : `${whole},${String(part).padStart(2, '0')}`;
}

function readCursor(text: string | null): string | null {
  return text !== null && text.length <= longestCursor && /^[\w.~-]+$/.test(text) ? text : null;
}
