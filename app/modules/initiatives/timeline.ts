import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { openStages, type EventKind, type Stage } from './stage.ts';

/** A step as the public may see it: no person in it. */
export type PublicEvent = {
  id: string;
  kind: EventKind;
  occurredAt: Instant;
  bodyName: string | null;
  /** Address of the body's page. */
  bodySlug: string | null;
  /** Whether the submitter took the step: then the body is the one that had the plan. */
  bySubmitter: boolean;
  reason: string | null;
  detail: Readonly<Record<string, string | number>>;
  /** Published rules that the plan does not meet, each with why it was accepted all the same. */
  exceptions: readonly { rule: string; note: string }[];
};

/** What an initiative waits for, and who has to do it. */
export type Waiting =
  | 'loket-checks'
  | 'submitter-answers'
  | 'body-plans-round'
  | 'reviewers-score'
  | 'body-decides'
  | 'money-follows'
  | 'later';

export type TimelineView = {
  /** Oldest first. */
  past: readonly PublicEvent[];
  now: { waiting: Waiting; dueOn: CalendarDate | null; late: boolean } | null;
  /** What comes after, in order. */
  next: readonly Waiting[];
};

const nowAt: Partial<Record<Stage, Waiting>> = {
  submitted: 'loket-checks',
  question: 'submitter-answers',
  accepted: 'body-plans-round',
  scoring: 'reviewers-score',
  deciding: 'body-decides',
  granted: 'money-follows',
  parked: 'later',
};

/** The way to a decision; after a question the loket checks again. */
const way: readonly Waiting[] = [
  'submitter-answers',
  'loket-checks',
  'body-plans-round',
  'reviewers-score',
  'body-decides',
];

/**
 * The timeline of an initiative: what happened, what it waits for now and by when, and what comes next.
 * @param dueOn last day on which the step of now is in time
 * @param today the day on which it is looked at
 */
export function timelineOf(
  events: readonly PublicEvent[],
  stage: Stage,
  dueOn: CalendarDate | null,
  today: CalendarDate,
): TimelineView {
  const past = [...events].sort((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime());
  const waiting = nowAt[stage];
  if (waiting === undefined) return { past, now: null, next: [] };
  const isOpen = openStages.includes(stage);
  const due = isOpen ? dueOn : null;
  return {
    past,
    now: { waiting, dueOn: due, late: due !== null && due < today },
    next: isOpen ? way.slice(way.indexOf(waiting) + 1) : [],
  };
}
