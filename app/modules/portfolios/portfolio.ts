import type { CalendarDate } from '#app/kernel/calendar-date.ts';

/** Whose portfolio it is (constraint `portfolio_kind`). */
export const portfolioKinds = ['initiative', 'organisation', 'group'] as const;
export type PortfolioKind = (typeof portfolioKinds)[number];

export const directions = ['need', 'offer'] as const;
export type Direction = (typeof directions)[number];

/** What is needed or offered: the shared vocabulary of the marketplace (constraint `portfolio_line_resource`). */
export const resourceKinds = [
  'people',
  'skills',
  'space',
  'material',
  'money',
  'network',
  'knowledge',
  'permits',
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** How far a group is; an initiative has its stage. */
export const phases = ['idea', 'starting', 'running'] as const;
export type Phase = (typeof phases)[number];

export type PortfolioState = 'open' | 'closed' | 'hidden';

/** Characters; the database says the same (`portfolio_texts`, `portfolio_line_text`), except that people type shorter lines. */
export const longestPortfolioText = { name: 120, about: 4000, place: 200, line: 500, note: 1000 };

/** A portfolio with more lines than this is not read by anybody. */
export const mostLines = 40;
export const mostKeepers = 20;
export const mostThemes = 5;
export const mostLanguages = 12;

/** Why nobody can write to a portfolio now (function `portfolio_unreachable`). */
export const unreachableReasons = ['hidden', 'closed', 'withdrawn', 'unkept'] as const;
export type Unreachable = (typeof unreachableReasons)[number];

export type Line = {
  id: string;
  direction: Direction;
  resource: ResourceKind;
  text: string;
  /** Last day on which it counts; null: until it is taken away. */
  until: CalendarDate | null;
};

/** Last parts of addresses where another page stands than that of a portfolio. */
export const addressesOfPages: readonly string[] = ['nieuw'];
