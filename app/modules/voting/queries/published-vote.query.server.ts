import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';

export type PublishedVoteFile = { text: string; sha256: string };

type Kind = 'announcement' | 'ballots';

/** What was published of a vote, byte for byte, of the last count; null: nothing of that kind, or no such vote. */
export async function publishedVoteFile(
  database: Database,
  slug: string,
  kind: Kind,
): Promise<PublishedVoteFile | null> {
  if (!isSlug(slug)) return null;
  return database.votePublication.findFirst({
    where: { vote: { slug }, kind },
    orderBy: { attempt: 'desc' },
    select: { text: true, sha256: true },
  });
}

/** What there is to check of a vote, without the files themselves. */
export type PublishedVote = Record<Kind, { sha256: string; publishedAt: Instant } | null>;

export async function publishedVote(database: Database, voteId: string): Promise<PublishedVote> {
  const rows = await database.votePublication.findMany({
    where: { voteId },
    orderBy: { attempt: 'desc' },
    select: { kind: true, sha256: true, publishedAt: true },
  });
  const of = (kind: Kind) => rows.find((row) => row.kind === kind) ?? null;
  return { announcement: of('announcement'), ballots: of('ballots') };
}
