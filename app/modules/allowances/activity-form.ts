import { z } from 'zod';
import { daysBetween, parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { cents, noMoney, parseCents, type Cents } from '#app/kernel/money.ts';
import {
  longestActivityDays,
  longestActivityText,
  mostActivityCents,
  mostHourCents,
  type ActivityContent,
  type ActivityGround,
} from './activity.ts';
import { longestClaimText } from './claim.ts';

/** What a coordinator types of an activity, and to answer claims. Messages are keys of the texts. */

const formKey = z.uuid('coordination:mistake.form');
const revision = z.coerce.number('coordination:mistake.form').int().min(1).max(1_000_000);

/** Line ends of one kind, so that a text counts as many characters here as in the database. */
const text = (most: number, tooLong: string) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .refine((typed) => typed.length <= most, tooLong);

/** The first day on which the product knows what the law allows (`activity_period`). */
const firstDay = '2021-01-01';

const day = (missing: string) =>
  z.string(missing).transform((typed, context): CalendarDate => {
    const read = parseCalendarDate(typed);
    if (read !== null && read >= firstDay && read < '2100') return read;
    context.addIssue({ code: 'custom', message: 'coordination:mistake.day' });
    return z.NEVER;
  });

const amount = (most: number, mistake: string) =>
  z
    .string()
    .optional()
    .transform((typed, context): Cents => {
      if (typed === undefined) return noMoney;
      const read = parseCents(typed);
      if (read !== null && read >= 0 && read <= most) return read;
      context.addIssue({ code: 'custom', message: mistake });
      return z.NEVER;
    });

const content = z
  .object({
    name: z
      .string('coordination:mistake.name')
      .trim()
      .min(3, 'coordination:mistake.name')
      .max(longestActivityText.name, 'coordination:mistake.nameTooLong'),
    description: text(longestActivityText.description, 'coordination:mistake.descriptionTooLong'),
    areaCode: z.string().max(10).default(''),
    budget: amount(mostActivityCents, 'coordination:mistake.budget').refine(
      (value) => value > 0,
      'coordination:mistake.budget',
    ),
    hour: amount(mostHourCents, 'coordination:mistake.hour'),
    hourYoung: amount(mostHourCents, 'coordination:mistake.hour'),
    normReason: text(longestActivityText.normReason, 'coordination:mistake.normReasonTooLong'),
    paysExpenses: z.literal('on').optional(),
    beginsOn: day('coordination:mistake.beginsOn'),
    endsOn: day('coordination:mistake.endsOn'),
  })
  .transform((value, context): ActivityContent => {
    const mistake = (path: keyof ActivityContent, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    const { hour, hourYoung, beginsOn, endsOn } = value;
    if (hour === 0 && value.paysExpenses === undefined) mistake('hour', 'coordination:mistake.hourOrExpenses');
    if (hourYoung > hour) mistake('hourYoung', 'coordination:mistake.youngMore');
    if (hour > 0 && hourYoung === 0) mistake('hourYoung', 'coordination:mistake.youngMissing');
    if (endsOn < beginsOn) mistake('endsOn', 'coordination:mistake.endsBefore');
    else if (daysBetween(beginsOn, endsOn) > longestActivityDays) mistake('endsOn', 'coordination:mistake.tooLong');
    return {
      ...value,
      areaCode: value.areaCode === '' ? null : value.areaCode,
      paysExpenses: value.paysExpenses === 'on',
    };
  });

const ground = z.string('coordination:mistake.ground').transform((typed, context): ActivityGround => {
  const [kind, id = ''] = typed.split(':', 2);
  if ((kind === 'decision' || kind === 'spending') && isId(id)) return { kind, id };
  context.addIssue({ code: 'custom', message: 'coordination:mistake.ground' });
  return z.NEVER;
});

export const newActivityForm = z.intersection(z.object({ formKey, ground }), content);

export const changeActivityForm = z.intersection(z.object({ revision }), content);

/** The part that is the activity itself. */
export function contentOf(value: ActivityContent): ActivityContent {
  const { name, description, areaCode, budget, hour, hourYoung, normReason, paysExpenses, beginsOn, endsOn } = value;
  return { name, description, areaCode, budget, hour, hourYoung, normReason, paysExpenses, beginsOn, endsOn };
}

const fieldOfRefusal: Record<string, string> = {
  'ground-unknown': 'ground',
  'over-promise': 'budget',
  'budget-claimed': 'budget',
  'norm-reason-missing': 'normReason',
  'claims-outside-period': 'endsOn',
};

/** Where a refusal of a command stands on the form: beside the field that it is about, or on top. @param message words of `reason` */
export function refusedActivity(reason: string, message: string) {
  const field = fieldOfRefusal[reason];
  return field === undefined ? { formErrors: [message] } : { fieldErrors: { [field]: [message] } };
}

export const closeActivityForm = z.object({ revision });

export const answerClaimsForm = z.object({
  claimIds: z.array(z.string().max(50)).max(400).default([]),
  /** Everything that the page showed, so that nothing is approved that nobody saw. */
  allIds: z
    .string()
    .max(20_000)
    .default('')
    .transform((ids) => ids.split(',').filter((id) => id !== '')),
  reason: text(longestClaimText.answer, 'coordination:refusal.reason-missing'),
});

export const doorForm = z.object({
  name: z
    .string('coordination:mistake.person')
    .trim()
    .min(1, 'coordination:mistake.person')
    .max(80, 'coordination:mistake.personTooLong'),
  email: z.string('forms:email').trim().max(200, 'forms:email').pipe(z.email('forms:email')),
});

/** An amount of the law is never nothing. */
const ruleAmount = z.string('coordination:mistake.ruleAmount').transform((typed, context): Cents => {
  const read = parseCents(typed);
  if (read !== null && read > 0 && read <= 100_000_00) return cents(read);
  context.addIssue({ code: 'custom', message: 'coordination:mistake.ruleAmount' });
  return z.NEVER;
});

export const allowanceRuleForm = z.object({
  formKey,
  startsOn: day('coordination:mistake.startsOn').refine(
    (value) => value.endsWith('-01'),
    'coordination:mistake.startsOn',
  ),
  month: ruleAmount,
  year: ruleAmount,
  hour: ruleAmount,
  hourYoung: ruleAmount,
  source: z
    .string('coordination:mistake.source')
    .trim()
    .min(3, 'coordination:mistake.source')
    .max(500, 'coordination:mistake.sourceTooLong'),
  toConfirm: text(500, 'coordination:mistake.sourceTooLong'),
});
