import { z } from 'zod';
import { momentInAmsterdam } from '#app/kernel/amsterdam-time.ts';
import { amountField, clockField, dayField, revisionField, textField, wordsField } from '#app/kernel/form-fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { mostPapers } from './paper.ts';
import { longestAnswer } from './signal.ts';
import { ballotKinds, completions, longestVoteText, mostCodes, type VoteContent } from './vote.ts';
import type { TakeOver } from './winner.ts';

/** What bodies and voters type. Messages are keys of the texts. */

const mistake = (key: string) => `votingWork:mistake.${key}`;

const revision = revisionField(mistake('form'));

const day = dayField(mistake('day'), '2023-01-01');
const time = clockField(mistake('time'));

const amount = amountField((read) => (read === 'amount-huge' ? 'forms:amount-huge' : mistake('amount')));

const count = (least: number, most: number, message: string) =>
  z.coerce.number(mistake(message)).int(mistake(message)).min(least, mistake(message)).max(most, mistake(message));

export const countingChoices = [...completions.map((one) => `equal-shares-${one}` as const), 'greedy'] as const;

export const voteForm = z
  .object({
    formKey: z.uuid(mistake('form')),
    revision,
    title: wordsField(3, longestVoteText.title, mistake('title')),
    question: wordsField(3, longestVoteText.question, mistake('question')),
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
    byIdentity: z.literal('on').optional(),
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

/**
 * What was filled in as what a command prepares.
 * @param offersIdentity whether people can sign in by an identity provider here; a vote that asks for that admits accounts
 */
export function contentOfForm(value: z.output<typeof voteForm>, offersIdentity: boolean): VoteContent {
  const { counting, ballot } = value;
  const byIdentity = offersIdentity && value.byIdentity === 'on';
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
    byAccount: value.byAccount === 'on' || byIdentity,
    byIdentity,
  };
}

export const pressForm = z.object({ revision });

/** Why a vote is cancelled or its count annulled. */
export const reasonForm = z.object({ revision, reason: wordsField(3, longestVoteText.reason, mistake('reason')) });

/** A lot that was drawn; `lots` are the projects of the tie, the first first. */
export const lotForm = z
  .object({
    revision,
    lots: z.array(z.coerce.number().int().max(9999).catch(0)).max(500).default([]),
    drawnOn: day,
    drawnTime: time,
    place: wordsField(3, longestVoteText.place, mistake('place')),
  })
  .transform(({ drawnOn, drawnTime, ...said }) => ({ ...said, drawnAt: momentInAmsterdam(drawnOn, drawnTime) }));

/** The body takes the outcome over; `present` and `read` are boxes that were ticked. */
export const takeOverForm = z
  .object({
    takenOn: dayField(mistake('day')),
    motivation: wordsField(3, longestVoteText.motivation, mistake('motivation')),
    interestStatement: wordsField(3, longestVoteText.reason, mistake('interestStatement')),
    conditions: textField(longestVoteText.motivation),
    present: z.array(z.string().max(50)).max(200).default([]),
    read: z.array(z.coerce.number().int()).max(500).default([]),
  })
  .transform(({ present, read, ...said }): TakeOver => ({ ...said, present: new Set(present), read: new Set(read) }));
export const answerSignalForm = z.object({
  signalId: z.string(),
  answer: wordsField(3, longestAnswer, 'voteSignals:mistake.answer'),
});

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
    reason: wordsField(0, longestVoteText.reason, mistake('reason')).default(''),
  })
  .refine(({ verdict, reason }) => verdict === 'included' || reason.length >= 3, {
    path: ['reason'],
    message: mistake('excludeReason'),
  });

export const sheetForm = z.object({
  formKey: z.uuid(mistake('form')),
  areaCode: z.string(mistake('area')).max(10),
  codes: count(1, mostCodes, 'codes'),
});

const paperMistake = (key: string) => `votingPaper:mistake.${key}`;

export const papersForm = z.object({
  formKey: z.uuid(mistake('form')),
  areaCode: z.string(mistake('area')).max(10),
  papers: z.coerce
    .number(paperMistake('papers'))
    .int(paperMistake('papers'))
    .min(1, paperMistake('papers'))
    .max(mostPapers, paperMistake('papers')),
});

export const appointForm = z.object({ email: z.email(paperMistake('email')).max(200, paperMistake('email')) });
