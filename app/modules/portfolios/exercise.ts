import { addMonths, type CalendarDate } from '#app/kernel/calendar-date.ts';

/** The two questions: who can support us, and whom can we support (constraint `support_choice_direction`). */
export const supportDirections = ['supports-us', 'we-support'] as const;
export type SupportDirection = (typeof supportDirections)[number];

/** What became of a match, best first (constraint `portfolio_match_outcome`). */
export const matchOutcomes = ['together', 'sometimes', 'met', 'nothing'] as const;
export type MatchOutcome = (typeof matchOutcomes)[number];

export const longestReason = 500;
export const longestOutcomeText = 2000;
export const longestRoundName = 120;

/** How many portfolios the exercise proposes for a question: as many as fit on a phone. */
export const shortlistLength = 5;

/** Months after which the product asks what became of a match. */
const monthsUntilAsked = 6;

/** Matches that were made on this day or before are asked about. */
export function askedAbout(today: CalendarDate): CalendarDate {
  return addMonths(today, -monthsUntilAsked);
}

export type RoundState = 'coming' | 'running' | 'over';

/** @param today day in Amsterdam */
export function roundState(round: { opensOn: CalendarDate; closesOn: CalendarDate }, today: CalendarDate): RoundState {
  if (today < round.opensOn) return 'coming';
  return today <= round.closesOn ? 'running' : 'over';
}

/** How often each outcome was told, and of how many nothing was heard yet. */
export type OutcomeTally = Record<MatchOutcome, number> & { total: number; untold: number };

export function tallyOutcomes(outcomes: readonly (MatchOutcome | null)[]): OutcomeTally {
  const count = (wanted: MatchOutcome | null) => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    together: count('together'),
    sometimes: count('sometimes'),
    met: count('met'),
    nothing: count('nothing'),
    untold: count(null),
    total: outcomes.length,
  };
}
