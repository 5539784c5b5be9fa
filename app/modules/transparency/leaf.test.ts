import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { textOf, toHex, utf8 } from './bytes.ts';
import { entryOf, formatPublishedLeaf, newSalt, parsePublishedLeaf } from './leaf.ts';
import { leafRecord, type LeafRecord } from './leaf-record.ts';
import { nodeMachine } from './node-machine.server.ts';
import { run } from './steps.ts';

const sha256 = 'ab'.repeat(32);
const totals = { unallocatedCents: 1, availableCents: -2, promisedCents: 3, paidCents: 4 };
const records: LeafRecord[] = [
  { kind: 'decision', version: 1, number: '2024-0001', publishedOn: '2024-11-02', sha256 },
  {
    kind: 'correction',
    version: 1,
    corrects: { kind: 'decision', number: '2024-0001' },
    publishedOn: '2025-01-31',
    sha256,
  },
  {
    kind: 'correction',
    version: 1,
    corrects: { kind: 'ledger-day', day: '2026-11-20' },
    publishedOn: '2026-11-21',
    sha256,
  },
  {
    kind: 'ledger-day',
    version: 1,
    day: '2026-11-21',
    totals,
    sha256,
  },
  {
    kind: 'minutes',
    version: 1,
    number: 'V2026-0003',
    body: 'eigenaarschap-inclusie-democratie',
    heldOn: '2026-11-01',
    publishedOn: '2026-11-15',
    sha256,
  },
];
const salt = new Uint8Array(32).fill(3);
const machine = nodeMachine();

describe('a leaf', () => {
  it.each(records)('of a $kind comes back as it was', (record) => {
    const file = utf8(formatPublishedLeaf({ log: 'wijkbeurs.example/log', index: 7, leaf: { record, salt } }));
    expect(parsePublishedLeaf(file)).toEqual({
      ok: true,
      value: { log: 'wijkbeurs.example/log', index: 7, leaf: { record, salt } },
    });
  });

  it('is a hash that anybody can make again, of a mark, the salt and the canonical record', () => {
    const canonical = `{"kind":"decision","number":"2024-0001","publishedOn":"2024-11-02","sha256":"${sha256}","version":1}`;
    const expected = createHash('sha256').update('wijkbeurs.leaf/1\n').update(salt).update(canonical).digest('hex');
    expect(toHex(run(entryOf({ record: records[0]!, salt }), machine))).toBe(expected);
  });

  it('of the same record is another with another salt', () => {
    const [one, other] = [newSalt(), newSalt()];
    expect(toHex(one)).not.toBe(toHex(other));
    const [record] = records;
    expect(toHex(run(entryOf({ record: record!, salt: one }), machine))).not.toBe(
      toHex(run(entryOf({ record: record!, salt: other }), machine)),
    );
    expect(() => run(entryOf({ record: record!, salt: new Uint8Array(31) }), machine)).toThrow(RangeError);
  });

  const good = formatPublishedLeaf({ log: 'wijkbeurs.example/log', index: 7, leaf: { record: records[0]!, salt } });
  it.each([
    ['white space', good.replace(',', ', ')],
    ['keys in another order', JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(good) as object).reverse()))],
    ['a field of its own', good.replace('"version":1', '"version":1,"zz":1')],
    ['a salt of another length', good.replace('0303', '03')],
    ['a salt in capitals', good.replaceAll('03', '0A')],
    ['a number that is written otherwise', good.replace('"index":7', '"index":7.0')],
    ['an index before the first', good.replace('"index":7', '"index":-1')],
    ['a key twice', good.replace('"index":7', '"index":7,"index":7')],
    ['no JSON', good.slice(1)],
    ['nothing', ''],
  ])('is refused with %s', (_what, broken) => {
    expect(broken).not.toBe(good);
    expect(parsePublishedLeaf(utf8(broken))).toEqual({ ok: false, reason: 'leaf-malformed' });
  });

  it('is refused when it is not UTF-8', () => {
    expect(textOf(Uint8Array.of(0xc3))).toBeNull();
    expect(parsePublishedLeaf(Uint8Array.of(0xc3)).ok).toBe(false);
  });
});

describe('a record', () => {
  // whatever could be about a person has no place in it
  it.each([
    ['a name', { ...records[0], name: 'Fatima' }],
    ['words for a number', { ...records[0], number: 'aan Fatima' }],
    ['an address for a body', { ...records[4], body: 'fatima@voorbeeld.nl' }],
    ['words for a day', { ...records[0], publishedOn: 'gisteren' }],
    ['words for a digest', { ...records[0], sha256: 'Fatima' }],
    ['cents that are no whole number', { ...records[3], totals: { ...totals, unallocatedCents: 0.5 } }],
    ['a version that is not there yet', { ...records[0], version: 2 }],
    ['a kind that is not there', { ...records[0], kind: 'person' }],
  ])('is refused with %s', (_what, record) => {
    expect(leafRecord.safeParse(record).success).toBe(false);
  });
});
