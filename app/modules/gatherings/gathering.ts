import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';

/** rounds: clusters, pairs and groups. open: a market with a wall of notes and workshops (`gathering_form`). */
export const gatheringForms = ['rounds', 'open'] as const;
export type GatheringForm = (typeof gatheringForms)[number];

export const gatheringStates = ['concept', 'announced', 'begun', 'closed', 'cancelled'] as const;
export type GatheringState = (typeof gatheringStates)[number];

/** The table of states: what a gathering can become (`gathering_moves`). */
const movesFrom: Record<GatheringState, readonly GatheringState[]> = {
  concept: ['announced', 'cancelled'],
  announced: ['begun', 'cancelled'],
  begun: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
};

export function canMove(from: GatheringState, to: GatheringState): boolean {
  return movesFrom[from].includes(to);
}

/** The database keeps to the same (`gathering_state`, `gathering_form`). @throws Error for another word */
export function gatheringState(text: string): GatheringState {
  const found = gatheringStates.find((state) => state === text);
  if (found === undefined) throw new Error(`no state of a gathering: ${text}`);
  return found;
}

export function gatheringForm(text: string): GatheringForm {
  return text === 'open' ? 'open' : 'rounds';
}

/** Longest texts, in characters (`gathering_texts`). */
export const longestGatheringText = {
  title: 120,
  about: 4000,
  venueName: 120,
  venueAddress: 200,
  childCare: 500,
  accessibility: 1000,
  cancelReason: 1000,
} as const;

export const capacityBounds = { least: 4, most: 500 } as const;

/** What organisers type of a gathering. */
export type GatheringContent = {
  form: GatheringForm;
  title: string;
  about: string;
  gatheringAreaId: string;
  startsAt: Instant;
  endsAt: Instant;
  venueName: string;
  venueAddress: string;
  capacity: number;
  languages: string[];
  childCare: string;
  accessibility: string;
  /** Ids of organisations. */
  hosts: string[];
};

/** Last parts of addresses under /ontmoet where another page stands than that of a gathering. */
export const addressesOfPages: readonly string[] = ['oefening', 'gebieden', 'agenda', 'nieuw', 'mijn', 'meldingen'];

/** Hours before the beginning from which a gathering can begin and people can be marked at the door. */
const doorOpensHours = 12;

export function doorOpensAt(startsAt: Instant): Instant {
  return addMinutes(startsAt, -doorOpensHours * 60);
}

/** Hours after the end in which helpers at the door still see who comes: a phone without network sends its marks this long. */
export const helpersStayHours = 48;

/** The half year of the rhythm: spring is January to June. */
export type Season = { year: number; half: 'spring' | 'autumn' };

export function seasonOf(day: CalendarDate): Season {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return { year, half: month <= 6 ? 'spring' : 'autumn' };
}

/** The year it is in Amsterdam. */
export function yearOf(moment: Instant): number {
  return Number(dayInAmsterdam(moment).slice(0, 4));
}

/** Years that can have areas (`gathering_area_year`). */
export function isAreaYear(year: number): boolean {
  return Number.isInteger(year) && year >= 2023 && year <= 2099;
}
