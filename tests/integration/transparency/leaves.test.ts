import { describe, expect, test } from 'vitest';
import { recordLeaf } from '#app/modules/transparency/commands/record-leaf.server.ts';
import type { LeafRecord } from '#app/modules/transparency/leaf-record.ts';
import { entryOf } from '#app/modules/transparency/leaf.ts';
import { nodeMachine } from '#app/modules/transparency/node-machine.server.ts';
import { run } from '#app/modules/transparency/steps.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
let count = 0;

function record(): LeafRecord {
  count += 1;
  const number = `2026-${String(count).padStart(4, '0')}`;
  return { kind: 'decision', version: 1, number, publishedOn: '2026-11-22', sha256: 'ab'.repeat(32) };
}

async function recorded(...records: LeafRecord[]) {
  await own.database.$transaction(async (tx) => {
    for (const one of records) await recordLeaf(tx, one, testNow);
  });
}

const leaves = async () => own.database.logLeaf.findMany({ orderBy: { index: 'asc' } });

/** What the database says to it. */
async function answerTo(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing',
    (error: unknown) => String(error),
  );
}

describe('leaves of the log', () => {
  test('get their places without gaps, however many come at once and whatever rolls back', async () => {
    const before = (await leaves()).length;
    const rolledBack = own.database.$transaction(async (tx) => {
      await recordLeaf(tx, record(), testNow);
      throw new Error('the work fails');
    });
    await Promise.allSettled([
      rolledBack,
      ...Array.from({ length: 12 }, async () => recorded(record(), record(), record())),
    ]);
    const rows = await leaves();
    expect(rows).toHaveLength(before + 36);
    expect(rows.map(({ index }) => index)).toEqual(rows.map((_, at) => at));
  });

  test('hold exactly the entry of their record', async () => {
    const one = record();
    await recorded(one);
    const row = (await leaves()).at(-1)!;
    expect(JSON.parse(row.record!)).toEqual(one);
    expect(Buffer.from(run(entryOf({ record: one, salt: row.salt! }), nodeMachine()))).toEqual(Buffer.from(row.entry));
  });

  test('are one for each decision, and as many corrections as there are', async () => {
    const one = record();
    await recorded(one);
    expect(await answerTo(recorded(one))).toContain('log_leaf_once');
    const number = one.kind === 'decision' ? one.number : '';
    const corrects = { kind: 'decision', number } as const;
    const correction = { kind: 'correction', version: 1, corrects, publishedOn: '2026-11-22', sha256: 'cd'.repeat(32) };
    await recorded(correction as LeafRecord, correction as LeafRecord);
    expect(await own.database.logLeaf.count({ where: { kind: 'correction', subject: number } })).toBe(2);
  });

  test('name nobody: a record with another field is refused', async () => {
    const work = recorded(Object.assign(record(), { name: 'Iemand' }));
    await expect(work).rejects.toThrow(/unrecognized_keys/);
  });

  test.each([
    ['another entry', `update log_leaf set entry = sha256('x') where index = 1`],
    ['another place', 'update log_leaf set index = 999 where index = 1'],
    ['no place', 'update log_leaf set index = null where index = 1'],
    ['another record', `update log_leaf set record = '{}' where index = 1`],
    ['another subject', `update log_leaf set subject = '2026-9999' where index = 1`],
    ['only the salt gone', 'update log_leaf set salt = null where index = 1'],
    ['erased without a word why', 'update log_leaf set salt = null, record = null, erased_at = now() where index = 1'],
    ['removed', 'delete from log_leaf where index = 1'],
    ['truncated', 'truncate log_leaf'],
  ])('stay as they are: %s', async (_what, statement) => {
    await recorded(record(), record());
    expect(await answerTo(own.database.$executeRawUnsafe(statement))).toMatch(/log_leaf_(append_only|entry|whole)/);
  });

  test('are never put in with a place, or with an entry of something else', async () => {
    const columns = 'id, index, kind, subject, entry, salt, record, recorded_at';
    const insert = (values: string) =>
      own.database.$executeRawUnsafe(`insert into log_leaf (${columns}) values (${values})`);
    const salt = `decode(repeat('00', 32), 'hex')`;
    expect(
      await answerTo(insert(`gen_random_uuid(), 7000, 'decision', '2030-0001', sha256('x'), ${salt}, '{}', now()`)),
    ).toContain('log_leaf_append_only');
    expect(
      await answerTo(insert(`gen_random_uuid(), null, 'decision', '2030-0001', sha256('x'), ${salt}, '{}', now()`)),
    ).toContain('log_leaf_entry');
  });

  test('can be erased once: salt and record go, the entry stays', async () => {
    await recorded(record());
    const { index, entry } = (await leaves()).at(-1)!;
    const erase = `update log_leaf set salt = null, record = null, erased_at = now(), erase_reason = 'verzoek' where index = ${index}`;
    await own.database.$executeRawUnsafe(erase);
    expect((await leaves())[index!]).toMatchObject({ salt: null, record: null, entry });
    expect(await answerTo(own.database.$executeRawUnsafe(erase))).toContain('log_leaf_append_only');
  });
});
