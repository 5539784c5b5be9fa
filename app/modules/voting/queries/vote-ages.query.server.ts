import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Database } from '#app/platform/database.server.ts';

/** The age that an open vote asks of who signs in for it by the identity provider; null: no such vote, or it asks none. */
export async function voteAges(database: Database, slug: string): Promise<number | null> {
  if (!isSlug(slug)) return null;
  const vote = await database.vote.findFirst({
    where: { slug, state: 'open', byIdentity: true },
    select: { minimumAge: true },
  });
  return vote === null || vote.minimumAge === 0 ? null : vote.minimumAge;
}
