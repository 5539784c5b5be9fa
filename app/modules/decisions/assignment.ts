import type { CalendarDate } from '#app/kernel/calendar-date.ts';

/**
 * What an assignment without a plan says of itself: a body lets an organisation do work that the body wants done. Of a
 * plan the plan itself says this, so there it is absent.
 */
export type AssignmentTerms = {
  title: string;
  /** What is to be done. */
  task: string;
  /** Why this organisation and no other. */
  recipientReason: string;
  /** The line of action of the body under which it falls; null: none. */
  actielijnId: string | null;
  /** First and last day of the work. */
  beginsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
};

export const noTerms: AssignmentTerms = {
  title: '',
  task: '',
  recipientReason: '',
  actielijnId: null,
  beginsOn: null,
  endsOn: null,
};

/** What the product knows of the body and its money. */
export type AssignmentFacts = {
  actielijnIds: readonly string[];
  /** The line of action that each fund of the body is for; what is for all of them is not in it. */
  actielijnOfFund: Readonly<Record<string, string>>;
};

export type AssignmentProblemCode =
  | 'title-missing'
  | 'task-missing'
  | 'recipient-reason-missing'
  | 'actielijn-unknown'
  | 'begin-missing'
  | 'end-missing'
  | 'end-before-begin'
  | 'fund-of-other-actielijn';

export type AssignmentProblem = { field: keyof AssignmentTerms | 'fundId'; code: AssignmentProblemCode };

/**
 * What keeps an assignment from being laid before a confirmer, apart from what holds for every proposal.
 * PostgreSQL holds the same (`decision_assignment_described`, `decision_assignment_period`, `decision_actielijn_of_body`,
 * `decision_fund_of_actielijn`).
 */
export function assignmentProblems(
  terms: AssignmentTerms,
  fundId: string | null,
  { actielijnIds, actielijnOfFund }: AssignmentFacts,
): AssignmentProblem[] {
  const problems: AssignmentProblem[] = [];
  const { actielijnId, beginsOn, endsOn } = terms;
  if (terms.title.trim() === '') problems.push({ field: 'title', code: 'title-missing' });
  if (terms.task.trim() === '') problems.push({ field: 'task', code: 'task-missing' });
  if (terms.recipientReason.trim() === '')
    problems.push({ field: 'recipientReason', code: 'recipient-reason-missing' });
  if (beginsOn === null) problems.push({ field: 'beginsOn', code: 'begin-missing' });
  if (endsOn === null) problems.push({ field: 'endsOn', code: 'end-missing' });
  else if (beginsOn !== null && endsOn < beginsOn) problems.push({ field: 'endsOn', code: 'end-before-begin' });
  if (actielijnId !== null && !actielijnIds.includes(actielijnId))
    problems.push({ field: 'actielijnId', code: 'actielijn-unknown' });
  else if (actielijnId !== null && fundId !== null && (actielijnOfFund[fundId] ?? actielijnId) !== actielijnId)
    problems.push({ field: 'fundId', code: 'fund-of-other-actielijn' });
  return problems;
}
