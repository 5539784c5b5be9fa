import { scoreEntry, type CountedReview, type EntryResult, type ScoredCriterion } from '#app/modules/scoring/score.ts';
import type { PublishedCriteria, PublishedDecision, PublishedScores } from './published.ts';
import { isJudged } from './proposal.ts';
import { computedAward, publishedAward } from './recompute-award.ts';
import { basisLines } from './recompute-basis.ts';
import { procurementLines } from './recompute-procurement.ts';
import { line, type RecomputedLine } from './recomputed-line.ts';
import { isCarried } from './vote.ts';

/**
 * Computes every total of a published decision from what is published beside it: averages, spread, minima and total from
 * the scores, weights and abstentions; the vote from its counts and participants; a reward of the donutfonds from the
 * figures, the rules and what was divided; what assignments add up to from those that were counted; the days to object.
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
    ...(published.version === 1 || published.procurement === null
      ? []
      : procurementLines(published.procurement, published.amountCents ?? 0)),
    ...basisLines(published, result),
  ];
  return { matches: lines.every((line) => line.matches), lines, result };
}

/** The result by the same function that made the ranking. */
export function resultOf(criteria: PublishedCriteria, reviews: PublishedScores['reviews']): EntryResult {
  return scoreEntry(scoredCriteria(criteria), countedReviews(reviews));
}

/** A criterion is known by its slug here. */
export function scoredCriteria({ criteria }: PublishedCriteria): ScoredCriterion[] {
  return criteria.map(({ slug, weight, scale, minimumHundredths }) => ({
    id: slug,
    slug,
    weight,
    maximum: scale.length - 1,
    minimumHundredths,
  }));
}

export function countedReviews(reviews: PublishedScores['reviews']): CountedReview[] {
  return reviews.map((review) => ({
    reviewer: review.reviewer,
    scores: review.scores.map(({ criterion, points, reason }) => ({ criterionId: criterion, points, reason })),
  }));
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
