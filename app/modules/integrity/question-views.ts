import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Level, QuestionKind, QuestionState, StepKind } from './question.ts';

/** One thing that happened, with its words where whoever reads may read them. */
export type StepView = { key: string; kind: StepKind; level: Level; at: Instant; text: string };

/** A question as its asker and the levels that it reached read it. Who of a level did something, nobody reads. */
export type QuestionView = {
  id: string;
  number: string;
  kind: QuestionKind;
  bodyName: string | null;
  text: string;
  skips: Level[];
  level: Level;
  state: QuestionState;
  askedAt: Instant;
  dueOn: CalendarDate | null;
  revision: number;
  steps: StepView[];
  outcome: string;
  isReleased: boolean;
};

/** For the asker: who opened it, by level and moment. */
export type OwnQuestionView = QuestionView & {
  looks: { key: string; level: Level | null; at: Instant }[];
  mayGoUp: boolean;
};

/** For a level: what the reader may do with it. */
export type HandledQuestionView = QuestionView & {
  /** On the reader's level now, so that they answer. */
  isMine: boolean;
  mayPassOn: boolean;
  /** Wrote the outcome that waits, so that somebody else releases it. */
  wroteOutcome: boolean;
};
