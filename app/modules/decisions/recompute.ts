import { scoreEntry, type CountedReview, type EntryResult, type ScoredCriterion } from '#app/modules/scoring/score.ts';
import type { PublishedCriteria, PublishedDecision, PublishedScores } from './published.ts';
import { isJudged } from './proposal.ts';
import { computedAward, publishedAward } from './recompute-award.ts';
import { isCarried } from './vote.ts';

/** A number of the publication beside the same number computed anew. `criterion` tells which one, where there are more. */
export type RecomputedLine = {
  what:
    | 'average'
    | 'spread'
    | 'abstentions'
    | 'minimum'
    | 'total'
    | 'judged-weight'
    | 'all-weight'
    | 'review-count'
    | 'meets-minima'
    | 'voters'
    | 'carried'
    | 'motivated'
    | 'award-meets-rules'
    | 'award-share'
    | 'award-remainder'
    | 'award-amount';
  criterion: string | null;
  published: number | string | boolean | null;
  computed: number | string | boolean | null;
  matches: boolean;
};

/**
 * Computes every total of a published decision from what is published beside it: averages, spread, minima and total from
 * the scores, weights and abstentions; the vote from its counts and participants; a reward of the donutfonds from the
 * figures, the rules and what was divided.
 * @throws RangeError when the publication holds scores that cannot be: off the scale, or for unknown criteria
 */
export function recompute(published: PublishedDecision): {
  matches: boolean;
  lines: RecomputedLine[];
  result: EntryResult | null;
} {
  const { criteria, scores } = published;
  const result = criteria === null || scores === null ? null : resultOf(criteria, scores.reviews);
  const lines = [
    ...(result === null || scores === null ? [] : scoreLines(scores.result, result)),
    ...voteLines(published),
    ...(criteria === null || !isJudged(published.outcome) ? [] : [motivatedLine(criteria)]),
    ...awardLines(published),
  ];
  return { matches: lines.every((line) => line.matches), lines, result };
}

/** The result by the same function that made the ranking; a criterion is known by its slug here. */
export function resultOf(criteria: PublishedCriteria, reviews: PublishedScores['reviews']): EntryResult {
  return scoreEntry(
    criteria.criteria.map((one): ScoredCriterion => ({
      id: one.slug,
      slug: one.slug,
      weight: one.weight,
      maximum: one.scale.length - 1,
      minimumHundredths: one.minimumHundredths,
    })),
    reviews.map((review): CountedReview => ({
      reviewer: review.reviewer,
      scores: review.scores.map(({ criterion, points, reason }) => ({ criterionId: criterion, points, reason })),
    })),
  );
}

/** What of a result is published. */
export function publishedResult(result: EntryResult): PublishedScores['result'] {
  const { reviewCount, totalHundredths, judgedWeight, allWeight, meetsMinima } = result;
  return {
    reviewCount,
    totalHundredths,
    judgedWeight,
    allWeight,
    meetsMinima,
    criteria: result.criteria.map(({ slug, averageHundredths, spread, abstentions, minimum }) => ({
      criterion: slug,
      averageHundredths,
      spread,
      abstentions,
      minimum,
    })),
  };
}

function scoreLines(published: PublishedScores['result'], result: EntryResult): RecomputedLine[] {
  const computed = publishedResult(result);
  const slugs = new Set([...computed.criteria, ...published.criteria].map(({ criterion }) => criterion));
  const perCriterion = [...slugs].flatMap((slug) => {
    const said = published.criteria.find((one) => one.criterion === slug);
    const own = computed.criteria.find((one) => one.criterion === slug);
    const compare = (what: RecomputedLine['what'], key: 'averageHundredths' | 'spread' | 'abstentions' | 'minimum') =>
      said === undefined || own === undefined
        ? { what, criterion: slug, published: said?.[key] ?? null, computed: own?.[key] ?? null, matches: false }
        : line(what, said[key], own[key], slug);
    return [
      compare('average', 'averageHundredths'),
      compare('spread', 'spread'),
      compare('abstentions', 'abstentions'),
      compare('minimum', 'minimum'),
    ];
  });
  return [
    ...perCriterion,
    line('total', published.totalHundredths, computed.totalHundredths),
    line('judged-weight', published.judgedWeight, computed.judgedWeight),
    line('all-weight', published.allWeight, computed.allWeight),
    line('review-count', published.reviewCount, computed.reviewCount),
    line('meets-minima', published.meetsMinima, computed.meetsMinima),
  ];
}

function voteLines({ votes, participants }: PublishedDecision): RecomputedLine[] {
  if (votes === null) return [];
  const voters = participants.reduce((sum, { count }) => sum + count, 0);
  return [line('voters', votes.for + votes.against + votes.abstain, voters), line('carried', true, isCarried(votes))];
}

function motivatedLine({ criteria }: PublishedCriteria): RecomputedLine {
  return line('motivated', criteria.length, criteria.filter(({ motivation }) => motivation.trim() !== '').length);
}

function awardLines(published: PublishedDecision): RecomputedLine[] {
  const { subject } = published;
  if (subject.kind !== 'donut-application') return [];
  const said = publishedAward(published, subject);
  const own = computedAward(subject);
  return [
    line('award-meets-rules', said.meetsRules, own.meetsRules),
    line('award-share', said.shareCents, own.shareCents),
    line('award-remainder', said.remainderCents, own.remainderCents),
    line('award-amount', said.amountCents, own.amountCents),
  ];
}

function line(
  what: RecomputedLine['what'],
  published: RecomputedLine['published'],
  computed: RecomputedLine['computed'],
  criterion: string | null = null,
): RecomputedLine {
  return { what, criterion, published, computed, matches: published === computed };
}
