import { isId } from '#app/kernel/ids.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { InterestKind } from '../interest.ts';
import { rankEntries, type MoneyState } from '../ranking.ts';
import { findRound } from '../round.store.server.ts';
import { scoreEntry, type EntryResult } from '../score.ts';
import { criteriaOf, scoredEntries, type StoredCriterion, type StoredEntry } from '../scores.store.server.ts';
import { countRecusals } from './round-scores.server.ts';

/** One review without a name. `reviewer` is the number that the round's own pages show. */
export type AnonymousReview = {
  reviewer: string;
  /** Null: a resident. */
  organisation: string | null;
  scores: { criterionId: string; criterion: string; points: number | null; reason: string }[];
};

/**
 * Everything with which a decision publishes the result of an initiative, and anybody can compute it again:
 * `scoreEntry(criteria, reviews)` gives `result`. Holds no names, mail addresses or ids of people.
 */
export type EntryResultView = {
  entryId: string;
  roundSlug: string;
  roundTitle: string;
  /** False while the round is open: nothing may be published or decided on it yet. */
  isClosed: boolean;
  initiativeId: string;
  initiativeVersion: number;
  minimumReviews: number;
  criteriaSetSlug: string;
  criteriaVersionId: string;
  criteriaVersion: number;
  criteria: StoredCriterion[];
  reviews: AnonymousReview[];
  /** Criteria that reviewers could not judge: how many, per criterion slug. */
  abstentions: Record<string, number>;
  /** Reviewers who stayed out, counted by kind of interest. */
  recusals: { interest: InterestKind; count: number }[];
  result: EntryResult;
  /** Where it stands in its round, without anything of the others. */
  standing: {
    entries: number;
    rank: number | null;
    isTied: boolean;
    /** ISO text. */
    submittedAt: string | null;
    /** Null: the round named no fund. */
    money: { available: Cents; state: MoneyState } | null;
  };
};

/** @returns null when there is no such entry, or it left its round */
export async function entryResult(database: Database | Transaction, entryId: string): Promise<EntryResultView | null> {
  if (!isId(entryId)) return null;
  const place = await database.roundEntry.findUnique({
    where: { id: entryId },
    select: {
      roundId: true,
      round: {
        select: { criteriaVersion: { select: { id: true, version: true, criteriaSet: { select: { slug: true } } } } },
      },
    },
  });
  const round = place === null ? null : await findRound(database, place.roundId);
  if (place === null || round === null) return null;
  const { criteriaVersion } = place.round;
  const criteria = await criteriaOf(database, criteriaVersion.id);
  const entries = (await scoredEntries(database, round.id)).filter(({ left }) => left === null);
  const entry = entries.find(({ id }) => id === entryId);
  if (entry === undefined) return null;
  const slugs = new Map(criteria.map(({ id, slug }) => [id, slug]));
  const reviews = entry.reviews.map(({ number, organisationName, scores }): AnonymousReview => ({
    reviewer: String(number),
    organisation: organisationName,
    // in the order of the criteria, so that the same result is always written the same way
    scores: criteria.flatMap(({ id }) => {
      const score = scores.find(({ criterionId }) => criterionId === id);
      return score === undefined
        ? []
        : [{ criterionId: id, criterion: slugs.get(id) ?? '', points: score.points, reason: score.reason }];
    }),
  }));
  const result = scoreEntry(criteria, reviews);
  return {
    entryId,
    roundSlug: round.slug,
    roundTitle: round.title,
    isClosed: round.state === 'closed',
    initiativeId: entry.initiativeId,
    initiativeVersion: entry.version,
    minimumReviews: round.minimumReviews,
    criteriaSetSlug: criteriaVersion.criteriaSet.slug,
    criteriaVersionId: criteriaVersion.id,
    criteriaVersion: criteriaVersion.version,
    criteria,
    reviews,
    abstentions: Object.fromEntries(result.criteria.map(({ slug, abstentions }) => [slug, abstentions])),
    recusals: countRecusals(entry.recusals),
    result,
    standing: standingOf(entryId, entries, criteria, round.availableAtClosing),
  };
}

function standingOf(
  entryId: string,
  entries: readonly StoredEntry[],
  criteria: readonly StoredCriterion[],
  available: Cents | null,
): EntryResultView['standing'] {
  const inputs = entries.map(({ id, reviews, requested, submittedAt }) => ({
    id,
    reviews,
    requested,
    submittedAt: submittedAt?.toISOString() ?? null,
  }));
  const own = inputs.find(({ id }) => id === entryId);
  const ranked = rankEntries(criteria, inputs, available).entries.find(({ id }) => id === entryId);
  if (own === undefined || ranked === undefined) throw new Error(`no entry ${entryId} among those of its round`);
  return {
    entries: inputs.length,
    rank: ranked.rank,
    isTied: ranked.isTied,
    submittedAt: own.submittedAt,
    money: available === null || ranked.money === null ? null : { available, state: ranked.money.state },
  };
}
