import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { NotAsDescribed, whitelisted } from './whitelist.ts';

const dataset = {
  slug: 'plans',
  row: z.strictObject({
    slug: z.string(),
    body: z.strictObject({ name: z.string() }).nullable(),
    lines: z.array(z.strictObject({ cents: z.int() })),
  }),
};
const row = { slug: 'a', body: { name: 'b' }, lines: [{ cents: 1 }, { cents: 2 }] };
const tooMuch = {
  ...row,
  email: 'secret@example.org',
  body: { name: 'b', phone: '06' },
  lines: [{ cents: 1 }, { cents: 2, iban: 'NL' }],
};

const strict = {
  isStrict: true,
  report: () => {
    throw new Error('reports nothing');
  },
};

describe('a row as it leaves', () => {
  test('is itself when it is as described', () => {
    expect(whitelisted(dataset, row, strict)).toEqual(row);
  });

  test('is a fault with a field too many, and the message says where and not what', () => {
    expect(() => whitelisted(dataset, tooMuch, strict)).toThrow(NotAsDescribed);
    expect(() => whitelisted(dataset, tooMuch, strict)).toThrow(/email/);
    expect(() => whitelisted(dataset, tooMuch, strict)).not.toThrow(/secret@/);
  });

  test('loses that field in production, at every depth, and it is told', () => {
    const told: string[] = [];
    const report = (slug: string, path: string) => void told.push(`${slug}: ${path}`);
    expect(whitelisted(dataset, tooMuch, { isStrict: false, report })).toEqual(row);
    expect(told.sort()).toEqual(['plans: body.phone', 'plans: email', 'plans: lines.1.iban']);
    expect(tooMuch.email).toBe('secret@example.org');
  });

  test('never leaves without a field, or with another kind in it', () => {
    const production = { isStrict: false, report: () => undefined };
    expect(() => whitelisted(dataset, { ...row, slug: 1 }, production)).toThrow(NotAsDescribed);
    expect(() => whitelisted(dataset, { slug: 'a', body: null }, production)).toThrow(NotAsDescribed);
  });
});
