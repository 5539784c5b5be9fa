import { portfolioKinds, resourceKinds, type PortfolioKind, type ResourceKind } from './portfolio.ts';

/** The choice of who looks at the marketplace, as the address holds it. Empty text: no filter. */
export type MarketFilter = {
  text: string;
  /** Portfolios that need this. */
  need: ResourceKind | '';
  /** Portfolios that offer this. */
  offer: ResourceKind | '';
  theme: string;
  /** Code of a wijk, or `district` for what is for the whole district. */
  area: string;
  kind: PortfolioKind | '';
  page: number;
};

/** Six rows of three on a wide screen; on a phone no longer than a thumb wants to go. */
export const marketPageSize = 18;

const longestSearch = 100;
const lastPage = 10_000;

/** Reads the address; whatever it cannot be is left out, so that an old or broken link still shows a list. */
export function readMarketFilter(address: URLSearchParams): MarketFilter {
  const text = readSearch(address.get('zoek'));
  const theme = address.get('thema') ?? '';
  const area = address.get('wijk') ?? '';
  const page = Number(address.get('pagina') ?? '1');
  const resource = (name: string) => resourceKinds.find((one) => one === address.get(name)) ?? '';
  return {
    text,
    need: resource('nodig'),
    offer: resource('biedt'),
    theme: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(theme) ? theme : '',
    area: area === 'district' || /^[A-Z]{2}$/.test(area) ? area : '',
    kind: portfolioKinds.find((one) => one === address.get('soort')) ?? '',
    page: Number.isSafeInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  };
}

/** What somebody typed to look for, as one line of a length that can be looked for. */
export function readSearch(typed: string | null): string {
  return (typed ?? '').replaceAll('\u0000', '').trim().replaceAll(/\s+/g, ' ').slice(0, longestSearch);
}

/** The address of the list, with only what differs from the ordinary. */
export function marketHref(filter: MarketFilter): string {
  const address = new URLSearchParams();
  if (filter.text !== '') address.set('zoek', filter.text);
  if (filter.need !== '') address.set('nodig', filter.need);
  if (filter.offer !== '') address.set('biedt', filter.offer);
  if (filter.theme !== '') address.set('thema', filter.theme);
  if (filter.area !== '') address.set('wijk', filter.area);
  if (filter.kind !== '') address.set('soort', filter.kind);
  if (filter.page > 1) address.set('pagina', String(filter.page));
  const query = address.toString();
  return query === '' ? '/portfolios' : `/portfolios?${query}`;
}

/** How many filters are set; the search text is no filter. */
export function activeMarketFilters(filter: MarketFilter): number {
  return [filter.need, filter.offer, filter.theme, filter.area, filter.kind].filter((value) => value !== '').length;
}
