import type { Instant } from '#app/kernel/instant.ts';
import { entryResult } from '#app/modules/scoring/queries/entry-result.query.server.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { PublishedStanding } from '../published-basis.ts';
import type { PublishedRecusal, PublishedScores } from '../published.ts';

export type EntryScores = {
  round: { slug: string; name: string };
  reviews: PublishedScores['reviews'];
  recusals: PublishedRecusal[];
  standing: PublishedStanding;
};

/**
 * The reviews that count for an initiative in a round, under the numbers that the round's own pages show, and who stayed
 * out: by kind of interest only, because in a small group of reviewers the organisation beside it would tell who it is.
 * @throws Error when there is no such entry
 */
export async function scoresOf(database: Database | Transaction, roundEntryId: string): Promise<EntryScores> {
  const entry = await entryResult(database, roundEntryId);
  if (entry === null) throw new Error(`no entry ${roundEntryId} in a round`);
  return {
    round: { slug: entry.roundSlug, name: entry.roundTitle },
    reviews: entry.reviews.map(({ reviewer, scores }) => ({
      reviewer,
      scores: scores.map(({ criterion, points, reason }) => ({ criterion, points, reason })),
    })),
    recusals: entry.recusals.flatMap(({ interest, count }) =>
      Array.from({ length: count }, () => ({ organisation: null, interest, note: '' })),
    ),
    standing: {
      entries: entry.standing.entries,
      rank: entry.standing.rank,
      isTied: entry.standing.isTied,
      submittedAt: entry.standing.submittedAt,
      money:
        entry.standing.money === null
          ? null
          : { availableCents: entry.standing.money.available, state: entry.standing.money.state },
    },
  };
}

/** The interests of these people in a decision: in its plan, or in the organisation that gets the money. Who has none is not in it. */
export async function interestsInDecision(
  database: Database | Transaction,
  decisionId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database.$queryRaw<InterestRow[]>`
    select person_id::text, interest_in_decision(person_id, ${decisionId}::uuid) as kind
      from unnest(${[...personIds]}::uuid[]) as person_id`;
  return byPerson(rows);
}

/** What money is given to: a plan, an organisation, or the plan of an organisation. */
export type Grant = { initiativeId: string | null; organisationId: string | null };

/**
 * The interests of these people in what is not decided yet, as the database would see them in a decision of this moment;
 * who has none is not in it.
 */
export async function interestsIn(
  database: Database | Transaction,
  { initiativeId, organisationId }: Grant,
  personIds: readonly string[],
  now: Instant,
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await database.$queryRaw<InterestRow[]>`
    select person_id::text, interest_in_grant(person_id, ${initiativeId}::uuid, ${organisationId}::uuid, ${now}) as kind
      from unnest(${[...personIds]}::uuid[]) as person_id`;
  return byPerson(rows);
}

type InterestRow = { person_id: string; kind: string | null };

function byPerson(rows: readonly InterestRow[]): Map<string, string> {
  return new Map(rows.flatMap(({ person_id, kind }) => (kind === null ? [] : [[person_id, kind] as const])));
}
