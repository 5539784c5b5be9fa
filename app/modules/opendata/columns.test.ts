import { expect, test } from 'vitest';
import { z } from 'zod';
import { cellsOf, columnName, columnsOf } from './columns.ts';

const row = z.strictObject({
  title: z.string(),
  body: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
  areas: z.array(z.string()),
  cents: z.int(),
  isDone: z.boolean(),
  lines: z.array(z.strictObject({ a: z.int() })),
  shape: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('a'), one: z.string() }),
    z.strictObject({ kind: z.literal('b'), two: z.string() }),
  ]),
});

test('columns follow from the schema, whatever the rows hold', () => {
  expect(columnsOf(row).map(columnName)).toEqual([
    'title',
    'body.slug',
    'body.name',
    'areas',
    'cents',
    'isDone',
    'lines',
    'shape',
  ]);
});

test('cells hold what fits, and no formula', () => {
  const columns = columnsOf(row);
  const plain = {
    title: '=1+1',
    body: null,
    areas: ['FA', 'FB01'],
    cents: -5,
    isDone: true,
    lines: [{ a: 1 }],
    shape: { kind: 'a', one: 'x' },
  };
  expect(cellsOf(columns, plain)).toEqual([
    "'=1+1",
    '',
    '',
    'FA FB01',
    '-5',
    'true',
    '[{"a":1}]',
    '{"kind":"a","one":"x"}',
  ]);
});
