import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';

/** What somebody looks at on the public budget pages, as the address holds it. Empty text and null: everything. */
export type BudgetFilter = {
  text: string;
  /** Year of the bestedingsplan. */
  year: number | null;
  /** Slugs. */
  body: string;
  source: string;
  actielijn: string;
  /** Code of a wijk, or one of `otherPlaces`. */
  wijk: string;
  /** Slug of an organisation, or `residentsWord` or `shopsWord`. */
  organisation: string;
  /** Last day that counts; null: everything until now. */
  until: CalendarDate | null;
  page: number;
};

/** Stands in addresses for everybody who received money without an organisation: they are shown together, never one by one. */
export const residentsWord = 'bewoners';

/** And for the shops that small spendings of wijkallianties pay: they are no organisations of the programme. */
export const shopsWord = 'winkels';

/** What is for the whole district, and what names no place; neither is divided over wijken. */
export const otherPlaces = { district: 'heel-nieuw-west', unknown: 'geen-plek' } as const;

export const noBudgetFilter: BudgetFilter = {
  text: '',
  year: null,
  body: '',
  source: '',
  actielijn: '',
  wijk: '',
  organisation: '',
  until: null,
  page: 1,
};

export const budgetPageSize = 20;

const longestSearch = 100;
const lastPage = 10_000;
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads the address; whatever it cannot be is left out, so that an old or broken link still shows a page. */
export function readBudgetFilter(address: URLSearchParams): BudgetFilter {
  const matching = (name: string, shape: RegExp) => {
    const value = address.get(name) ?? '';
    return value.length <= longestSearch && shape.test(value) ? value : '';
  };
  const year = matching('jaar', /^20\d{2}$/);
  const page = Number(address.get('pagina') ?? '1');
  const wijk = address.get('wijk') ?? '';
  return {
    text: (address.get('zoek') ?? '')
      .replaceAll(/[\p{Cc}\p{Surrogate}]/gu, ' ')
      .trim()
      .replaceAll(/\s+/g, ' ')
      .slice(0, longestSearch),
    year: year === '' ? null : Number(year),
    body: matching('team', slug),
    source: matching('bron', slug),
    actielijn: matching('actielijn', slug),
    wijk: /^F[A-Z]$/.test(wijk) || Object.values<string>(otherPlaces).includes(wijk) ? wijk : '',
    organisation: matching('organisatie', slug),
    until: parseCalendarDate(address.get('op') ?? ''),
    page: Number.isSafeInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  };
}

/** @returns the day that the address asks for and that does not exist, such as 2026-02-30, as it was typed; null: there is none */
export function impossibleDay(address: URLSearchParams): string | null {
  const typed = (address.get('op') ?? '').trim();
  return typed === '' || parseCalendarDate(typed) !== null ? null : typed.slice(0, longestSearch);
}

/** The address of a budget page under a filter, with only what is set. @param path without query */
export function budgetHref(path: string, filter: Partial<BudgetFilter>): string {
  const { text, year, body, source, actielijn, wijk, organisation, until, page } = { ...noBudgetFilter, ...filter };
  const address = new URLSearchParams();
  const set = (name: string, value: string) => {
    if (value !== '') address.set(name, value);
  };
  set('zoek', text);
  set('jaar', year === null ? '' : String(year));
  set('team', body);
  set('bron', source);
  set('actielijn', actielijn);
  set('wijk', wijk);
  set('organisatie', organisation);
  set('op', until ?? '');
  set('pagina', page > 1 ? String(page) : '');
  const query = address.toString();
  return query === '' ? path : `${path}?${query}`;
}

/** How many filters are set; the search text is none. */
export function activeBudgetFilters({ year, until, ...filter }: BudgetFilter): number {
  const words = [filter.body, filter.source, filter.actielijn, filter.wijk, filter.organisation];
  return [...words, year === null ? '' : String(year), until ?? ''].filter((value) => value !== '').length;
}

/** A line of the plan lies in no wijk and has no recipient: under these filters only what was promised is counted. */
export function looksAtDecisions({ wijk, organisation }: BudgetFilter): boolean {
  return wijk !== '' || organisation !== '';
}
