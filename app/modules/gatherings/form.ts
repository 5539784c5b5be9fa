import { z } from 'zod';
import { momentInAmsterdam, parseClockTime, type ClockTime } from '#app/kernel/amsterdam-time.ts';
import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { spokenLanguages } from '#app/modules/people/person.ts';
import { capacityBounds, gatheringForms, longestGatheringText, type GatheringContent } from './gathering.ts';

/** What organisers type. Messages are keys of the texts. */

const mistake = (key: string) => `gatheringWork:mistake.${key}`;

const formKey = z.uuid(mistake('form'));
const revision = z.coerce.number(mistake('form')).int().min(1).max(1_000_000);

/** Line ends of one kind, so that a text counts as many characters here as in the database. */
const text = (most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .refine((typed) => typed.length <= most, 'forms:tooLong?count=' + String(most));

const words = (least: number, most: number, missing: string) =>
  z
    .string(missing)
    .trim()
    .min(least, missing)
    .max(most, 'forms:tooLong?count=' + String(most));

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

const content = z
  .object({
    form: z.enum(gatheringForms, mistake('form_')),
    title: words(3, longestGatheringText.title, mistake('title')),
    about: text(longestGatheringText.about),
    gatheringAreaId: z.string(mistake('area')).refine(isId, mistake('area')),
    day,
    begins: time,
    ends: time,
    venueName: words(2, longestGatheringText.venueName, mistake('venueName')),
    venueAddress: words(5, longestGatheringText.venueAddress, mistake('venueAddress')),
    capacity: z.coerce
      .number(mistake('capacity'))
      .int(mistake('capacity'))
      .min(capacityBounds.least, mistake('capacity'))
      .max(capacityBounds.most, mistake('capacity')),
    languages: z.array(z.enum(spokenLanguages)).min(1, mistake('languages')).max(12, mistake('languages')),
    childCare: text(longestGatheringText.childCare),
    accessibility: text(longestGatheringText.accessibility),
    hosts: z
      .array(z.string().refine(isId, mistake('form')))
      .max(20, mistake('hosts'))
      .default([]),
  })
  .transform(({ day: onDay, begins, ends, ...rest }, context): GatheringContent => {
    if (ends <= begins) context.addIssue({ code: 'custom', path: ['ends'], message: mistake('endsBefore') });
    return {
      ...rest,
      hosts: [...new Set(rest.hosts)],
      startsAt: momentInAmsterdam(onDay, begins),
      endsAt: momentInAmsterdam(onDay, ends),
    };
  });

export const newGatheringForm = z.intersection(z.object({ formKey }), content);
export const changeGatheringForm = z.intersection(z.object({ revision }), content);

/** The part that is the gathering itself. */
export function contentOf({
  form,
  title,
  about,
  gatheringAreaId,
  startsAt,
  endsAt,
  venueName,
  venueAddress,
  capacity,
  languages,
  childCare,
  accessibility,
  hosts,
}: GatheringContent): GatheringContent {
  return {
    ...{ form, title, about, gatheringAreaId, startsAt, endsAt, venueName, venueAddress },
    ...{ capacity, languages, childCare, accessibility, hosts },
  };
}

const fieldOfRefusal: Record<string, string> = {
  'area-of-year': 'gatheringAreaId',
  'area-unknown': 'gatheringAreaId',
  'capacity-taken': 'capacity',
  'in-the-past': 'day',
  'organisation-unknown': 'hosts',
};

/** Where a refusal of a command stands on the form: beside the field that it is about, or on top. @param message words of `reason` */
export function refusedGathering(reason: string, message: string) {
  const field = fieldOfRefusal[reason];
  return field === undefined ? { formErrors: [message] } : { fieldErrors: { [field]: [message] } };
}

export const moveForm = z.object({ revision });

export const cancelForm = z.object({
  revision,
  reason: words(3, longestGatheringText.cancelReason, mistake('cancelReason')),
});

export const crewForm = z.object({
  email: z.string('forms:email').trim().max(200, 'forms:email').pipe(z.email('forms:email')),
  task: z.enum(['organiser', 'helper'], mistake('form')),
});

export const areaForm = z.object({
  revision: z.coerce.number(mistake('form')).int().min(0).max(1_000_000),
  name: words(2, 80, mistake('areaName')),
  buurten: z.array(z.string().max(8)).max(200).default([]),
});

export const walkInForm = z.object({
  formKey,
  name: words(1, 80, mistake('walkInName')),
  comesAs: z.enum(['resident', 'organisation', 'professional'], mistake('form')).default('resident'),
  languages: z.array(z.enum(spokenLanguages)).max(12).default([]),
});
