import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { EventKind, Stage } from '#app/modules/initiatives/stage.ts';
import type { ContributionKind, ContributionMove } from './contribution.ts';

/** Something that somebody put in; without who. */
export type ContributionLine = {
  kind: ContributionKind;
  id: string;
  title: string;
  text: string;
  saidAt: Instant;
  /** Where: the plan itself, the evening, or whom it was asked of. */
  place: { href: string; name: string };
  isPublic: boolean;
  /** What happened last; null: nothing yet. */
  last: MoveView | null;
};

export type MoveView = {
  key: string;
  move: ContributionMove | null;
  /** Of a plan: the step of its timeline. */
  event: EventKind | null;
  at: Instant;
  /** A body, plan or action that everybody may know. */
  name: string;
  text: string;
  /** Address of it; empty: none. */
  href: string;
};

/** What it waits for. */
export type NextStep =
  | { kind: 'plan'; stage: Stage; dueOn: CalendarDate | null; href: string }
  | {
      kind:
        | 'note-open'
        | 'note-kept'
        | 'question-open'
        | 'question-waits'
        | 'item-waits'
        | 'topic-waits'
        | 'topic-placed'
        | 'finished';
    };

export type ContributionPage = ContributionLine & {
  isOwn: boolean;
  moves: MoveView[];
  next: NextStep;
};

/** What a mail tells of a contribution. */
export type MovedContribution = {
  kind: ContributionKind;
  id: string;
  /** The title, or the words where there is none. */
  said: string;
  moves: readonly { move: ContributionMove; name: string }[];
};
