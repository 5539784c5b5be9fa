import { z } from 'zod';
import { momentInAmsterdam } from '#app/kernel/amsterdam-time.ts';
import { addDays } from '#app/kernel/calendar-date.ts';
import { clockField, dayField, revisionField, textField, wordsField } from '#app/kernel/form-fields.ts';
import { isId } from '#app/kernel/ids.ts';
import {
  agendaDays,
  itemKinds,
  longestItem,
  longestMeetingText,
  type ItemContent,
  type MeetingContent,
} from './meeting.ts';

/** What is typed on the work pages of meetings. Messages are keys of the texts. */

const mistake = (key: string) => `meetingWork:mistake.${key}`;
const long = longestMeetingText;

const formKey = z.uuid(mistake('form'));
const revision = revisionField(mistake('form'));
const id = z.string(mistake('form')).refine(isId, mistake('form'));

const day = dayField(mistake('day'), '2020-01-01');
const time = clockField(mistake('time'));

const content = z
  .object({
    title: wordsField(3, long.title, mistake('title')),
    about: textField(long.about),
    day,
    begins: time,
    ends: time,
    venueName: wordsField(2, long.venueName, mistake('venueName')),
    venueAddress: textField(long.venueAddress),
    chairName: wordsField(2, long.chairName, mistake('chairName')),
    isOpen: z.literal('on').optional(),
    agendaBy: day.optional(),
  })
  .transform(({ day: onDay, begins, ends, isOpen, agendaBy, ...rest }, context): MeetingContent => {
    if (ends <= begins) context.addIssue({ code: 'custom', path: ['ends'], message: mistake('endsBefore') });
    if (agendaBy !== undefined && agendaBy > onDay)
      context.addIssue({ code: 'custom', path: ['agendaBy'], message: mistake('agendaBy') });
    return {
      ...rest,
      isOpen: isOpen === 'on',
      startsAt: momentInAmsterdam(onDay, begins),
      endsAt: momentInAmsterdam(onDay, ends),
      agendaBy: agendaBy ?? addDays(onDay, -agendaDays),
    };
  });

export const newMeetingForm = z.intersection(z.object({ formKey, bodyId: id }), content);
export const changeMeetingForm = z.intersection(z.object({ revision }), content);

/** The part that is the meeting itself. */
export function contentOf(typed: MeetingContent): MeetingContent {
  const { title, about, startsAt, endsAt, venueName, venueAddress, chairName, isOpen, agendaBy } = typed;
  return { title, about, startsAt, endsAt, venueName, venueAddress, chairName, isOpen, agendaBy };
}

export const moveForm = z.object({ revision });
export const cancelForm = z.object({ revision, reason: wordsField(3, long.cancelReason, mistake('cancelReason')) });
export const itemOrderForm = z.object({ id });

const optionalId = z
  .string()
  .default('')
  .transform((typed) => (typed === '' ? null : typed))
  .refine((typed) => typed === null || isId(typed), mistake('form'));

/** An address of the product or only its last part: both are pasted. */
const slugOfPlan = z
  .string()
  .default('')
  .transform(
    (typed) =>
      typed
        .trim()
        .replace(/[?#].*$/, '')
        .replace(/\/+$/, '')
        .split('/')
        .at(-1) ?? '',
  )
  .refine((typed) => typed.length <= 100, mistake('initiative'));

const item = z
  .object({
    title: wordsField(3, long.itemTitle, mistake('itemTitle')),
    explanation: textField(long.itemExplanation),
    kind: z.enum(itemKinds, mistake('itemKind')),
    minutes: z.coerce
      .number(mistake('minutes'))
      .int(mistake('minutes'))
      .min(0, mistake('minutes'))
      .max(longestItem, mistake('minutes')),
    actielijnId: optionalId,
    initiative: slugOfPlan,
    decisionId: optionalId,
  })
  .transform(({ initiative, ...rest }): ItemContent => ({ ...rest, initiativeSlug: initiative }));

export const newItemForm = z.intersection(z.object({ formKey }), item);
export const changeItemForm = z.intersection(z.object({ revision }), item);

export function itemOf(typed: ItemContent): ItemContent {
  const { title, explanation, kind, minutes, actielijnId, initiativeSlug, decisionId } = typed;
  return { title, explanation, kind, minutes, actielijnId, initiativeSlug, decisionId };
}

export const fileForm = z.object({
  file: z.instanceof(File, { error: mistake('file') }).refine((file) => file.size > 0, mistake('file')),
  description: wordsField(3, long.fileDescription, mistake('fileDescription')),
});

export const placeForm = z.object({
  revision: revisionField(mistake('form')),
  formKey,
  meetingId: z.string(mistake('meeting')).refine(isId, mistake('meeting')),
  minutes: z.coerce
    .number(mistake('minutes'))
    .int(mistake('minutes'))
    .min(0, mistake('minutes'))
    .max(longestItem, mistake('minutes')),
});

export const answerForm = z.object({ revision, text: wordsField(10, long.answer, mistake('answer')) });

/** What is typed by who puts something forward. */
export const askForm = z.object({
  formKey,
  bodyId: z.string('meetings:mistake.body').refine(isId, 'meetings:mistake.body'),
  meetingId: optionalId,
  title: wordsField(3, long.requestTitle, 'meetings:mistake.title'),
  request: wordsField(10, long.request, 'meetings:mistake.request'),
  whom: z
    .string()
    .default('')
    .transform((typed, context) => {
      const [kind = '', of = ''] = typed.split(':');
      if (typed === '' || typed === 'resident') return { kind: 'resident' } as const;
      if ((kind === 'organisation' || kind === 'workgroup') && isId(of)) return { kind, id: of } as const;
      context.addIssue({ code: 'custom', message: 'meetings:mistake.whom' });
      return z.NEVER;
    }),
});

export const adoptForm = z.object({
  revision,
  meetingId: z.string(mistake('adoptedIn')).refine(isId, mistake('adoptedIn')),
  amendments: textField(long.amendments),
});
