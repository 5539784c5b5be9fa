import type { Database } from '#app/platform/database.server.ts';
import type { Stage } from '../stage.ts';
import { searchTerms } from './search-terms.ts';

/** A public initiative that is about something like it. */
export type SimilarInitiative = { slug: string; title: string; summary: string; stage: Stage };

/** Shorter titles look like everything. */
const shortestTitle = 4;

/**
 * Initiatives that are weighed: those that share a telling word (the index of the search finds them) or have a title spelled
 * alike. Weighing all reads and stems every summary, which takes ten seconds when there are twenty thousand.
 */
const mostWeighed = 200;

/**
 * Public initiatives that resemble a title, the most alike first: spelled alike (pg_trgm), or sharing telling words
 * with title or summary.
 * @param exceptId the initiative that is being written or read
 */
export async function similarInitiatives(
  database: Database,
  title: string,
  options: { most: number; exceptId?: string },
): Promise<SimilarInitiative[]> {
  const text = title.trim().slice(0, 120);
  const terms = searchTerms(text);
  if (text.length < shortestTitle || terms.length === 0) return [];
  return database.$queryRaw<SimilarInitiative[]>`
    with terms as (
      select plainto_tsquery('dutch', plain_text(word)) as query
      from unnest(${terms}::text[]) word
      where char_length(word) >= 4 and numnode(plainto_tsquery('dutch', plain_text(word))) > 0
    ), hits as (
      select i.id, 0.5::real as weight from terms join initiative i
        on i.stage <> 'draft' and initiative_search(i.title, i.summary) @@ terms.query
      union all
      select id, alike from (
        select id, greatest(word_similarity(plain_text(title), plain_text(${text})), word_similarity(plain_text(${text}), plain_text(title))) as alike
        from initiative where stage <> 'draft' offset 0
      ) spelled
      where alike >= 0.35
    ), candidates as (
      select id from hits where id is distinct from ${options.exceptId ?? null}::uuid
      group by id order by sum(weight) desc, id limit ${mostWeighed}
    ), scored as (
      select slug, title, summary, stage, greatest(
        similarity(plain_text(title), plain_text(${text})),
        0.9 * word_similarity(plain_text(title), plain_text(${text})),
        0.9 * word_similarity(plain_text(${text}), plain_text(title || ' ' || summary)),
        -- a shared word in the title tells more than one in the summary
        (select 0.5 * count(*) filter (where initiative_search(title, '') @@ query) / greatest(count(*), 1)
              + 0.4 * count(*) filter (where initiative_search(title, summary) @@ query) / greatest(count(*), 1) from terms)
      ) as score
      from initiative join candidates using (id)
      where stage <> 'withdrawn'
    )
    select slug, title, summary, stage from scored where score >= 0.35
    order by score + similarity(plain_text(title), plain_text(${text})) desc, title limit ${options.most}`;
}
