import { z } from 'zod';
import { readAmount } from '#app/kernel/amount-text.ts';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { readDay } from '#app/kernel/form-fields.ts';
import { formMessage } from '#app/i18n/message.ts';
import { interestKinds } from '#app/modules/scoring/interest.ts';
import type { AssignmentTerms } from './assignment.ts';
import { planInstruments } from './instrument.ts';
import { methods, outcomes } from './outcome.ts';
import { problemsOf, type CompleteProposal, type Proposal, type ProposalFacts } from './proposal.ts';
import { votes } from './vote.ts';

/** Longest texts, in characters. */
export const longest = {
  motivation: 4000,
  criterion: 2000,
  note: 1000,
  objection: 1500,
  reason: 1000,
  title: 120,
  task: 4000,
  recipientReason: 2000,
} as const;

/** In the form: stays out because of an interest that the product knows of, so that nobody chose it. */
export const keptOut = 'kept-out';

const mostRows = 120;
const longestKept = 20_000;

/** Line ends as one character, and nothing that JSON or PostgreSQL cannot hold: NUL, half a character. */
const tidy = (value: string) =>
  value
    .replaceAll('\r\n', '\n')
    .replaceAll('\u0000', '')
    .replaceAll(/\p{Surrogate}/gu, '');

/** As typed, also when it is wrong: a draft refuses nothing. */
const typed = z
  .string()
  .transform((value) => tidy(value).slice(0, longestKept))
  .catch('');
const rows = <Shape extends Record<string, typeof typed>>(shape: Shape) =>
  z.array(z.object(shape)).max(mostRows).catch([]);

export const typedProposal = z.object({
  outcome: typed,
  amount: typed,
  amountNote: typed,
  instrument: typed,
  serviceKindId: typed,
  fundId: typed,
  conditions: typed,
  referToBodyId: typed,
  method: typed,
  takenOn: typed,
  motivation: typed,
  interestStatement: typed,
  replacesId: typed,
  bodyId: typed,
  organisationId: typed,
  title: typed,
  task: typed,
  recipientReason: typed,
  actielijnId: typed,
  beginsOn: typed,
  endsOn: typed,
  criteria: rows({ criterionId: typed, motivation: typed }),
  attendance: rows({ personId: typed, part: typed, vote: typed, interest: typed }),
  objections: rows({ objection: typed, answer: typed }),
  costAnswers: rows({ flag: typed, answer: typed }),
});

/** What stands in the form, as texts; a draft keeps it like this. */
export type TypedProposal = z.infer<typeof typedProposal>;

/** One text of a post; what is missing is empty. Unlike a draft it may be of any length: too long is said, not cut off. */
const posted = z
  .string()
  .optional()
  .transform((value = '') => tidy(value).trim());

const postedProposal = z.object({
  outcome: posted,
  amount: posted,
  amountNote: posted,
  instrument: posted,
  serviceKindId: posted,
  fundId: posted,
  conditions: posted,
  referToBodyId: posted,
  method: posted,
  takenOn: posted,
  motivation: posted,
  interestStatement: posted,
  replacesId: posted,
  title: posted,
  task: posted,
  recipientReason: posted,
  actielijnId: posted,
  beginsOn: posted,
  endsOn: posted,
  criteria: z
    .array(z.object({ criterionId: posted, motivation: posted }))
    .max(mostRows)
    .default([]),
  attendance: z
    .array(z.object({ personId: posted, part: posted, vote: posted, interest: posted }))
    .max(mostRows)
    .default([]),
  objections: z
    .array(z.object({ objection: posted, answer: posted }))
    .max(mostRows)
    .default([]),
  costAnswers: z
    .array(z.object({ flag: posted, answer: posted }))
    .max(mostRows)
    .default([]),
});

type PostedProposal = z.infer<typeof postedProposal>;

type Mistake = { path: readonly (string | number)[]; message: string };

/**
 * A complete proposal, or every mistake at once, each beside its field. Rows keep their place while they are judged; in
 * the value, who was absent and objections without words are left out, as is what does not go with the outcome or method.
 */
export function proposalForm(facts: ProposalFacts) {
  return postedProposal.transform((value, context): CompleteProposal => {
    const { proposal, places } = readProposal(value, facts);
    const unreadable = unreadableFields(value);
    const said = new Set(unreadable.map(({ path }) => path.join('.')));
    const problems = problemsOf(proposal, facts)
      .map(({ path, code }): Mistake => ({ path: inForm(path, places), message: `decisions:problem.${code}` }))
      .filter(({ path }) => !said.has(path.join('.')));
    for (const { path, message } of [...unreadable, ...problems])
      context.addIssue({ code: 'custom', path: [...path], message });
    return tidied(proposal) as CompleteProposal;
  });
}

/** Reads what was posted, without judging it: what cannot be read is open. */
function readProposal(value: PostedProposal, facts: ProposalFacts): { proposal: Proposal; places: number[] } {
  const places: number[] = [];
  const attendance = value.attendance.flatMap(({ personId, part, vote, interest }, place) => {
    const read = part === keptOut ? 'recused' : oneOf(['took-part', 'recused'], part);
    if (read === null) return [];
    places.push(place);
    return [{ personId, part: read, vote: oneOf(votes, vote), interest: oneOf(interestKinds, interest) }];
  });
  const amount = readAmount(value.amount);
  const dayOf = (text: string) => {
    const day = dayOrUnreadable(text);
    return day === 'unreadable' ? null : day;
  };
  const reference = (id: string) => (id === '' ? null : id);
  const terms: AssignmentTerms = {
    title: value.title.replaceAll(/\s+/g, ' '),
    task: value.task,
    recipientReason: value.recipientReason,
    actielijnId: reference(value.actielijnId),
    beginsOn: dayOf(value.beginsOn),
    endsOn: dayOf(value.endsOn),
  };
  const proposal: Proposal = {
    amountNote: value.amountNote,
    conditions: value.conditions,
    motivation: value.motivation,
    interestStatement: value.interestStatement,
    criteria: value.criteria,
    objections: value.objections,
    costAnswers: value.costAnswers,
    attendance,
    outcome: oneOf(outcomes, value.outcome),
    method: oneOf(methods, value.method),
    instrument: oneOf(planInstruments, value.instrument),
    amount: typeof amount === 'number' ? amount : null,
    takenOn: dayOf(value.takenOn),
    serviceKindId: reference(value.serviceKindId),
    fundId: reference(value.fundId),
    referToBodyId: reference(value.referToBodyId),
    replacesId: reference(value.replacesId),
    assignment: facts.assignment === null ? null : terms,
  };
  return { proposal, places };
}

function unreadableFields(value: PostedProposal): Mistake[] {
  const mistakes: Mistake[] = [];
  const amount = readAmount(value.amount);
  // whether one is needed is for the rules to say
  if (value.outcome === 'grant' && typeof amount === 'string' && amount !== 'amount-missing')
    mistakes.push({ path: ['amount'], message: `forms:${amount}` });
  for (const field of ['takenOn', 'beginsOn', 'endsOn'] as const)
    if (dayOrUnreadable(value[field]) === 'unreadable') mistakes.push({ path: [field], message: 'forms:date' });
  const limit = (words: string, most: number, ...path: readonly (string | number)[]) => {
    if (words.length > most) mistakes.push({ path, message: formMessage('forms:tooLong', { count: most }) });
  };
  for (const field of ['title', 'task', 'recipientReason'] as const) limit(value[field], longest[field], field);
  limit(value.amountNote, longest.note, 'amountNote');
  limit(value.conditions, longest.motivation, 'conditions');
  limit(value.motivation, longest.motivation, 'motivation');
  limit(value.interestStatement, longest.note, 'interestStatement');
  for (const [index, { motivation }] of value.criteria.entries())
    limit(motivation, longest.criterion, 'criteria', index, 'motivation');
  for (const [index, { objection, answer }] of value.objections.entries()) {
    limit(objection, longest.objection, 'objections', index, 'objection');
    limit(answer, longest.objection, 'objections', index, 'answer');
  }
  for (const [index, { answer }] of value.costAnswers.entries())
    limit(answer, longest.criterion, 'costAnswers', index, 'answer');
  return mistakes;
}

/** A day as a date field gives it, or as people type it without one (`20-11-2026`). */
function dayOrUnreadable(text: string): CalendarDate | null | 'unreadable' {
  return text === '' ? null : (readDay(text) ?? 'unreadable');
}

function oneOf<const Value extends string>(values: readonly Value[], text: string): Value | null {
  return values.find((one) => one === text) ?? null;
}

/** Who was absent is left out before judging; the form has a row for everybody. */
function inForm(path: readonly (string | number)[], places: readonly number[]): readonly (string | number)[] {
  const [field, index, ...rest] = path;
  return field === 'attendance' && typeof index === 'number' ? [field, places[index] ?? index, ...rest] : path;
}

function tidied(value: Proposal): Proposal {
  const isGrant = value.outcome === 'grant';
  const hasMoney = isGrant && value.amount !== null;
  return {
    ...value,
    amount: hasMoney ? value.amount : null,
    amountNote: hasMoney ? value.amountNote : '',
    instrument: hasMoney ? value.instrument : null,
    serviceKindId: hasMoney && value.instrument === 'assignment' ? value.serviceKindId : null,
    costAnswers: hasMoney ? value.costAnswers.filter(({ answer }) => answer !== '') : [],
    fundId: hasMoney ? value.fundId : null,
    conditions: isGrant ? value.conditions : '',
    referToBodyId: value.outcome === 'refer' ? value.referToBodyId : null,
    attendance: value.attendance.map(({ personId, part, vote, interest }) => ({
      personId,
      part,
      vote: part === 'took-part' && value.method === 'vote' ? vote : null,
      interest: part === 'recused' ? interest : null,
    })),
    objections: value.objections.filter(({ objection }) => objection !== ''),
  };
}

/** The first step of an assignment: which body gives it, and to which organisation. */
export const startAssignmentForm = z.object({
  formKey: z.uuid('decisions:refusal.form-key-invalid'),
  bodyId: z.string('decisions:problem.body-missing').max(50),
  organisationId: z.string('decisions:problem.organisation-missing').max(50),
});

export const discardForm = z.object({
  reason: z.string().trim().min(1).max(longest.reason).transform(tidy),
  revision: z.coerce.number().int().min(1),
});

export const confirmForm = z.object({
  formKey: z.uuid(),
  revision: z.coerce.number().int().min(1),
  /** Receipt of the preview that the confirmer saw. */
  seen: z.string().regex(/^[0-9a-f]{64}$/),
  /** Over a limit of procurement: why this may be, or which procedure was followed. */
  note: posted.refine(
    (words) => words.length <= longest.motivation,
    formMessage('forms:tooLong', { count: longest.motivation }),
  ),
  /** Near a limit: that the warning was read. */
  isRead: z.string().optional(),
});
