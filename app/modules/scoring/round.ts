import { daysBetween, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { InterestKind } from './interest.ts';

export type RoundPeriod = { state: 'open' | 'closed'; opensOn: CalendarDate; closesOn: CalendarDate };

/**
 * `planned`: reviewers cannot begin yet. `running`: within the period. `ended`: the period is over and nobody closed
 * the round; reviewers who are late can still hand in. `closed`: nothing changes any more.
 */
export type RoundPhase = 'planned' | 'running' | 'ended' | 'closed';

export function roundPhase(round: RoundPeriod, today: CalendarDate): RoundPhase {
  if (round.state === 'closed') return 'closed';
  if (today < round.opensOn) return 'planned';
  return today > round.closesOn ? 'ended' : 'running';
}

/** Days that are left to score, today included; 0 once the period is over. */
export function daysLeft(round: RoundPeriod, today: CalendarDate): number {
  return Math.max(0, daysBetween(today, round.closesOn) + 1);
}

export type ReviewState = 'draft' | 'submitted' | 'set-aside';

/**
 * Where a reviewer stands with one initiative.
 * `wait`: the round begins later. `declare`: say first whether there is an interest. `draft`: scoring. `handed-in`.
 * `shut`: an interest keeps the dossier closed, also when a review was set aside by it. `left`: the initiative left the
 * round. `missed`: the round closed without this review. `role-ended`: the role in which the person would score is over,
 * so somebody else must.
 */
export type AssignmentState = 'wait' | 'declare' | 'draft' | 'handed-in' | 'shut' | 'left' | 'missed' | 'role-ended';

export type AssignmentFacts = {
  phase: RoundPhase;
  interest: InterestKind | null;
  review: ReviewState | null;
  hasLeftRound: boolean;
  /** The person still holds a role in which they may score for the round's body. */
  inOffice: boolean;
};

export function assignmentState({ phase, interest, review, hasLeftRound, inOffice }: AssignmentFacts): AssignmentState {
  if (interest !== null || review === 'set-aside') return 'shut';
  if (review === 'submitted') return 'handed-in';
  if (hasLeftRound) return 'left';
  if (phase === 'closed') return 'missed';
  if (!inOffice) return 'role-ended';
  if (phase === 'planned') return 'wait';
  return review === null ? 'declare' : 'draft';
}

/** How far the scoring of one initiative is. */
export type EntryProgress = {
  /** Assigned reviewers without those whom an interest keeps out, or whose role ended before they handed in. */
  expected: number;
  handedIn: number;
};

/** Reviews that an initiative still lacks for the minimum of its round. */
export function missingReviews(progress: EntryProgress, minimumReviews: number): number {
  return Math.max(0, minimumReviews - progress.handedIn);
}

/** Reviewers who must be added because the assigned ones cannot reach the minimum. */
export function missingReviewers(progress: EntryProgress, minimumReviews: number): number {
  return Math.max(0, minimumReviews - progress.expected);
}

export type ClosingObstacle = 'already-closed' | 'period-not-over' | 'below-minimum';

/**
 * Whether a round can close: once every expected review is in or the period is over, and every initiative in it has the
 * minimum number of reviews. What stays below leaves the round with a reason, or gets more reviewers.
 * @param entries the initiatives that are still in the round
 * @returns null when it can close
 */
export function closingObstacle(
  phase: RoundPhase,
  minimumReviews: number,
  entries: readonly EntryProgress[],
): ClosingObstacle | null {
  if (phase === 'closed') return 'already-closed';
  if (phase !== 'ended' && entries.some((entry) => entry.handedIn < entry.expected)) return 'period-not-over';
  if (entries.some((entry) => missingReviews(entry, minimumReviews) > 0)) return 'below-minimum';
  return null;
}

/** Address of a round made from its title: "Ronde voorjaar 2026" → "ronde-voorjaar-2026". */
export function roundSlug(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
  return plain === '' ? 'ronde' : plain;
}
