import { z } from 'zod';
import { dayOrNoneField, revisionField, tidyText } from '#app/kernel/form-fields.ts';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { spokenLanguages } from '#app/modules/people/person.ts';
import {
  directions,
  longestPortfolioText,
  mostLanguages,
  mostThemes,
  phases,
  resourceKinds,
  type Direction,
  type ResourceKind,
} from './portfolio.ts';

/** What keepers type of their portfolio. Messages are keys of the texts. */

export const formKey = z.uuid('portfolios:mistake.form');
const revision = revisionField('portfolios:mistake.form');

export const typedText = (most: number, tooLong: string) =>
  z
    .string()
    .default('')
    .transform(tidyText)
    .refine((typed) => typed.length <= most, tooLong);

const name = z
  .string('portfolios:mistake.name')
  .trim()
  .min(3, 'portfolios:mistake.name')
  .max(longestPortfolioText.name, 'portfolios:mistake.nameTooLong');

const about = typedText(longestPortfolioText.about, 'portfolios:mistake.aboutTooLong');
const phase = z.enum(phases, 'portfolios:mistake.phase');
const area = z.string().max(10).default('');
const resource = z.enum(resourceKinds, 'portfolios:mistake.resource');

const until = dayOrNoneField('portfolios:mistake.day', '2021-01-01');

export type TypedLine = { direction: Direction; resource: ResourceKind; text: string; until: CalendarDate | null };

/** One first line of a new group: a kind and what it is; nothing typed is no line. */
const firstLine = {
  resource: resource.optional(),
  text: typedText(longestPortfolioText.line, 'portfolios:mistake.lineTooLong'),
};

/** A new group: few fields, the rest can be added on the portfolio. */
export const groupForm = z
  .object({
    formKey,
    name,
    about: about.refine((typed) => typed.length >= 20, 'portfolios:mistake.about'),
    phase,
    area,
    needResource: firstLine.resource,
    needText: firstLine.text,
    offerResource: firstLine.resource,
    offerText: firstLine.text,
  })
  .transform((value, context) => {
    const line = (direction: Direction, kind: ResourceKind | undefined, text: string): TypedLine[] => {
      if (text === '') return [];
      if (kind !== undefined) return [{ direction, resource: kind, text, until: null }];
      context.addIssue({ code: 'custom', path: [`${direction}Resource`], message: 'portfolios:mistake.resource' });
      return [];
    };
    const lines = [
      ...line('need', value.needResource, value.needText),
      ...line('offer', value.offerResource, value.offerText),
    ];
    return {
      formKey: value.formKey,
      name: value.name,
      about: value.about,
      phase: value.phase,
      areas: value.area === '' ? [] : [value.area],
      lines,
    };
  });

/** The words of a portfolio; which of them count depends on its kind. */
export const portfolioForm = z.object({
  revision,
  name: name.optional(),
  about,
  phase: phase.optional(),
  place: typedText(longestPortfolioText.place, 'portfolios:mistake.placeTooLong'),
  languages: z.array(z.enum(spokenLanguages, 'forms:choose')).max(mostLanguages).default([]),
  themes: z.array(z.string().max(100)).max(mostThemes, 'portfolios:mistake.themes').default([]),
  areas: z
    .array(area)
    .max(3)
    .default([])
    .transform((codes) => [...new Set(codes.filter((code) => code !== ''))]),
});

const lineFields = {
  resource,
  text: typedText(longestPortfolioText.line, 'portfolios:mistake.lineTooLong').refine(
    (typed) => typed !== '',
    'portfolios:mistake.line',
  ),
  until,
};

export const newLineForm = z.object({
  formKey,
  direction: z.enum(directions, 'portfolios:mistake.direction'),
  ...lineFields,
});

export const changeLineForm = z.object({ lineId: z.uuid('portfolios:mistake.form'), ...lineFields });

/** How somebody belongs to a plan of the papers. */
export const claimForm = z.object({
  formKey,
  note: typedText(longestPortfolioText.note, 'portfolios:mistake.noteTooLong').refine(
    (typed) => typed.length >= 10,
    'portfolios:mistake.note',
  ),
});

export const claimAnswerForm = z.object({
  claimId: z.uuid('portfolios:mistake.form'),
  reason: typedText(longestPortfolioText.note, 'portfolios:mistake.noteTooLong'),
});

export const keeperForm = z.object({
  email: z.string('forms:email').trim().max(200, 'forms:email').pipe(z.email('forms:email')),
});
