import type { ChangeKind } from './change.ts';
import { changeWords, readChangeKind } from './change-word.ts';

/** The choice of who looks through the register of changes, as the address holds it. Empty text: no filter. */
export type ChangeFilter = {
  text: string;
  /** Slug of a body that gave or got the money. */
  body: string;
  kind: ChangeKind | '';
  /** Year of the register, four digits. */
  year: string;
  page: number;
};

export const changePageSize = 20;

const longestSearch = 100;
const lastPage = 10_000;

/** Reads the address; whatever it cannot be is left out, so that an old or broken link still shows a list. */
export function readChangeFilter(address: URLSearchParams): ChangeFilter {
  const text = (address.get('zoek') ?? '')
    .replaceAll(/[\p{Cc}\p{Surrogate}]/gu, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .slice(0, longestSearch);
  const matching = (name: string, shape: RegExp) => {
    const value = address.get(name) ?? '';
    return shape.test(value) ? value : '';
  };
  const page = Number(address.get('pagina') ?? '1');
  return {
    text,
    body: matching('team', /^[a-z0-9]+(-[a-z0-9]+)*$/),
    kind: readChangeKind(address.get('soort')) ?? '',
    year: matching('jaar', /^20\d{2}$/),
    page: Number.isSafeInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  };
}

/**
 * The address of the register under a filter, with only what is set.
 * @param path the page, or the same as a file (`/budgetten/wijzigingen.json`)
 */
export function changesHref(filter: ChangeFilter, path = '/budgetten/wijzigingen'): string {
  const address = new URLSearchParams();
  if (filter.text !== '') address.set('zoek', filter.text);
  if (filter.body !== '') address.set('team', filter.body);
  if (filter.kind !== '') address.set('soort', changeWords[filter.kind]);
  if (filter.year !== '') address.set('jaar', filter.year);
  if (filter.page > 1) address.set('pagina', String(filter.page));
  const query = address.toString();
  return query === '' ? path : `${path}?${query}`;
}

/** How many filters are set; the search text is none. */
export function activeChangeFilters(filter: ChangeFilter): number {
  return [filter.body, filter.kind, filter.year].filter((value) => value !== '').length;
}
