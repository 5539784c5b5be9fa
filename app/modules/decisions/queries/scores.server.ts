import { createHash } from 'node:crypto';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { isInterestKind } from '../interest.ts';
import type { PublishedRecusal, PublishedScores } from '../published.ts';

export type EntryScores = {
  round: { slug: string; name: string };
  reviews: PublishedScores['reviews'];
  recusals: PublishedRecusal[];
};

/** The reviews that count for an initiative in a round, without names, and who stayed out because of an interest. */
export async function scoresOf(database: Database | Transaction, roundEntryId: string): Promise<EntryScores> {
  const entry = await database.roundEntry.findUniqueOrThrow({
    where: { id: roundEntryId },
    select: {
      initiativeId: true,
      round: { select: { slug: true, title: true } },
      assignments: {
        select: {
          personId: true,
          organisationId: true,
          review: {
            select: {
              id: true,
              state: true,
              scores: { select: { points: true, reason: true, criterion: { select: { slug: true, position: true } } } },
            },
          },
        },
      },
    },
  });
  const interests = await interestsIn(
    database,
    entry.initiativeId,
    entry.assignments.map(({ personId }) => personId),
  );
  const organisations = new Map(
    (
      await database.organisation.findMany({
        where: { id: { in: entry.assignments.flatMap(({ organisationId }) => organisationId ?? []) } },
        select: { id: true, name: true },
      })
    ).map(({ id, name }) => [id, name]),
  );
  return {
    round: { slug: entry.round.slug, name: entry.round.title },
    reviews: entry.assignments
      .flatMap(({ review }) => (review?.state === 'submitted' ? [review] : []))
      .map((review) => ({ ...review, order: withoutOrder(review.id) }))
      .sort((one, other) => (one.order < other.order ? -1 : 1))
      .map((review, index) => ({
        reviewer: String(index + 1),
        scores: review.scores
          .sort((one, other) => one.criterion.position - other.criterion.position)
          .map(({ criterion, points, reason }) => ({ criterion: criterion.slug, points, reason })),
      })),
    recusals: entry.assignments.flatMap(({ personId, organisationId }) => {
      const interest = interests.get(personId) ?? null;
      const organisation = organisationId === null ? null : (organisations.get(organisationId) ?? null);
      return isInterestKind(interest) ? [{ organisation, interest, note: '' }] : [];
    }),
  };
}

/** Ids sort by time, and who was first would tell who it was. */
function withoutOrder(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

/** The interests of these people in an initiative, as the database knows them; who has none is not in it. */
export async function interestsIn(
  database: Database | Transaction,
  initiativeId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await database.$queryRaw<{ person_id: string; kind: string | null }[]>`
    select person_id::text, interest_of(person_id, ${initiativeId}::uuid) as kind
      from unnest(${[...personIds]}::uuid[]) as person_id`;
  return new Map(rows.flatMap(({ person_id, kind }) => (kind === null ? [] : [[person_id, kind] as const])));
}
