import { z } from 'zod';
import { readAmount } from '#app/kernel/amount-text.ts';
import { momentInAmsterdam, parseClockTime, type ClockTime } from '#app/kernel/amsterdam-time.ts';
import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { ballotKinds, completions, longestVoteText, mostCodes, type VoteContent } from './vote.ts';

/** What bodies and voters type. Messages are keys of the texts. */

const mistake = (key: string) => `votingWork:mistake.${key}`;

const revision = z.coerce.number(mistake('form')).int().min(1).max(1_000_000);

const text = (least: number, most: number, missing: string) =>
  z
    .string(missing)
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .refine((typed) => typed.length >= least, missing)
    .refine((typed) => typed.length <= most, 'forms:tooLong?count=' + String(most));

const day = z.string(mistake('day')).transform((typed, context): CalendarDate => {
  const read = parseCalendarDate(typed);
  if (read !== null && read >= '2023-01-01' && read < '2100') return read;
  context.addIssue({ code: 'custom', message: mistake('day') });
  return z.NEVER;
});

const time = z.string(mistake('time')).transform((typed, context): ClockTime => {
  const read = parseClockTime(typed);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: mistake('time') });
  return z.NEVER;
});

const amount = z.string(mistake('amount')).transform((typed, context) => {
  const read = readAmount(typed);
  if (typeof read === 'number' && read > 0) return read;
  context.addIssue({ code: 'custom', message: mistake('amount') });
  return z.NEVER;
});

const count = (least: number, most: number, message: string) =>
  z.coerce.number(mistake(message)).int(mistake(message)).min(least, mistake(message)).max(most, mistake(message));

export const countingChoices = [...completions.map((one) => `equal-shares-${one}` as const), 'greedy'] as const;

export const voteForm = z
  .object({
    formKey: z.uuid(mistake('form')),
    revision,
    title: text(3, longestVoteText.title, mistake('title')),
    question: text(3, longestVoteText.question, mistake('question')),
    fundId: z.string(mistake('fund')).refine(isId, mistake('fund')),
    areaCodes: z.array(z.string().max(10)).min(1, mistake('areas')).max(90, mistake('areas')),
    minimumAge: count(0, 99, 'age'),
    opensOn: day,
    opensTime: time,
    closesOn: day,
    closesTime: time,
    amount,
    ballot: z.enum(ballotKinds, mistake('ballot')),
    atMost: count(1, 100, 'atMost').optional(),
    counting: z.enum(countingChoices, mistake('counting')),
    minimumVotes: count(1, 1_000_000, 'minimumVotes'),
    byAccount: z.literal('on').optional(),
  })
  .refine(({ ballot, atMost }) => ballot !== 'at-most' || atMost !== undefined, {
    path: ['atMost'],
    message: mistake('atMost'),
  })
  .refine(
    ({ opensOn, opensTime, closesOn, closesTime }) =>
      momentInAmsterdam(closesOn, closesTime) > momentInAmsterdam(opensOn, opensTime),
    { path: ['closesOn'], message: mistake('backwards') },
  );

/** What was filled in as what a command prepares. */
export function contentOfForm(value: z.output<typeof voteForm>): VoteContent {
  const { counting, ballot } = value;
  return {
    title: value.title,
    question: value.question,
    fundId: value.fundId,
    areaCodes: value.areaCodes,
    minimumAge: value.minimumAge,
    opensAt: momentInAmsterdam(value.opensOn, value.opensTime),
    closesAt: momentInAmsterdam(value.closesOn, value.closesTime),
    amount: value.amount,
    ballot,
    atMost: ballot === 'at-most' ? (value.atMost ?? null) : null,
    method: counting === 'greedy' ? 'greedy' : 'equal-shares',
    completion: completions.find((one) => counting === `equal-shares-${one}`) ?? null,
    minimumVotes: value.minimumVotes,
    byAccount: value.byAccount === 'on',
  };
}

export const pressForm = z.object({ revision });

export const cancelForm = z.object({ revision, reason: text(3, longestVoteText.reason, mistake('reason')) });

export const putUpForm = z.object({
  revision,
  initiativeIds: z.array(z.string().refine(isId)).min(1, mistake('initiatives')).max(100, mistake('initiatives')),
});

export const checkForm = z
  .object({
    revision,
    number: count(1, 500, 'form'),
    cost: amount,
    verdict: z.enum(['included', 'excluded'], mistake('verdict')),
    reason: text(0, longestVoteText.reason, mistake('reason')).default(''),
  })
  .refine(({ verdict, reason }) => verdict === 'included' || reason.length >= 3, {
    path: ['reason'],
    message: mistake('excludeReason'),
  });

export const sheetForm = z.object({ areaCode: z.string(mistake('area')).max(10), codes: count(1, mostCodes, 'codes') });
