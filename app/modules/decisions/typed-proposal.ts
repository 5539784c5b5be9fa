import { keptOut, typedProposal, type TypedProposal } from './form.ts';
import type { ProposalBasis } from './proposal-basis.ts';

const rowFields = {
  criteria: ['criterionId', 'motivation'],
  attendance: ['personId', 'part', 'vote', 'interest'],
  objections: ['objection', 'answer'],
  costAnswers: ['flag', 'answer'],
} as const;

const mostRows = 120;
const mostObjections = 20;

/** What stands in a posted form, as it was typed; rows keep their place. */
export function readTypedProposal(form: FormData): TypedProposal {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const rows = (name: keyof typeof rowFields): Record<string, string>[] => {
    const indexes = [...form.keys()].map((key) =>
      Number(new RegExp(`^${name}\\[(\\d{1,3})\\]\\.`).exec(key)?.[1] ?? -1),
    );
    const count = Math.min(mostRows, Math.max(-1, ...indexes) + 1);
    return Array.from({ length: count }, (_, index) =>
      Object.fromEntries(rowFields[name].map((field) => [field, text(`${name}[${index}].${field}`)])),
    );
  };
  const single = Object.keys(typedProposal.shape).filter((name) => !(name in rowFields));
  return typedProposal.parse({
    ...Object.fromEntries(single.map((name) => [name, text(name)])),
    criteria: rows('criteria'),
    attendance: rows('attendance'),
    objections: rows('objections'),
    costAnswers: rows('costAnswers'),
  });
}

/** How many rows for objections the address asks for. */
export function objectionRows(asked: string | null): number {
  const count = Number(asked ?? 0);
  return Number.isSafeInteger(count) ? Math.min(mostObjections, Math.max(0, count)) : 0;
}

/** With empty rows at the end: one more than was filled, and at least as many as asked for. */
export function withObjectionRows(typed: TypedProposal, atLeast: number): TypedProposal {
  const filled = typed.objections.filter(({ objection, answer }) => objection.trim() !== '' || answer.trim() !== '');
  const count = Math.min(mostObjections, Math.max(filled.length + 1, atLeast, typed.objections.length));
  const empty = { objection: '', answer: '' };
  return { ...typed, objections: Array.from({ length: count }, (_, index) => typed.objections[index] ?? empty) };
}

/**
 * The rows of the form as they must be now: one for each criterion, member and other money, in that order, with what was
 * typed for them. Whoever has an interest stays out, also when the draft says otherwise.
 */
export function fitted(typed: TypedProposal, { criteria, members, otherMoney }: ProposalBasis): TypedProposal {
  return {
    ...typed,
    costAnswers: otherMoney.map(({ key }) => ({
      flag: key,
      answer: typed.costAnswers.find(({ flag }) => flag === key)?.answer ?? '',
    })),
    criteria: criteria.map(({ id }) => ({
      criterionId: id,
      motivation: typed.criteria.find(({ criterionId }) => criterionId === id)?.motivation ?? '',
    })),
    attendance: members.map(({ personId, interest }) => {
      const row = typed.attendance.find((one) => one.personId === personId);
      if (interest !== null) return { personId, part: keptOut, vote: '', interest };
      if (row === undefined || row.part === keptOut) return { personId, part: '', vote: '', interest: '' };
      return { ...row, personId };
    }),
  };
}

/**
 * What a draft keeps: without the rows that the product filled in for who has an interest, and with what was typed before
 * for who is not in the form now. So another organisation can be chosen, and the first again, and nothing typed is gone.
 */
export function toKeep(typed: TypedProposal, before: TypedProposal | null): TypedProposal {
  const own = typed.attendance.filter(({ part }) => part !== keptOut);
  const inForm = new Set(own.map(({ personId }) => personId));
  const others = before?.attendance.filter(({ personId }) => !inForm.has(personId)) ?? [];
  return { ...typed, attendance: [...own, ...others].slice(0, mostRows) };
}

/** For which body and organisation a form is drawn; another choice needs other rows. */
export function choiceOf({ bodyId, organisationId }: Pick<TypedProposal, 'bodyId' | 'organisationId'>): string {
  return `${bodyId}:${organisationId}`;
}
