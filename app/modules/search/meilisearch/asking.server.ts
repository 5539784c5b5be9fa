import type { MultiSearchQuery, MultiSearchParams, SearchResponse } from 'meilisearch';
import { facets as allFacets, type Answer, type Count, type Facet, type Hit, type Question } from '../port.ts';
import { fragmentsOf, marksOf, textFragmentsOf } from '../words/fragments.ts';
import { mainLevel } from '../words/levels.ts';
import type { Understood, Wish } from '../words/understand.ts';
import type { Connection } from './connection.server.ts';
import { cursorOf, offsetOf } from './cursor.ts';
import { filtersOf } from './expression.ts';
import { attributeOf, chosenFacets, filterOf, oneOf } from './filter.ts';
import { levels, levelThatAnswers, pointsOf, tiers, type Candidate } from './plan.ts';
import { hitOf, shown, type ShownRecord } from './record.ts';
import { mostHits, mostValues } from './settings.ts';
import { troubled } from './trouble.server.ts';

/** The best so many are ordered by how well they answer; who pages further gets the others by tier. */
const orderedMost = 200;

/** For near: so many are ordered by how near they are. */
const nearMost = 1000;

/** What a question comes down to. */
type Asked = {
  chosen: string[];
  words: string[];
  wishes: readonly Wish[];
  /** Nothing surely says what tells most. */
  isNear: boolean;
};

export type Asking = {
  answer(question: Question, understood: Understood): Promise<Answer>;
  /** Candidates for an order of one's own, best tier first. */
  candidates(filter: string[], parts: readonly string[][], most: number): Promise<Map<string, Candidate>>;
  hits(ids: readonly string[], wishes: readonly Wish[]): Promise<Hit[]>;
  /** Which of these words, as they are written, a document has. */
  thereOf(words: readonly string[]): Promise<string[]>;
};

type Query = Omit<MultiSearchQuery, 'indexUid'>;

export function askingOf({ index, quick }: Connection): Asking {
  const all = async (queries: readonly Query[]): Promise<SearchResponse<Partial<Candidate>>[]> =>
    troubled(async () => {
      const asked = { queries: queries.map((query) => ({ ...query, indexUid: index })) };
      const { results } = await quick.multiSearch<MultiSearchParams, Partial<Candidate>>(asked);
      return results;
    });

  /** All that was asked; when too few answer, more and more without what tells least. */
  const answering = async (chosen: string[], wishes: readonly Wish[]): Promise<Asked> => {
    const steps = levels(wishes);
    const [only = []] = steps;
    // the only one asks surely for everything
    if (steps.length < 2) return { chosen, words: only, wishes, isNear: false };
    const main = mainLevel(wishes);
    const asked = main === null ? steps : [...steps, filtersOf(main, wishes)];
    const counts = await all(asked.map((words) => ({ q: '', limit: 0, filter: [...chosen, ...words] })));
    const totals = counts.map(totalOf);
    const words = steps[levelThatAnswers(totals.slice(0, steps.length))] ?? only;
    return { chosen, words, wishes, isNear: main !== null && totals.at(-1) === 0 };
  };

  const candidates = async (filter: string[], parts: readonly string[][], most: number, native: Query[] = []) => {
    const attributesToRetrieve = ['id', 'terms', 'titleTerms', 'areas', 'date'];
    const responses = await all([
      ...parts.map((part) => ({ q: '', filter: [...filter, ...part], limit: most, attributesToRetrieve })),
      ...native,
    ]);
    const scores = new Map(
      responses.slice(parts.length).flatMap(({ hits }) => hits.map((hit) => [hit.id, hit._rankingScore ?? 0])),
    );
    const found = new Map<string, Candidate>();
    for (const { hits } of responses.slice(0, parts.length))
      for (const hit of hits) {
        if (found.size >= most) break;
        const candidate = candidateOf(hit, scores.get(hit.id) ?? 0);
        if (!found.has(candidate.id)) found.set(candidate.id, candidate);
      }
    return found;
  };

  /** The best candidates in order. Meilisearch says how well each has the words as they were typed. */
  const best = async ({ chosen, words, wishes }: Asked) => {
    const filter = [...chosen, ...words];
    const typed = wishes.map((wish) => wish.typed).join(' ');
    const native = {
      // a word with a space behind it is no beginning of another
      q: wishes.at(-1)?.isPrefix === true ? typed : `${typed} `,
      ...{ filter, matchingStrategy: 'all' as const, limit: orderedMost },
      ...{ attributesToRetrieve: ['id'], showRankingScore: true },
    };
    const found = await candidates(filter, tiers(wishes), orderedMost, [native]);
    return inOrder([...found.values()], (candidate) => pointsOf(wishes, candidate));
  };

  const near = async (filter: string[], areas: readonly string[]) => {
    const [found] = await all([
      { q: '', filter, limit: nearMost, attributesToRetrieve: ['id', 'areas'], sort: ['date:desc', 'id:asc'] },
    ]);
    const rank = new Map(areas.map((area, at) => [area, at]));
    const nearest = ({ areas: own = [] }: Partial<Candidate>) =>
      own.reduce((least, area) => Math.min(least, rank.get(area) ?? areas.length), areas.length);
    return (found?.hits ?? [])
      .map((hit) => ({ id: hit.id ?? '', far: nearest(hit) }))
      .sort((one, other) => one.far - other.far)
      .map(({ id }) => id);
  };

  const sorted = async (filter: string[], sort: string, offset: number, limit: number) => {
    const [found] = await all([{ q: '', filter, offset, limit, attributesToRetrieve: ['id'], sort: [sort, 'id:asc'] }]);
    return (found?.hits ?? []).map(({ id }) => id ?? '');
  };

  /** A page of ids: of what was ordered here, and behind it of what Meilisearch orders itself. */
  const page = async (question: Question, asked: Asked, offset: number): Promise<string[]> => {
    const { sort, limit } = question;
    const filter = [...asked.chosen, ...asked.words];
    if (sort === 'money') return sorted(filter, 'cents:desc', offset, limit);
    if (sort === 'near' && question.near !== null)
      return (await near(filter, question.near)).slice(offset, offset + limit);
    if (sort === 'newest' || asked.wishes.length === 0) return sorted(filter, 'date:desc', offset, limit);
    const ordered = await best(asked);
    const own = ordered.slice(offset, offset + limit);
    if (own.length === limit || ordered.length < orderedMost) return own;
    // behind what was ordered: all others, newest first
    const rest = [...filter, `NOT ${oneOf('id', ordered)}`];
    return [...own, ...(await sorted(rest, 'date:desc', Math.max(0, offset - ordered.length), limit - own.length))];
  };

  const hits: Asking['hits'] = async (ids, wishes) => {
    if (ids.length === 0) return [];
    const [found] = await all([{ q: '', filter: [oneOf('id', ids)], limit: ids.length, attributesToRetrieve: shown }]);
    const records = new Map(((found?.hits ?? []) as ShownRecord[]).map((record) => [record.id, record]));
    const marks = marksOf(wishes);
    return ids.flatMap((id) => {
      const record = records.get(id);
      if (record === undefined) return [];
      const { title, summary, text } = record;
      return [hitOf(record, { title: fragmentsOf(title, marks), text: textFragmentsOf(summary, text, marks) })];
    });
  };

  const thereOf: Asking['thereOf'] = async (words) => {
    const found = await all(
      words.map((word) => ({ q: '', filter: [oneOf('words', [word])], limit: 1, attributesToRetrieve: ['id'] })),
    );
    return words.filter((_, at) => (found[at]?.hits.length ?? 0) > 0);
  };

  /** Counts of each facet without its own filter; together with the total in one call. */
  const counted = async (question: Question, { chosen, words }: Asked) => {
    const filtered = new Set<Facet>(chosenFacets(question));
    const wanted = allFacets.filter((facet) => question.facets.includes(facet));
    const own = wanted.filter((facet) => filtered.has(facet));
    const free = wanted.filter((facet) => !filtered.has(facet));
    const [total, ...others] = await all([
      { q: '', filter: [...chosen, ...words], limit: 0, facets: free.map((facet) => attributeOf[facet]) },
      ...own.map((facet) => {
        const filter = [...filterOf(question, facet), ...words];
        return { q: '', filter, limit: 0, facets: [attributeOf[facet]] };
      }),
    ]);
    const counts: Answer['facets'] = {};
    for (const facet of wanted) {
      const response = filtered.has(facet) ? others[own.indexOf(facet)] : total;
      counts[facet] = countsOf(response?.facetDistribution?.[attributeOf[facet]] ?? {});
    }
    return { total: totalOf(total), counts };
  };

  return {
    candidates,
    hits,
    thereOf,
    answer: async (question, understood) => {
      const asked = await answering(filterOf(question), understood.wishes);
      const offset = offsetOf(question.cursor, mostHits);
      const [ids, { total, counts }] = await Promise.all([page(question, asked, offset), counted(question, asked)]);
      const reached = offset + ids.length;
      const reachable = question.sort === 'near' && question.near !== null ? Math.min(total, nearMost) : total;
      return {
        hits: await hits(ids, understood.wishes),
        total: { count: total, isExact: total < mostHits },
        facets: counts,
        next: ids.length > 0 && reached < reachable ? cursorOf(reached) : null,
        corrected: understood.corrected,
        isNear: total > 0 && (asked.isNear || understood.isMainUnknown),
        places: understood.places,
      };
    },
  };
}

const totalOf = (response: SearchResponse | undefined) => response?.estimatedTotalHits ?? 0;

function countsOf(distribution: Readonly<Record<string, number>>): Count[] {
  return Object.entries(distribution)
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, mostValues);
}

function candidateOf(hit: Partial<Candidate>, native: number): Candidate {
  const { id = '', terms = [], titleTerms = [], areas = [], date = null } = hit;
  return { id, terms, titleTerms, areas, date, native };
}

/** Most points first; what is equal newest first, as Meilisearch orders it. */
export function inOrder(candidates: readonly Candidate[], points: (candidate: Candidate) => number): string[] {
  return candidates
    .map((candidate) => ({ ...candidate, points: points(candidate) }))
    .sort(
      (one, other) =>
        other.points - one.points || (other.date ?? '').localeCompare(one.date ?? '') || (one.id < other.id ? -1 : 1),
    )
    .map(({ id }) => id);
}
