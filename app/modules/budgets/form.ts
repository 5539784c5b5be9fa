import { z } from 'zod';
import { readAmount, type AmountMistake } from '#app/kernel/amount-text.ts';
import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { formatCents, type Cents } from '#app/kernel/money.ts';
import { formMessage } from '#app/i18n/message.ts';
import { longestReason, type Change, type ChangeKind, type ChangeSubject, type PaymentWay } from './change.ts';
import type { ChangeChoice, NewChangeChoices } from './new-change.ts';

/** Largest change: ten billion euro; more is a mistake in typing. */
const mostCents = 10_000_000_000_00;

const posted = z
  .string()
  .optional()
  .transform((value = '') =>
    value
      .replaceAll('\r\n', '\n')
      .replaceAll(/\p{Surrogate}/gu, '')
      .trim(),
  );

const postedChange = z.object({
  subject: posted,
  target: posted,
  amount: posted,
  reason: posted,
  occurredOn: posted,
  way: posted,
  formKey: posted,
});

type PostedChange = z.infer<typeof postedChange>;
type Problems = Record<Exclude<keyof PostedChange, 'formKey'>, string | undefined>;

export type NewChange = { change: Change; formKey: string };

type Given = {
  kind: ChangeKind;
  choices: NewChangeChoices;
  /** How a payment can go here. */
  ways?: readonly PaymentWay[];
  /** Later days are refused. */
  today: CalendarDate;
  /** For the amount in a mistake. */
  locale: 'nl' | 'en';
};

/** A complete change of this kind, or every mistake at once, each beside its field. */
export function newChangeForm(given: Given) {
  return postedChange.transform((value, context): NewChange => {
    const { kind, choices } = given;
    const subject = choices.subjects.find(({ id }) => id === value.subject);
    const target = choices.targets.find(({ id }) => id === value.target);
    const read = kind === 'correction' ? (subject?.now ?? null) : readAmount(value.amount, mostCents);
    const amount = typeof read === 'string' ? null : read;
    const occurredOn = parseCalendarDate(value.occurredOn);
    const problems: Problems = {
      subject: subject === undefined ? 'changes:problem.subject-missing' : undefined,
      target: kind === 'move' ? targetProblem(subject, target) : undefined,
      amount: kind === 'correction' ? undefined : amountProblem(read, subject, given.locale),
      reason: reasonProblem(value.reason),
      occurredOn: dayProblem(value.occurredOn, occurredOn, subject, given.today),
      way: wayProblem(value.way, kind, subject, given.ways ?? ['bank']),
    };
    for (const [field, message] of Object.entries(problems))
      if (message !== undefined) context.addIssue({ code: 'custom', path: [field], message });
    const about = subject === undefined ? null : subjectOf(kind, subject, target);
    if (about === null || amount === null || occurredOn === null) return z.NEVER;
    const way = value.way === 'stripe' ? { way: 'stripe' as const } : {};
    return { change: { ...about, amount, reason: value.reason, occurredOn, ...way }, formKey: value.formKey };
  });
}

function subjectOf(kind: ChangeKind, subject: ChangeChoice, target: ChangeChoice | undefined): ChangeSubject | null {
  const { id, fundId, ground } = subject;
  switch (kind) {
    case 'pledge':
    case 'pledge-lowered':
    case 'overprogramming':
      return { kind, moneySourceId: id };
    case 'budget':
      return { kind, toFundId: id };
    case 'return':
      return { kind, fromFundId: id };
    case 'move':
      return target === undefined ? null : { kind, fromFundId: id, toFundId: target.id };
    case 'release':
    case 'payment':
      if (fundId === null) return null;
      return { kind, fromFundId: fundId, ...(ground === 'spending' ? { spendingId: id } : { decisionId: id }) };
    case 'correction':
      return { kind, correctsId: id };
  }
}

function targetProblem(subject: ChangeChoice | undefined, target: ChangeChoice | undefined): string | undefined {
  if (target === undefined) return 'changes:problem.target-missing';
  if (subject === undefined) return undefined;
  if (subject.id === target.id) return 'changes:problem.same-line';
  return subject.sourceId === target.sourceId ? undefined : 'changes:refusal.another-source';
}

function amountProblem(
  read: Cents | AmountMistake | null,
  subject: ChangeChoice | undefined,
  locale: 'nl' | 'en',
): string | undefined {
  if (typeof read === 'string') return `changes:problem.${read}`;
  const most = subject?.most ?? null;
  return most !== null && read !== null && read > most
    ? formMessage('changes:problem.amount-not-there', { amount: formatCents(most, locale) })
    : undefined;
}

function reasonProblem(reason: string): string | undefined {
  if (reason === '') return 'changes:refusal.reason-missing';
  return reason.length > longestReason ? formMessage('forms:tooLong', { count: longestReason }) : undefined;
}

function dayProblem(
  typed: string,
  day: CalendarDate | null,
  subject: ChangeChoice | undefined,
  today: CalendarDate,
): string | undefined {
  if (day === null) return typed === '' ? 'changes:problem.day-missing' : 'forms:date';
  if (day < '2000-01-01') return 'changes:problem.day-too-old';
  if (day > today) return 'changes:refusal.in-the-future';
  const first = subject?.notBefore ?? null;
  return first !== null && day < first ? 'changes:refusal.too-early' : undefined;
}

/** Not chosen is by hand at the bank. */
function wayProblem(
  way: string,
  kind: ChangeKind,
  subject: ChangeChoice | undefined,
  ways: readonly PaymentWay[],
): string | undefined {
  if (way === '' || way === 'bank') return undefined;
  if (kind !== 'payment' || !(ways as readonly string[]).includes(way)) return 'changes:problem.way-off';
  return subject?.byStripe === false ? 'changes:refusal.stripe-not-ready' : undefined;
}

/** Refusing or withdrawing a proposed change. */
export const closeForm = z.object({ reason: z.string().trim().min(1).max(longestReason) });
