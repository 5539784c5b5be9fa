import { filterTest, listOf, textOf } from './filter.ts';
import { answering, type Rank, type Strategy } from './query.ts';
import { FakeRefusal } from './refusal.ts';
import { filterableOf, type FakeDocument, type FakeIndex } from './store.ts';

const known = new Set([
  ...['q', 'filter', 'facets', 'sort', 'offset', 'limit', 'page', 'hitsPerPage', 'matchingStrategy'],
  ...['attributesToRetrieve', 'indexUid', 'showRankingScore'],
]);

const strategies: readonly string[] = ['all', 'last', 'frequency'];

/** One search as `POST /indexes/{uid}/search` answers it; what this fake does not do is refused, not ignored. */
export function search(index: FakeIndex, asked: Record<string, unknown>) {
  const unknown = Object.keys(asked).find((name) => !known.has(name));
  if (unknown !== undefined) throw new FakeRefusal('bad_request', `Unknown field \`${unknown}\``);
  const { settings } = index;
  const strategy = asked.matchingStrategy ?? 'last';
  if (typeof strategy !== 'string' || !strategies.includes(strategy))
    throw new FakeRefusal('invalid_search_matching_strategy', `Unknown value \`${JSON.stringify(strategy)}\``);
  const q = asked.q ?? '';
  if (typeof q !== 'string') throw new FakeRefusal('invalid_search_q', 'expected a string');
  const passes = filterTest(asked.filter, filterableOf(settings));
  const ranks = answering(index, q, strategy as Strategy);
  const found = [...ranks].flatMap(([id, rank]) => {
    const document = index.documents.get(id);
    return document !== undefined && passes(document) ? [{ document, rank }] : [];
  });
  const before = orderOf(index, strings(asked.sort, 'invalid_search_sort'));
  found.sort((a, b) => before(a, b));
  const most = settings.pagination.maxTotalHits;
  const total = Math.min(found.length, most);
  const facets = strings(asked.facets, 'invalid_search_facets');
  const isPaged = asked.page !== undefined || asked.hitsPerPage !== undefined;
  const size = whole(isPaged ? asked.hitsPerPage : asked.limit, 20, isPaged ? 'hits_per_page' : 'limit');
  const page = whole(asked.page, 1, 'page');
  const offset = isPaged ? (page - 1) * size : whole(asked.offset, 0, 'offset');
  const hits = found.slice(0, most).slice(offset, offset + size);
  return {
    hits: hits.map(({ document, rank }) => ({
      ...only(document, asked.attributesToRetrieve),
      ...(asked.showRankingScore === true ? { _rankingScore: scoreOf(rank) } : {}),
    })),
    query: q,
    processingTimeMs: 0,
    ...(isPaged
      ? { hitsPerPage: size, page, totalPages: Math.ceil(total / Math.max(1, size)), totalHits: total }
      : { offset, limit: size, estimatedTotalHits: total }),
    ...(facets.length === 0
      ? {}
      : distribution(
          index,
          facets,
          found.map(({ document }) => document),
        )),
  };
}

function strings(value: unknown, code: string): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw new FakeRefusal(code, 'expected a list of strings');
}

function whole(value: unknown, otherwise: number, name: string): number {
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new FakeRefusal(`invalid_search_${name}`, 'expected a whole number, 0 or more');
}

function only(document: FakeDocument, attributes: unknown): FakeDocument {
  if (!Array.isArray(attributes) || attributes.includes('*')) return document;
  return Object.fromEntries(Object.entries(document).filter(([name]) => attributes.includes(name)));
}

/** Between 0 and 1, lower with every typo, distance and later attribute; Meilisearch's own sum is another. */
function scoreOf({ typo, proximity, attribute }: Rank): number {
  return 1 / (1 + typo / 2 + proximity / 20 + attribute / 10);
}

type Found = { document: FakeDocument; rank: Rank };

/** Rule after rule, as the settings have them; how many words answer goes before all others but the chosen order. */
function orderOf({ settings }: FakeIndex, sort: readonly string[]) {
  const wanted = sort.map((one) => {
    const [attribute = '', way] = one.split(':');
    if (way !== 'asc' && way !== 'desc')
      throw new FakeRefusal('invalid_search_sort', `Invalid syntax for the sort parameter: \`${one}\`.`);
    if (!settings.sortableAttributes.includes(attribute))
      throw new FakeRefusal('invalid_search_sort', `Attribute \`${attribute}\` is not sortable.`);
    return byAttribute(attribute, way);
  });
  const rules = settings.rankingRules.flatMap((rule) => {
    if (rule === 'sort') return wanted;
    const [attribute = '', way] = rule.split(':');
    if (way === 'asc' || way === 'desc') return [byAttribute(attribute, way)];
    return [(a: Found, b: Found) => a.rank[rule as keyof Rank] - b.rank[rule as keyof Rank]];
  });
  return (a: Found, b: Found) => {
    for (const rule of rules) {
      const order = rule(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** Numbers before words; who lacks it comes last, both ways. */
function byAttribute(attribute: string, way: 'asc' | 'desc') {
  return ({ document: a }: Found, { document: b }: Found) => {
    const [one, other] = [listOf(a[attribute])[0] ?? null, listOf(b[attribute])[0] ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : textOf(one) < textOf(other)
          ? -1
          : Number(one !== other);
    return way === 'asc' ? order : -order;
  };
}

function distribution({ settings }: FakeIndex, facets: readonly string[], documents: readonly FakeDocument[]) {
  const { maxValuesPerFacet, sortFacetValuesBy } = settings.faceting;
  const facetDistribution: Record<string, Record<string, number>> = {};
  for (const facet of facets) {
    if (!filterableOf(settings).includes(facet))
      throw new FakeRefusal('invalid_search_facets', `Attribute \`${facet}\` is not filterable.`);
    const counts = new Map<string, number>();
    for (const document of documents)
      for (const value of new Set(
        listOf(document[facet])
          .filter((one) => one !== null)
          .map(String),
      ))
        counts.set(value, (counts.get(value) ?? 0) + 1);
    const isByCount = (sortFacetValuesBy[facet] ?? sortFacetValuesBy['*']) === 'count';
    const values = [...counts].sort(([a, n], [b, m]) => (isByCount && n !== m ? m - n : a < b ? -1 : 1));
    facetDistribution[facet] = Object.fromEntries(values.slice(0, maxValuesPerFacet));
  }
  return { facetDistribution, facetStats: {} };
}
