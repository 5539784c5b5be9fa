import { pageSize, stageGroupNames, type ListFilter } from '#app/modules/initiatives/list-filter.ts';
import { initiativeCards } from '#app/modules/initiatives/queries/initiative-cards.server.ts';
import type { InitiativeListView } from '#app/modules/initiatives/queries/initiative-list.query.server.ts';
import type { ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Count, Facet, Hit, Question } from '../port.ts';
import type { Searching } from '../searching.ts';
import { filterNames } from './filter-names.query.server.ts';

export type SearchedInitiatives = InitiativeListView & { isExact: boolean; next: string | null };

/** Most that is looked through for what is for the whole district, which is no area. */
const mostOfDistrict = 100;

/** The list of initiatives for who typed something: the same filters, by the engine of the search page. */
export async function searchedInitiatives(
  { search, database }: { search: Searching; database: Database },
  filter: ListFilter,
  locale: ProgrammeLocale,
): Promise<SearchedInitiatives> {
  const ofDistrict = filter.area === 'district';
  const [answer, names] = await Promise.all([
    search.search(questionOf(filter, ofDistrict ? mostOfDistrict : pageSize)),
    filterNames(database, locale),
  ]);
  const hits = ofDistrict ? answer.hits.filter(({ wholeDistrict }) => wholeDistrict) : answer.hits;
  const counts = (facet: Facet) =>
    new Map((answer.facets[facet] ?? []).map(({ value, count }: Count) => [value, count]));
  const [themes, areas, bodies, stages] = [counts('theme'), counts('area'), counts('body'), counts('stage')];
  const options = (known: Record<string, string>, counted: Map<string, number>) =>
    Object.entries(known).map(([value, label]) => ({ value, label, count: counted.get(value) ?? 0 }));
  return {
    total: ofDistrict ? hits.length : answer.total.count,
    isExact: answer.total.isExact,
    pageCount: 1,
    next: ofDistrict ? null : answer.next,
    cards: await cardsOf(database, hits, locale),
    options: {
      theme: options(names.theme, themes),
      area: options(names.area, areas).map((option) => ({
        ...option,
        level: option.value.length > 2 ? ('buurt' as const) : ('wijk' as const),
      })),
      body: options(names.body, bodies).filter(({ value, count }) => count > 0 || value === filter.body),
      stage: stageGroupNames.map((value) => ({ value, count: stages.get(value) ?? 0 })),
      district: null,
    },
  };
}

function questionOf(filter: ListFilter, limit: number): Question {
  const one = (value: string) => (value === '' || value === 'district' ? [] : [value]);
  return {
    text: filter.text,
    filters: {
      kind: ['initiative'],
      theme: one(filter.theme),
      area: one(filter.area),
      body: one(filter.body),
      stage: one(filter.stage),
    },
    money: { from: null, to: null },
    near: null,
    sort: filter.order === 'nieuwste' ? 'newest' : 'relevance',
    cursor: filter.cursor,
    limit,
    facets: ['theme', 'area', 'body', 'stage'],
  };
}

async function cardsOf(database: Database, hits: readonly Hit[], locale: ProgrammeLocale) {
  const slugs = hits.map(({ path }) => path.slice('/initiatieven/'.length));
  const rows = await database.initiative.findMany({ where: { slug: { in: slugs } }, select: { id: true, slug: true } });
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  return initiativeCards(
    database,
    slugs.flatMap((slug) => ids.get(slug) ?? []),
    locale,
  );
}
