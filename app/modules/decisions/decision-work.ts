import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import type { Lawfulness } from './lawfulness.ts';
import type { DecisionOutcome } from './outcome.ts';
import type { PublishedDecision } from './published.ts';

/** Work pages name colleagues; the public never sees this. */
export type AwaitingLine = {
  initiativeId: string;
  slug: string;
  title: string;
  stage: Stage;
  bodyName: string;
  requested: Cents;
  dueOn: CalendarDate | null;
  isLate: boolean;
  /** What the actor can do with it. */
  mine: 'prepare' | 'continue' | 'interest' | 'read';
};

export type PreparedLine = {
  decisionId: string;
  title: string;
  outcome: DecisionOutcome;
  amount: Cents | null;
  /** Who gets an assignment without a plan; null for a plan. */
  assignedTo: string | null;
  bodyName: string;
  preparedAt: Instant;
  proposerName: string;
  isOwn: boolean;
  mayConfirm: boolean;
  /** Whose confirmation it waits for. */
  waitsFor: 'budget-holder' | 'chair-or-budget-holder';
};

export type DiscardedLine = {
  decisionId: string;
  title: string;
  bodyName: string;
  discardedAt: Instant;
  byName: string;
  reason: string;
};

/** An assignment that the actor began and did not lay before anybody yet. */
export type AssignmentDraftLine = { draftId: string; title: string; organisation: string; savedAt: Instant };

export type DecisionWork = {
  awaiting: AwaitingLine[];
  prepared: PreparedLine[];
  discarded: DiscardedLine[];
  assignmentDrafts: AssignmentDraftLine[];
  /** Whether the actor may give assignments for some body. */
  givesAssignments: boolean;
};

/** What keeps it from being confirmed by this person now; the command decides, this tells beforehand. */
export type ConfirmBlock =
  | 'same-person'
  | 'role-needed'
  | 'second-factor-needed'
  | 'interest'
  | 'participant-interest'
  | 'objection-unmet'
  | 'below-minimum'
  | 'initiative-changed'
  | 'instrument-missing'
  | 'service-kind-missing'
  | 'cost-unexplained'
  | 'stage-does-not-allow'
  | 'replaced-open'
  | 'fund-exhausted';

/** A prepared decision for colleagues, with exactly what would be published. */
export type PreparedDecisionView = {
  id: string;
  state: 'prepared' | 'discarded';
  revision: number;
  publication: PublishedDecision;
  /** What colleagues see of it, with what is not public. */
  lawfulness: Lawfulness;
  /** Receipt of the preview; the confirmation sends it along. */
  seen: string;
  proposerName: string;
  preparedAt: Instant;
  waitsFor: 'budget-holder' | 'chair-or-budget-holder';
  isOwn: boolean;
  mayDiscard: boolean;
  /** Null: this person can confirm. */
  block: ConfirmBlock | null;
  fund: { slug: string; name: string; isExample: boolean; before: Cents; after: Cents } | null;
  discarded: { byName: string; at: Instant; reason: string } | null;
};
