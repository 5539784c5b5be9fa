import { mayMove, type Move, type Stage } from '#app/modules/initiatives/stage.ts';

/** What a body can decide (constraint `decision_outcome`). */
export const outcomes = ['grant', 'decline', 'park', 'refer'] as const;

export type DecisionOutcome = (typeof outcomes)[number];

export const methods = ['consent', 'vote'] as const;

export type DecisionMethod = (typeof methods)[number];

/** The step that an initiative takes when the decision is confirmed. */
export const moveOf: Record<DecisionOutcome, Move> = {
  grant: 'grant',
  decline: 'decline',
  park: 'park',
  refer: 'refer-by-decision',
};

/** What can be decided on an initiative at this stage, in the order in which it is offered; empty: nothing. */
export function possibleOutcomes(stage: Stage): DecisionOutcome[] {
  return outcomes.filter((outcome) => mayMove(stage, moveOf[outcome]));
}

/** Stages whose initiatives their body can decide on, the pressing ones first; what was declined comes back by a new decision. */
export const awaitingStages = ['deciding', 'accepted', 'parked', 'declined'] as const satisfies readonly Stage[];
