import type { Transaction } from '#app/platform/database.server.ts';
import { makeCorpus } from '../corpus.ts';
import { loadMiddles, profilesAmong } from '../profile.store.server.ts';
import { makeDesk, offersOf } from '../scores.ts';

/** Others whose texts say which words are rare. */
const others = 1000;
/** Less than this is no reason to sit together. */
const worthSaying = 0.05;

/** How well what each two of these portfolios need meets what the other offers, 0 to 1. Pairs that share nothing are left out. */
export async function fitsAmong(
  tx: Transaction,
  ids: readonly string[],
): Promise<{ between: readonly [string, string]; score: number }[]> {
  if (ids.length < 2) return [];
  const corpus = makeCorpus(await profilesAmong(tx, ids, others), await loadMiddles(tx));
  const desk = makeDesk(corpus);
  const places = [...new Set(ids)].sort().flatMap((id) => {
    const place = corpus.places.get(id);
    return place === undefined ? [] : [{ id, place }];
  });
  return places.flatMap(({ id, place }, index) => {
    const fits = offersOf(corpus, place, desk);
    return places.slice(index + 1).flatMap((other) => {
      const score = fits[other.place] ?? 0;
      return score < worthSaying ? [] : [{ between: [id, other.id] as const, score }];
    });
  });
}

/** A portfolio as far as it matters for which others it belongs to. */
export type Telling = { id: string; themes: string[]; stems: string[] };

/** What these portfolios tell, as stems and themes. Those that are not on the marketplace tell nothing, but are there. */
export async function tellingAmong(tx: Transaction, ids: readonly string[]): Promise<Telling[]> {
  return tx.$queryRaw<Telling[]>`
    select given.id::text as id, coalesce(f.themes, '{}') as themes,
        coalesce(f.about, '{}') || array(
          select word from jsonb_array_elements(f.lines) line cross join jsonb_array_elements_text(line -> 'words') word) as stems
      from unnest(${ids}::uuid[]) given (id) left join match_facts f on f.id = given.id`;
}

/** Stems as a word that somebody wrote: the shortest with that stem, in one of these portfolios. */
export async function wordsOfStems(
  tx: Transaction,
  ids: readonly string[],
  stems: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ stem: string; word: string }[]>`
    select distinct on (stem) stem, word from (
      select (tsvector_to_array(to_tsvector('pg_catalog.dutch', word)))[1] as stem, word
        from portfolio_face f
        left join lateral (select string_agg(l.text, ' ') as text from portfolio_line l where l.portfolio_id = f.id) lines on true
        cross join lateral regexp_split_to_table(lower(f.name || ' ' || f.about || ' ' || coalesce(lines.text, '')), '[^[:alpha:]]+') word
        where f.id = any (${ids}::uuid[]) and word <> '') written
      where stem = any (${stems}::text[]) order by stem, char_length(word), word`;
  return new Map(rows.map(({ stem, word }) => [stem, word]));
}
