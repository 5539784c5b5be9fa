import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { subtractCents, type Cents } from '#app/kernel/money.ts';
import type { InterestKind } from '#app/modules/scoring/interest.ts';
import {
  assignmentProblems,
  noTerms,
  type AssignmentFacts,
  type AssignmentProblemCode,
  type AssignmentTerms,
} from './assignment.ts';
import type { Instrument } from './instrument.ts';
import type { DecisionMethod, DecisionOutcome } from './outcome.ts';
import { countVotes, isCarried, type Vote } from './vote.ts';

/** Somebody of the body at the meeting: took part, or stayed out because of an interest. Who was absent is not in it. */
export type Attendance = {
  personId: string;
  part: 'took-part' | 'recused';
  /** With method vote, of who took part. */
  vote: Vote | null;
  /** Of who stayed out. */
  interest: InterestKind | null;
};

/** What a proposer lays before a confirmer. */
export type Proposal = {
  outcome: DecisionOutcome | null;
  amount: Cents | null;
  /** Why another amount than was asked. */
  amountNote: string;
  /** How the money is given. */
  instrument: Instrument | null;
  /** Of an assignment: what kind of work is bought. */
  serviceKindId: string | null;
  /** Why a cost is not the same as one that other money of the programme pays, per flag. */
  costAnswers: readonly { flag: string; answer: string }[];
  fundId: string | null;
  conditions: string;
  referToBodyId: string | null;
  method: DecisionMethod | null;
  takenOn: CalendarDate | null;
  motivation: string;
  interestStatement: string;
  criteria: readonly { criterionId: string; motivation: string }[];
  attendance: readonly Attendance[];
  objections: readonly { objection: string; answer: string }[];
  /** Earlier decision on the same initiative that this one takes the place of. */
  replacesId: string | null;
  /** What is to be done; null where a plan says it. */
  assignment: AssignmentTerms | null;
};

/** A proposal without what was still open: what `problemsOf` found nothing wrong with. */
export type CompleteProposal = Proposal & { outcome: DecisionOutcome; method: DecisionMethod; takenOn: CalendarDate };

/** What the product knows and a proposal must agree with. */
export type ProposalFacts = {
  /** What can be decided now. */
  outcomes: readonly DecisionOutcome[];
  /** What was asked; zero: no money; null: nobody asked, the body sets the amount itself. */
  requested: Cents | null;
  /** The ways in which the money can be given. */
  instruments: readonly Instrument[];
  /** Whether an organisation gets the money; otherwise residents do, who cannot take an assignment. */
  isOrganisation: boolean;
  today: CalendarDate;
  /** Criteria of the body, or of the round in which it was scored; empty when the body has none. */
  criterionIds: readonly string[];
  fundIds: readonly string[];
  /** Kinds of work that an assignment can be of today. */
  serviceKindIds: readonly string[];
  /** Keys of the other money that may pay the same costs. */
  costFlags: readonly string[];
  /** Other bodies. */
  referToBodyIds: readonly string[];
  /** Earlier decisions on this initiative that stand. */
  replaceableIds: readonly string[];
  /** What became of the money of earlier grants on this initiative: promised still, and paid. */
  earlier: { open: Cents; paid: Cents };
  /** Whether one of those must be replaced: what was declined or granted only comes back by a decision that says so. */
  mustReplace: boolean;
  /** Who sits in the body today, with the interest that is known of them. */
  members: readonly { personId: string; interest: InterestKind | null }[];
  /** Whether the scores reach every minimum; null when it was not scored. */
  meetsMinima: boolean | null;
  /** Null where the decision is about a plan. */
  assignment: AssignmentFacts | null;
};

export type ProblemCode =
  | 'outcome-missing'
  | 'outcome-impossible'
  | 'below-minimum'
  | 'amount-missing'
  | 'amount-above-requested'
  | 'amount-above-rest'
  | 'amount-note-missing'
  | 'instrument-missing'
  | 'assignment-to-residents'
  | 'fund-missing'
  | 'service-kind-missing'
  | 'cost-answer-missing'
  | 'refer-to-missing'
  | 'method-missing'
  | 'date-missing'
  | 'date-in-future'
  | 'motivation-missing'
  | 'criterion-motivation-missing'
  | 'criteria-changed'
  | 'interest-statement-missing'
  | 'too-few-participants'
  | 'participant-unknown'
  | 'participant-interest'
  | 'recusal-interest-missing'
  | 'vote-missing'
  | 'vote-not-carried'
  | 'objection-missing'
  | 'replaces-unknown'
  | 'replaces-missing'
  | 'replaces-open'
  | AssignmentProblemCode;

export type Problem = { path: readonly (string | number)[]; code: ProblemCode };

/** Nobody decides alone: at least two take part. */
export const leastParticipants = 2;

/** Everything that keeps a proposal from being laid before a confirmer, each beside its field; empty when it is complete. */
export function problemsOf(proposal: Proposal, facts: ProposalFacts): Problem[] {
  return [
    ...(facts.assignment === null
      ? []
      : assignmentProblems(proposal.assignment ?? noTerms, proposal.fundId, facts.assignment).map(({ field, code }) =>
          at(code, field),
        )),
    ...outcomeProblems(proposal, facts),
    ...(proposal.outcome === 'grant' ? moneyProblems(proposal, facts) : []),
    ...(proposal.outcome === 'refer' ? referProblems(proposal, facts) : []),
    ...textProblems(proposal, facts),
    ...attendanceProblems(proposal, facts),
    ...voteProblems(proposal),
    ...replacementProblems(proposal, facts),
  ];
}

export function isComplete(proposal: Proposal, facts: ProposalFacts): proposal is CompleteProposal {
  return problemsOf(proposal, facts).length === 0;
}

/** A consent with an objection that nobody answered cannot be confirmed; it can be laid before the confirmer and answered. */
export function hasUnmetObjection(proposal: { method: string; objections: readonly { answer: string }[] }): boolean {
  return proposal.method === 'consent' && proposal.objections.some(({ answer }) => answer.trim() === '');
}

/** Whether each criterion must be motivated: yes where the plan is judged, no where it is kept or sent on. */
export function isJudged(outcome: DecisionOutcome | null): boolean {
  return outcome === 'grant' || outcome === 'decline';
}

const at = (code: ProblemCode, ...path: readonly (string | number)[]): Problem => ({ path, code });

function outcomeProblems({ outcome }: Proposal, { outcomes, meetsMinima }: ProposalFacts): Problem[] {
  if (outcome === null) return [at('outcome-missing', 'outcome')];
  if (!outcomes.includes(outcome)) return [at('outcome-impossible', 'outcome')];
  return outcome === 'grant' && meetsMinima === false ? [at('below-minimum', 'outcome')] : [];
}

function moneyProblems(
  { amount, amountNote, instrument, serviceKindId, costAnswers, fundId }: Proposal,
  { requested, earlier, instruments, isOrganisation, fundIds, serviceKindIds, costFlags }: ProposalFacts,
): Problem[] {
  const kindProblems =
    instrument === 'assignment' && !serviceKindIds.some((id) => id === serviceKindId)
      ? [at('service-kind-missing', 'serviceKindId')]
      : [];
  const fundProblems = fundId === null || !fundIds.includes(fundId) ? [at('fund-missing', 'fundId')] : [];
  if (amount === null) {
    if (requested === 0) return [];
    // where nobody asked for an amount there is always money
    return [at('amount-missing', 'amount'), ...(requested === null ? [...kindProblems, ...fundProblems] : [])];
  }
  const problems: Problem[] = [];
  // what is too much needs another amount, no words
  if (requested !== null && requested > 0 && amount > requested) problems.push(at('amount-above-requested', 'amount'));
  else if (requested !== null && requested > 0 && amount > restOf({ requested, earlier }))
    problems.push(at('amount-above-rest', 'amount'));
  else if (requested !== null && amount !== requested && amountNote.trim() === '')
    problems.push(at('amount-note-missing', 'amountNote'));
  if (instrument === null || !instruments.includes(instrument)) problems.push(at('instrument-missing', 'instrument'));
  else if (instrument === 'assignment' && !isOrganisation) problems.push(at('assignment-to-residents', 'instrument'));
  else problems.push(...kindProblems);
  for (const [index, flag] of costFlags.entries()) {
    const answer = costAnswers.find((one) => one.flag === flag)?.answer ?? '';
    if (answer.trim() === '') problems.push(at('cost-answer-missing', 'costAnswers', index, 'answer'));
  }
  return [...problems, ...fundProblems];
}

/** What can still be granted of what was asked: what earlier grants paid counts. */
export function restOf({ requested, earlier }: { requested: Cents; earlier: ProposalFacts['earlier'] }): Cents {
  return subtractCents(requested, earlier.paid);
}

function referProblems({ referToBodyId }: Proposal, { referToBodyIds }: ProposalFacts): Problem[] {
  return referToBodyId !== null && referToBodyIds.includes(referToBodyId)
    ? []
    : [at('refer-to-missing', 'referToBodyId')];
}

function textProblems(proposal: Proposal, facts: ProposalFacts): Problem[] {
  const problems: Problem[] = [];
  if (proposal.method === null) problems.push(at('method-missing', 'method'));
  if (proposal.takenOn === null) problems.push(at('date-missing', 'takenOn'));
  else if (proposal.takenOn > facts.today) problems.push(at('date-in-future', 'takenOn'));
  if (proposal.motivation.trim() === '') problems.push(at('motivation-missing', 'motivation'));
  if (proposal.interestStatement.trim() === '') problems.push(at('interest-statement-missing', 'interestStatement'));
  const given = proposal.criteria.map(({ criterionId }) => criterionId);
  const isSameSet = given.length === facts.criterionIds.length && facts.criterionIds.every((id) => given.includes(id));
  if (!isSameSet) problems.push(at('criteria-changed', 'criteria'));
  if (isJudged(proposal.outcome)) {
    for (const [index, { motivation }] of proposal.criteria.entries()) {
      if (motivation.trim() === '') problems.push(at('criterion-motivation-missing', 'criteria', index, 'motivation'));
    }
  }
  for (const [index, { objection, answer }] of proposal.objections.entries()) {
    if (objection.trim() === '' && answer.trim() !== '')
      problems.push(at('objection-missing', 'objections', index, 'objection'));
  }
  return problems;
}

function attendanceProblems({ attendance, method }: Proposal, { members }: ProposalFacts): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, { personId, part, vote, interest }] of attendance.entries()) {
    const member = members.find((one) => one.personId === personId);
    if (member === undefined || seen.has(personId))
      problems.push(at('participant-unknown', 'attendance', index, 'part'));
    else if (part === 'took-part' && member.interest !== null)
      problems.push(at('participant-interest', 'attendance', index, 'part'));
    else if (part === 'recused' && interest === null)
      problems.push(at('recusal-interest-missing', 'attendance', index, 'interest'));
    else if (part === 'took-part' && method === 'vote' && vote === null)
      problems.push(at('vote-missing', 'attendance', index, 'vote'));
    seen.add(personId);
  }
  if (attendance.filter(({ part }) => part === 'took-part').length < leastParticipants)
    problems.push(at('too-few-participants', 'attendance'));
  return problems;
}

function voteProblems({ attendance, method }: Proposal): Problem[] {
  if (method !== 'vote') return [];
  const voters = attendance.filter(({ part }) => part === 'took-part').map(({ vote }) => vote);
  const given = voters.filter((vote) => vote !== null);
  return given.length === voters.length && given.length > 0 && !isCarried(countVotes(given))
    ? [at('vote-not-carried', 'method')]
    : [];
}

function replacementProblems({ replacesId }: Proposal, facts: ProposalFacts): Problem[] {
  const { mustReplace, replaceableIds, earlier } = facts;
  if (replacesId !== null && !replaceableIds.includes(replacesId)) return [at('replaces-unknown', 'replacesId')];
  // the same plan would hold money twice; the database holds this too (`replaced_grant_open`)
  if (replacesId !== null && earlier.open > 0) return [at('replaces-open', 'replacesId')];
  return replacesId === null && mustReplace && replaceableIds.length > 0 ? [at('replaces-missing', 'replacesId')] : [];
}

/** Whether somebody stayed out because of an interest, as the attendance says. */
export function staysOut(proposal: Pick<Proposal, 'attendance'>, personId: string): boolean {
  return proposal.attendance.some((one) => one.personId === personId && one.part === 'recused');
}
