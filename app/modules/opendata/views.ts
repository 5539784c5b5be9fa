import type { z } from 'zod';
import { jsonSchemaOf } from './columns.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Kinds of values that the page has words for (`opendata:dataset.type`). */
export type ValueKind = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'choice';

/** A field of a dataset, for people. */
export type FieldView = {
  name: string;
  meaning: string;
  kind: ValueKind;
  isList: boolean;
  mayBeNull: boolean;
  /** Of a choice. */
  choices: string[];
  /** Of parts: their names. */
  parts: string[];
};

/** A dataset in the list of all. */
export type DatasetLine = {
  slug: string;
  title: string;
  description: string;
  count: number;
  changedAt: Date | null;
};

/** The fields of a dataset, with words in one language. */
export function fieldsOf(row: z.ZodType, locale: 'nl' | 'en'): FieldView[] {
  const schema = jsonSchemaOf(row);
  return Object.entries(schema.properties ?? {}).map(([name, value]) => fieldView(name, value as JsonSchema, locale));
}

function fieldView(name: string, schema: JsonSchema, locale: 'nl' | 'en'): FieldView {
  const shapes = schema.anyOf ?? [schema];
  const real = shapes.find((one): one is JsonSchema => typeof one === 'object' && one.type !== 'null');
  const isList = real?.type === 'array';
  const value = isList ? (real.items as JsonSchema) : real;
  const beschrijving = schema['x-beschrijving'];
  return {
    name,
    meaning: locale === 'nl' && typeof beschrijving === 'string' ? beschrijving : (schema.description ?? ''),
    isList,
    mayBeNull: real !== undefined && shapes.length > 1,
    ...kindOf(value),
  };
}

function kindOf(schema: JsonSchema | undefined): Pick<FieldView, 'kind' | 'choices' | 'parts'> {
  if (schema?.enum !== undefined) return { kind: 'choice', choices: schema.enum.map(String), parts: [] };
  const parts = Object.keys(schema?.properties ?? {});
  const kinds: ValueKind[] = ['string', 'integer', 'number', 'boolean'];
  const plain = kinds.find((kind) => kind === schema?.type);
  return { kind: plain ?? 'object', choices: [], parts };
}
