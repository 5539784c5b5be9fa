import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SubmissionChoice, SubmissionRules } from '#app/modules/programme/setting.ts';
import type { SubmitterPosition } from './content.ts';
import { mayMove, revisableStages, type Stage } from './stage.ts';

const shortestDisclosure = 20;

export type SubmitterRefusal =
  'submitter-refused-civil-servant' | 'submitter-refused-committee-member' | 'disclosure-needed';

/**
 * Whether somebody in this position may submit.
 * @param disclosure what they say of it, for everybody to read
 */
export function maySubmitInPosition(
  position: SubmitterPosition,
  disclosure: string,
  rules: SubmissionRules,
): Outcome<void, SubmitterRefusal> {
  if (position === 'none') return accepted();
  const rule = ruleFor(position, rules);
  if (rule === 'refused') return refused(`submitter-refused-${position}`);
  if (rule === 'allowed-with-disclosure' && disclosure.trim().length < shortestDisclosure)
    return refused('disclosure-needed');
  return accepted();
}

function ruleFor(position: Exclude<SubmitterPosition, 'none'>, rules: SubmissionRules): SubmissionChoice {
  return position === 'civil-servant' ? rules.civilServants : rules.committeeMembers;
}

/** Who may change what was typed, submit it and withdraw it: the submitter, nobody else. */
export function isOwner(person: { personId: string }, initiative: { submitterId: string | null }): boolean {
  return initiative.submitterId !== null && initiative.submitterId === person.personId;
}

/** Whether the content can be edited at this stage: a draft, a new version, or a version that answers a question. */
export function mayEditContent(stage: Stage): boolean {
  return stage === 'draft' || stage === 'question' || revisableStages.includes(stage);
}

/** The move that submitting the content is at this stage, or null when it cannot be submitted. */
export function submittingMove(stage: Stage): 'submit' | 'answer-question' | 'revise' | null {
  const move = stage === 'draft' ? 'submit' : stage === 'question' ? 'answer-question' : 'revise';
  return mayMove(stage, move) ? move : null;
}
