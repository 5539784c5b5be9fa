import { scoringAnswers } from './scoring-answers.ts';
import { scoringResult } from './scoring-result.ts';
import { scoringReview } from './scoring-review.ts';
import { scoringWork } from './scoring-work.ts';

/** Rounds, criteria, reviews and their results. */
export const scoring = { ...scoringWork, ...scoringReview, ...scoringResult, ...scoringAnswers };
