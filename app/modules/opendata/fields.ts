import { z } from 'zod';

/** Words about the data, for who reads them here and for machines. */
export type Bilingual = { nl: string; en: string };

/** A field with what it holds, in both languages: the documentation and OpenAPI are made from it. */
export function field<Schema extends z.ZodType>(schema: Schema, nl: string, en: string): Schema {
  return schema.meta({ description: en, 'x-beschrijving': nl });
}

/** A day without time. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A moment in UTC. */
export const moment = z.iso.datetime();

/** Whole euro cents; below zero where money goes. */
export const cents = z.int();

/** Something that has a page and a name. */
export const named = z.strictObject({ slug: z.string(), name: z.string() });

/** Something that has a page and a title. */
export const titled = z.strictObject({ slug: z.string(), title: z.string() });
