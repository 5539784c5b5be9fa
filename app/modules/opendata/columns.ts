import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** A column of a CSV file: where in the row it stands; `isJson` where lists or several shapes do not fit in a cell. */
export type Column = { path: string[]; isJson: boolean };

/** The schema of a row as JSON Schema 2020-12, without the mark of the version. */
export function jsonSchemaOf(row: z.ZodType): JsonSchema {
  const { $schema: _version, ...schema } = z.toJSONSchema(row, {
    target: 'draft-2020-12',
    io: 'output',
    reused: 'inline',
  });
  return schema;
}

/** The columns of a dataset, from its schema, so that they are the same whatever the rows hold. */
export function columnsOf(row: z.ZodType): Column[] {
  return columnsIn(jsonSchemaOf(row), []);
}

function columnsIn(schema: JsonSchema, path: string[]): Column[] {
  const properties = propertiesOf(schema);
  if (properties === null) return [{ path, isJson: !isPlain(schema) }];
  return Object.entries(properties).flatMap(([key, value]) =>
    typeof value === 'boolean' ? [] : columnsIn(value, [...path, key]),
  );
}

/** Of an object, or of an object or nothing. */
function propertiesOf(schema: JsonSchema): Record<string, JsonSchema | boolean> | null {
  if (schema.properties !== undefined) return schema.properties;
  const real = schema.anyOf?.filter((one) => typeof one === 'object' && one.type !== 'null');
  const only = real?.length === 1 ? real[0] : undefined;
  return typeof only === 'object' && only.properties !== undefined ? only.properties : null;
}

function isPlain(schema: JsonSchema): boolean {
  const shapes = schema.anyOf ?? schema.oneOf ?? [schema];
  return shapes.every(
    (one) =>
      typeof one === 'object' &&
      one.type !== 'array' &&
      one.type !== 'object' &&
      one.anyOf === undefined &&
      one.oneOf === undefined,
  );
}

/** What begins like a formula gets an apostrophe before it, so that no spreadsheet runs it (OWASP, CSV injection). */
function safeWords(text: string): string {
  return /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** The cells of a row: lists of words with a space between, amounts and yes or no as they are, nothing where nothing is. */
export function cellsOf(columns: readonly Column[], row: unknown): string[] {
  return columns.map(({ path, isJson }) => {
    const value = path.reduce<unknown>(
      (one, step) => (typeof one === 'object' && one !== null ? Reflect.get(one, step) : undefined),
      row,
    );
    if (value === undefined || value === null) return '';
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value === 'string') return safeWords(value);
    if (Array.isArray(value) && value.every((one) => typeof one === 'string' && !/\s/.test(one)))
      return safeWords(value.join(' '));
    return isJson ? JSON.stringify(value) : safeWords(JSON.stringify(value));
  });
}

/** The name of a column: `organisation.slug`. */
export const columnName = ({ path }: Column) => path.join('.');
