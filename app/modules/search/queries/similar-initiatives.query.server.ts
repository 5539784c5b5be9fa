import type { Stage } from '#app/modules/initiatives/stage.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Searching } from '../searching.ts';

/** A public initiative that is about something like it. */
export type SimilarInitiative = { slug: string; title: string; summary: string; stage: Stage };

/** Shorter titles look like everything. */
const shortestTitle = 4;
const longestText = 1000;

/**
 * Public initiatives that resemble a title or a text, the most alike first; none that were withdrawn. Only a hint: where searching
 * fails there are none.
 * @param exceptId the initiative that is being written or read
 */
export async function similarInitiatives(
  { search, database }: { search: Searching; database: Database },
  typed: string,
  { most, exceptId }: { most: number; exceptId?: string },
): Promise<SimilarInitiative[]> {
  const text = typed.replaceAll('\u0000', '').trim().slice(0, longestText);
  if (text.length < shortestTitle) return [];
  let paths: string[];
  try {
    const hits = await search.similar(text, { kinds: ['initiative'], most: most + 3 });
    paths = hits.map(({ path }) => path);
  } catch {
    return [];
  }
  const slugs = paths.map((path) => path.slice('/initiatieven/'.length));
  const rows = await database.initiative.findMany({
    where: { slug: { in: slugs }, stage: { notIn: ['draft', 'withdrawn'] } },
    select: { id: true, slug: true, title: true, summary: true, stage: true },
  });
  return rows
    .filter(({ id }) => id !== exceptId)
    .sort((one, other) => slugs.indexOf(one.slug ?? '') - slugs.indexOf(other.slug ?? ''))
    .slice(0, most)
    .map(({ slug, title, summary, stage }) => ({ slug: slug ?? '', title, summary, stage: stage as Stage }));
}
