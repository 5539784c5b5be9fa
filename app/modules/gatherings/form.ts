import { z } from 'zod';
import { momentInAmsterdam } from '#app/kernel/amsterdam-time.ts';
import { clockField, dayField, revisionField, textField, wordsField } from '#app/kernel/form-fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { spokenLanguages } from '#app/modules/people/person.ts';
import { capacityBounds, gatheringForms, longestGatheringText, type GatheringContent } from './gathering.ts';

/** What organisers type. Messages are keys of the texts. */

const mistake = (key: string) => `gatheringWork:mistake.${key}`;

const formKey = z.uuid(mistake('form'));
const revision = revisionField(mistake('form'));

const day = dayField(mistake('day'), '2023-01-01');
const time = clockField(mistake('time'));

const content = z
  .object({
    form: z.enum(gatheringForms, mistake('form_')),
    title: wordsField(3, longestGatheringText.title, mistake('title')),
    about: textField(longestGatheringText.about),
    gatheringAreaId: z.string(mistake('area')).refine(isId, mistake('area')),
    day,
    begins: time,
    ends: time,
    venueName: wordsField(2, longestGatheringText.venueName, mistake('venueName')),
    venueAddress: wordsField(5, longestGatheringText.venueAddress, mistake('venueAddress')),
    capacity: z.coerce
      .number(mistake('capacity'))
      .int(mistake('capacity'))
      .min(capacityBounds.least, mistake('capacity'))
      .max(capacityBounds.most, mistake('capacity')),
    languages: z.array(z.enum(spokenLanguages)).min(1, mistake('languages')).max(12, mistake('languages')),
    childCare: textField(longestGatheringText.childCare),
    accessibility: textField(longestGatheringText.accessibility),
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
  reason: wordsField(3, longestGatheringText.cancelReason, mistake('cancelReason')),
});

export const crewForm = z.object({
  email: z.string('forms:email').trim().max(200, 'forms:email').pipe(z.email('forms:email')),
  task: z.enum(['organiser', 'helper'], mistake('form')),
});

export const areaForm = z.object({
  revision: z.coerce.number(mistake('form')).int().min(0).max(1_000_000),
  name: wordsField(2, 80, mistake('areaName')),
  buurten: z.array(z.string().max(8)).max(200).default([]),
});

export const walkInForm = z.object({
  formKey,
  name: wordsField(1, 80, mistake('walkInName')),
  comesAs: z.enum(['resident', 'organisation', 'professional'], mistake('form')).default('resident'),
  languages: z.array(z.enum(spokenLanguages)).max(12).default([]),
});
