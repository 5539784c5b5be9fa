import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  multiplyFractions,
  toHundredths,
  type Fraction,
} from '#app/kernel/fraction.ts';

/** What a criterion counts for: plain data, as a decision publishes it. */
export type ScoredCriterion = {
  id: string;
  slug: string;
  /** Whole number from 1 up; only its proportion to the other weights matters. */
  weight: number;
  /** Highest point of the scale, which starts at 0. */
  maximum: number;
  /** Lowest average, in hundredths of a point, with which an initiative can be granted; null: none. */
  minimumHundredths: number | null;
};

export type CriterionScore = {
  criterionId: string;
  /** Null: 'cannot judge'. */
  points: number | null;
  reason: string;
};

/** One review that counts: handed in and not set aside. */
export type CountedReview = {
  /** Tells reviewers apart; `scoreEntry` does nothing else with it. */
  reviewer: string;
  scores: readonly CriterionScore[];
};

/** `unknown`: there is a minimum, and nobody could judge. */
export type MinimumState = 'none' | 'met' | 'missed' | 'unknown';

export type CriterionResult = {
  criterionId: string;
  slug: string;
  weight: number;
  maximum: number;
  /** The points given, low to high; abstentions are not in it. */
  points: number[];
  abstentions: number;
  /** Average in hundredths of a point; null when nobody judged. */
  averageHundredths: number | null;
  /** Highest minus lowest points; null when nobody judged. */
  spread: number | null;
  /** The reviewers lie half of the scale or more apart: talk about it before deciding. */
  isHighSpread: boolean;
  minimumHundredths: number | null;
  minimum: MinimumState;
};

export type EntryResult = {
  reviewCount: number;
  criteria: CriterionResult[];
  /** Total in hundredths of a percent of what could be reached: 7857 is 78.57 of 100; null when nothing was judged. */
  totalHundredths: number | null;
  /** The same total in hundredths of a point, where all criteria have the same scale; else null. */
  totalOnScaleHundredths: number | null;
  /** Weight of the criteria that at least one reviewer judged, and of all. */
  judgedWeight: number;
  allWeight: number;
  /** No criterion misses its minimum, and none with a minimum went without judgement. */
  meetsMinima: boolean;
};

/**
 * The result of one initiative in a round.
 *
 *     average(c) = sum of the points for c / number of reviewers who judged c
 *     share(c)   = average(c) / maximum(c)                                         (so scales of any length compare)
 *     total      = Σ weight(c) × share(c) / Σ weight(c),   over the criteria that at least one reviewer judged
 *
 * 'Cannot judge' leaves the average, it is no zero. A criterion that nobody could judge leaves the total, and the other
 * weights are divided by what is left. Everything is computed exactly and rounded once, at the end, halves up.
 * @throws RangeError when a score is not on the scale, for an unknown criterion, or given twice by one reviewer
 */
export function scoreEntry(criteria: readonly ScoredCriterion[], reviews: readonly CountedReview[]): EntryResult {
  const results = criteria.map((criterion) => scoreCriterion(criterion, reviews));
  checkScores(criteria, reviews);
  const total = exactTotal(criteria, reviews);
  const maxima = new Set(criteria.map((criterion) => criterion.maximum));
  const [commonMaximum] = maxima.size === 1 ? maxima : [];
  return {
    reviewCount: reviews.length,
    criteria: results,
    totalHundredths: total === null ? null : toHundredths(multiplyFractions(total, fraction(100))),
    totalOnScaleHundredths:
      total === null || commonMaximum === undefined
        ? null
        : toHundredths(multiplyFractions(total, fraction(commonMaximum))),
    judgedWeight: sum(results.filter((result) => result.points.length > 0).map((result) => result.weight)),
    allWeight: sum(results.map((result) => result.weight)),
    meetsMinima: results.every((result) => result.minimum === 'none' || result.minimum === 'met'),
  };
}

/** The total before rounding, between 0 and 1; rankings compare this. Null when nothing was judged. */
export function exactTotal(criteria: readonly ScoredCriterion[], reviews: readonly CountedReview[]): Fraction | null {
  let weighted = fraction(0);
  let weights = 0;
  for (const criterion of criteria) {
    const average = exactAverage(pointsFor(criterion, reviews));
    if (average === null) continue;
    const share = divideFractions(average, fraction(criterion.maximum));
    weighted = addFractions(weighted, multiplyFractions(fraction(criterion.weight), share));
    weights += criterion.weight;
  }
  return weights === 0 ? null : divideFractions(weighted, fraction(weights));
}

function scoreCriterion(criterion: ScoredCriterion, reviews: readonly CountedReview[]): CriterionResult {
  const points = pointsFor(criterion, reviews).sort((a, b) => a - b);
  const average = exactAverage(points);
  const lowest = points[0];
  const highest = points.at(-1);
  const spread = lowest === undefined || highest === undefined ? null : highest - lowest;
  return {
    criterionId: criterion.id,
    slug: criterion.slug,
    weight: criterion.weight,
    maximum: criterion.maximum,
    points,
    abstentions: reviews.length - points.length,
    averageHundredths: average === null ? null : toHundredths(average),
    spread,
    isHighSpread: spread !== null && isHighSpread(spread, criterion.maximum),
    minimumHundredths: criterion.minimumHundredths,
    minimum: minimumState(average, criterion.minimumHundredths),
  };
}

/** Half of the scale or more: 2 on a scale to 4, 3 on a scale to 5. One reviewer alone has no spread. */
function isHighSpread(spread: number, maximum: number): boolean {
  return spread > 0 && spread * 2 >= maximum;
}

/** Compares exactly: 1.995 does not meet 2.00, though it is shown as 2.00. */
function minimumState(average: Fraction | null, minimumHundredths: number | null): MinimumState {
  if (minimumHundredths === null) return 'none';
  if (average === null) return 'unknown';
  return compareFractions(average, fraction(minimumHundredths, 100)) >= 0 ? 'met' : 'missed';
}

function pointsFor(criterion: ScoredCriterion, reviews: readonly CountedReview[]): number[] {
  return reviews.flatMap((review) => {
    const score = review.scores.find((candidate) => candidate.criterionId === criterion.id);
    return score === undefined || score.points === null ? [] : [score.points];
  });
}

function exactAverage(points: readonly number[]): Fraction | null {
  return points.length === 0 ? null : fraction(sum(points), points.length);
}

function checkScores(criteria: readonly ScoredCriterion[], reviews: readonly CountedReview[]): void {
  const maxima = new Map(criteria.map((criterion) => [criterion.id, criterion.maximum]));
  for (const review of reviews) {
    const seen = new Set<string>();
    for (const { criterionId, points } of review.scores) {
      const maximum = maxima.get(criterionId);
      if (maximum === undefined) throw new RangeError(`no criterion ${criterionId} in this version`);
      if (seen.has(criterionId)) throw new RangeError(`criterion ${criterionId} scored twice in one review`);
      if (points !== null && !(Number.isInteger(points) && points >= 0 && points <= maximum))
        throw new RangeError(`${points} is not on the scale`);
      seen.add(criterionId);
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
