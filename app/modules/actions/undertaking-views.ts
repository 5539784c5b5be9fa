import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { AnswerState, Audience, UndertakingAnswer, UndertakingState } from './undertaking.ts';

/** What was promised, as everybody sees it: by office, never by name. */
export type UndertakingLine = {
  number: number;
  body: { slug: string; name: string };
  saidBy: string;
  toWhom: Audience;
  what: string;
  saidOn: CalendarDate;
  saidAt: string;
  saidLink: string;
  dueOn: CalendarDate | null;
  state: UndertakingState;
  isLate: boolean;
};

export type AnswerView = {
  id: string;
  answer: UndertakingAnswer;
  text: string;
  proofLink: string;
  decision: { number: string; title: string } | null;
  fileName: string | null;
  state: AnswerState;
  proposedAt: Instant;
  answeredAt: Instant | null;
};

export type UndertakingPage = UndertakingLine & {
  writtenAt: Instant;
  /** What two people confirmed, the last one last. */
  answers: AnswerView[];
  /** How it was worded before. */
  wordings: { what: string; dueOn: CalendarDate | null; replacedAt: Instant }[];
};

export type UndertakingWork = UndertakingPage & {
  id: string;
  revision: number;
  mayKeep: boolean;
  /** What waits for somebody else to confirm it. */
  waiting: AnswerView | null;
  isOwnAnswer: boolean;
  refused: (AnswerView & { refusedReason: string })[];
  /** Nothing was said of it yet, so that its words can be put right. */
  mayChange: boolean;
};
