import { addDays, type CalendarDate } from '#app/kernel/calendar-date.ts';

/** What somebody sends: a question, or a report that something is not right. */
export const questionKinds = ['question', 'report'] as const;

export type QuestionKind = (typeof questionKinds)[number];

/** Who answers, from the bottom up (`integrity_rank`): chair, programme manager, controlegroep, alliantiebestuur. */
export const levels = ['chair', 'manager', 'control', 'board'] as const;

export type Level = (typeof levels)[number];

export function isLevel(text: string | null | undefined): text is Level {
  return levels.some((level) => level === text);
}

/** Open on a level, answered and up to the asker, or closed. */
export type QuestionState = 'open' | 'answered' | 'closed';

export type StepKind = 'asked' | 'answered' | 'added' | 'not-enough' | 'term-passed' | 'passed-on' | 'closed';

/** Days that each level and the asker have, as they stand on a day. */
export type Terms = Record<Level, number> & { asker: number };

/** The last day of a level for its answer, counted from the day on which the question came there. */
export function lastDayOf(level: Level, since: CalendarDate, terms: Terms): CalendarDate {
  return addDays(since, terms[level]);
}

/** What the clock does with a question: nothing, up to the next level, or closed because the asker did not say otherwise. */
export function overdue(
  question: { state: QuestionState; dueOn: CalendarDate | null },
  today: CalendarDate,
): 'nothing' | 'up' | 'close' {
  if (question.dueOn === null || question.dueOn >= today || question.state === 'closed') return 'nothing';
  return question.state === 'answered' ? 'close' : 'up';
}

/** Longest words, in characters. */
export const longestWords = { text: 6000, answer: 6000, outcome: 1000, email: 200 } as const;
