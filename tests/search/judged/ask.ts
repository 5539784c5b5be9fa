import type { ProgrammeWords, Question, SearchEngine } from '#app/modules/search/port.ts';
import { starterPlaces } from '#app/modules/search/words/starter-places.ts';
import { starterSynonyms } from '#app/modules/search/words/starter-synonyms.ts';
import { judgedDocuments } from './documents.ts';
import { scoreOf, shown, type JudgedQuery, type Score } from './evaluate.ts';
import { keyOf } from './queries.ts';

/** Words as an installation has them before an editor changed any. */
const starterWords: ProgrammeWords = { synonyms: starterSynonyms, places: starterPlaces };

/** A question as somebody types it, without filters. */
const typed = (text: string): Question => ({
  text,
  filters: {},
  money: { from: null, to: null },
  ...{ near: null, sort: 'relevance', cursor: null, limit: shown, facets: [] },
});

/** Puts the judged documents in an engine, in place of whatever it had. */
export async function fillJudged(engine: SearchEngine): Promise<void> {
  async function* batches() {
    yield await Promise.resolve(judgedDocuments());
  }
  await engine.rebuild(batches(), starterWords);
}

/** What an engine makes of queries: with the keys that it answered, for who wants to see why. */
export async function scoresOf(
  engine: SearchEngine,
  queries: readonly JudgedQuery[],
): Promise<(Score & { found: string[] })[]> {
  const scores: (Score & { found: string[] })[] = [];
  for (const query of queries) {
    const { hits } = await engine.search(typed(query.text), starterWords);
    const found = hits.map(({ id }) => keyOf(id));
    scores.push({ ...scoreOf(query, found), found });
  }
  return scores;
}
