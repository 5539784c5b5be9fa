import type { Stage } from './stage.ts';

/** Stages as people ask for them. */
export const stageGroups = {
  verkennen: ['exploring'],
  'in-behandeling': ['submitted', 'question', 'accepted', 'scoring', 'deciding'],
  bezig: ['granted', 'running'],
  klaar: ['completed'],
  'ligt-stil': ['parked', 'paused'],
  'gaat-niet-door': ['declined', 'withdrawn', 'referred'],
} as const satisfies Record<string, readonly Stage[]>;

export type StageGroup = keyof typeof stageGroups;

export const stageGroupNames = Object.keys(stageGroups) as StageGroup[];

export const orders = ['nieuwste', 'beste-match', 'titel'] as const;

export type Order = (typeof orders)[number];

/** The choice of who looks for initiatives, as the address holds it. Empty text: no filter. */
export type ListFilter = {
  text: string;
  theme: string;
  /** Code of a wijk or buurt, or `district` for plans for the whole district. */
  area: string;
  body: string;
  stage: StageGroup | '';
  order: Order;
  page: number;
  /** Where the next hits of a search begin: a search has no numbered pages. */
  cursor: string | null;
};

export const pageSize = 24;

const longestSearch = 100;
const lastPage = 10_000;

/** Reads the address; whatever it cannot be is left out, so that an old or broken link still shows a list. */
export function readListFilter(address: URLSearchParams): ListFilter {
  const text = (address.get('zoek') ?? '')
    .replaceAll('\u0000', '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .slice(0, longestSearch);
  const slug = (name: string) => {
    const value = address.get(name) ?? '';
    return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) ? value : '';
  };
  const area = address.get('gebied') ?? '';
  const page = Number(address.get('pagina') ?? '1');
  const possible = possibleOrders(text);
  const cursor = address.get('na') ?? '';
  return {
    text,
    theme: slug('thema'),
    area: area === 'district' || /^[A-Z]{2}(\d{2})?$/.test(area) ? area : '',
    body: slug('team'),
    stage: stageGroupNames.find((group) => group === address.get('fase')) ?? '',
    order: possible.find((order) => order === address.get('sorteer')) ?? possible[0],
    page: Number.isSafeInteger(page) && page >= 1 && page <= lastPage ? page : 1,
    cursor: text !== '' && /^[\w.~-]{1,2000}$/.test(cursor) ? cursor : null,
  };
}

/** The usual order first. What was found by words has no alphabet. */
export function possibleOrders(text: string): readonly [Order, Order] {
  return text === '' ? ['nieuwste', 'titel'] : ['beste-match', 'nieuwste'];
}

/** The address of a list, with only what differs from the ordinary. */
export function listHref(filter: ListFilter): string {
  const address = new URLSearchParams();
  if (filter.text !== '') address.set('zoek', filter.text);
  if (filter.theme !== '') address.set('thema', filter.theme);
  if (filter.area !== '') address.set('gebied', filter.area);
  if (filter.body !== '') address.set('team', filter.body);
  if (filter.stage !== '') address.set('fase', filter.stage);
  if (filter.order !== possibleOrders(filter.text)[0]) address.set('sorteer', filter.order);
  if (filter.page > 1) address.set('pagina', String(filter.page));
  if (filter.cursor !== null) address.set('na', filter.cursor);
  const query = address.toString();
  return query === '' ? '/initiatieven' : `/initiatieven?${query}`;
}

/** How many filters are set; the search text and the order are not filters. */
export function activeFilters(filter: ListFilter): number {
  return [filter.theme, filter.area, filter.body, filter.stage].filter((value) => value !== '').length;
}
