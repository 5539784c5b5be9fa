import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { mostFields } from './form-limits.ts';
import { parseForm } from './parse-form.server.ts';

const schema = z.object({
  title: z.string().min(3).max(10),
  email: z.email(),
  hours: z.number().max(40),
  kind: z.enum(['a', 'b']),
  themes: z.array(z.string()).min(1),
  own: z.string().refine((text) => text === 'yes', 'initiatives:mistake.own'),
});

function mistakes(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const submission = parseForm(form, schema);
  return submission.status === 'success' ? null : submission.error;
}

const right = { title: 'Tuin', email: 'a@b.nl', hours: '3', kind: 'a', 'themes[0]': 'groen', own: 'yes' };

describe('mistakes are keys in the texts', () => {
  test('none when all is well', () => {
    expect(mistakes(right)).toBeNull();
  });

  test.each([
    ['title', '', 'forms:required'],
    ['title', 'T', 'forms:tooShort?count=3'],
    ['title', 'Een heel lange titel', 'forms:tooLong?count=10'],
    ['email', 'jan', 'forms:email'],
    ['hours', 'veel', 'forms:number'],
    ['hours', '41', 'forms:tooLarge?most=40'],
    ['kind', 'c', 'forms:choose'],
    ['own', 'no', 'initiatives:mistake.own'],
  ])('%s = %o → %s', (field, value, message) => {
    expect(mistakes({ ...right, [field]: value })).toEqual({ [field]: [message] });
  });
});

test('a form with absurdly many fields is not even parsed', () => {
  const form = new FormData();
  for (let index = 0; index <= mostFields; index += 1) form.append(`rows[${index}].x`, '1');
  expect(() => parseForm(form, schema)).toThrow();
});

test.each([
  // an array of that length ends the process
  ['a place in a list that no form has', 'themes[4294967290]'],
  ['the same, deeper down', 'rows[0].x[5000]'],
  ['a name without end', `a${'.a'.repeat(1000)}`],
  ['what Conform reads as an order of its own', '__intent__'],
  ['what Conform reads as its own state', '__state__'],
])('%s is not even parsed', (_what, name) => {
  expect(() => mistakes({ [name]: '{no json' })).toThrow(expect.objectContaining({ status: 400 }));
});
