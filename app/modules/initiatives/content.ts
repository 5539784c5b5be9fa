import { z } from 'zod';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { fundingStates } from './forms/other-funding.ts';

/**
 * What is submitted, whole: the JSON of a version. `shape` is raised when fields change their meaning; the schema then
 * learns to read the older shape, because versions are never rewritten.
 */
const money = z.number().int().transform(cents);
const date = z.custom<CalendarDate>((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));

const resourceTexts = { people: z.string(), space: z.string(), knowledge: z.string(), material: z.string() };

const attachment = z.object({
  id: z.string(),
  kind: z.enum(['image', 'pdf']),
  fileName: z.string(),
  /** What the picture shows, for who cannot see it; for a PDF what it is. */
  description: z.string(),
  byteSize: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
});

/** In what position somebody submits, as far as that could be an interest. */
export const submitterPositions = ['none', 'civil-servant', 'committee-member'] as const;

export const initiativeContent = z.object({
  shape: z.literal(1),
  title: z.string(),
  summary: z.string(),
  why: z.string(),
  what: z.string(),
  result: z.string(),
  wholeDistrict: z.boolean(),
  areas: z.array(z.string()),
  place: z.string(),
  themes: z.array(z.string()),
  organisationId: z.string().nullable(),
  group: z.string(),
  partners: z.array(z.string()),
  otherPartners: z.string(),
  ownership: z.string(),
  budget: z.array(z.object({ description: z.string(), amount: money })),
  needs: z.object(resourceTexts),
  offers: z.object(resourceTexts),
  startsOn: date,
  endsOn: date.nullable(),
  milestones: z.array(z.object({ description: z.string(), on: date.nullable() })),
  otherFunding: z.array(z.object({ party: z.string(), amount: money, state: z.enum(fundingStates) })),
  attachments: z.array(attachment),
  declaration: z.object({ position: z.enum(submitterPositions), disclosure: z.string() }),
});

export type InitiativeContent = z.infer<typeof initiativeContent>;

export type ContentAttachment = z.infer<typeof attachment>;

export type SubmitterPosition = (typeof submitterPositions)[number];

/** Reads the JSON of a version. @throws ZodError when the record holds something that was never a version */
export function readContent(json: unknown): InitiativeContent {
  return initiativeContent.parse(json);
}
