import type { CalendarDate } from '#app/kernel/calendar-date.ts';

/** Longest and shortest texts, in characters; the database says the same (`undertaking_texts`, `undertaking_answer_texts`). */
export const longestUndertakingText = {
  what: 2000,
  saidBy: 120,
  saidAt: 200,
  link: 500,
  answer: 4000,
  refusal: 1000,
} as const;
export const shortestUndertakingText = 10;

/** To whom it was promised (`undertaking_to_whom`). */
export const audiences = ['council', 'district-committee', 'residents'] as const;
export type Audience = (typeof audiences)[number];

/** What became of it (`undertaking_state`); open: nothing was confirmed yet. */
export const undertakingAnswers = ['kept', 'partly', 'not'] as const;
export type UndertakingAnswer = (typeof undertakingAnswers)[number];
export const undertakingStates = ['open', ...undertakingAnswers] as const;
export type UndertakingState = (typeof undertakingStates)[number];

export const answerStates = ['waiting', 'confirmed', 'refused'] as const;
export type AnswerState = (typeof answerStates)[number];

export type UndertakingContent = {
  /** Who said it, by office. */
  saidBy: string;
  toWhom: Audience;
  what: string;
  saidOn: CalendarDate;
  /** The meeting or place in words. */
  saidAt: string;
  /** A page where it can be read or heard; empty: none. */
  saidLink: string;
  /** By when; null: nobody said. */
  dueOn: CalendarDate | null;
};
