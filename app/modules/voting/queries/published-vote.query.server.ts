import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';

export type PublishedVoteFile = {
  text: string;
  sha256: string;
  attempt: number;
  /** Why two persons annulled the count that it is of; null: it stands, or is of no count. */
  annulled: string | null;
};

type Kind = 'announcement' | 'ballots';

/**
 * What was published of a vote, byte for byte; null: nothing of that kind, or no such vote.
 * @param attempt number of the count; the last one that was published when left out
 */
export async function publishedVoteFile(
  database: Database,
  slug: string,
  kind: Kind,
  attempt?: number,
): Promise<PublishedVoteFile | null> {
  if (!isSlug(slug)) return null;
  const file = await database.votePublication.findFirst({
    where: { vote: { slug }, kind, attempt },
    orderBy: { attempt: 'desc' },
    select: { voteId: true, text: true, sha256: true, attempt: true },
  });
  if (file === null) return null;
  const { voteId, ...published } = file;
  const annulment = await database.voteAnnulment.findFirst({
    where: { voteId, attempt: file.attempt, confirmedAt: { not: null } },
    select: { reason: true },
  });
  return { ...published, annulled: kind === 'ballots' ? (annulment?.reason ?? null) : null };
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
