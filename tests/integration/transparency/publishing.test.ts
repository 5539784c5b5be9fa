import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { toHex } from '#app/modules/transparency/bytes.ts';
import { checkMirror } from '#app/modules/transparency/check-mirror.ts';
import { openCheckpoint } from '#app/modules/transparency/checkpoint.ts';
import { publishLog, rotateLogKey, type LogSigning } from '#app/modules/transparency/commands/publish-log.server.ts';
import { recordLeaf } from '#app/modules/transparency/commands/record-leaf.server.ts';
import type { KeyRing } from '#app/modules/transparency/key-ring.ts';
import { readKeyRing, readLogFile } from '#app/modules/transparency/log.store.server.ts';
import { nodeMachine } from '#app/modules/transparency/node-machine.server.ts';
import { run } from '#app/modules/transparency/steps.ts';
import { tilePath, tilesOf } from '#app/modules/transparency/tile.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
const origin = 'wijkbeurs.example/transparantie/log';
const [first, second] = [new Uint8Array(randomBytes(32)), new Uint8Array(randomBytes(32))];

let remembered: Uint8Array | null = null;
const memory = {
  read: async () => Promise.resolve(remembered),
  write: async (note: Uint8Array) => {
    remembered = note;
    return Promise.resolve();
  },
};
const signing = (given: Partial<LogSigning> = {}): LogSigning => ({
  ...{ database: own.database, now: testNow, seeds: [first], origin, memory },
  ...given,
});

let count = 0;
async function recorded(leaves: number) {
  await own.database.$transaction(
    async (tx) => {
      for (let at = 0; at < leaves; at += 1) {
        count += 1;
        const number = `2026-${String(count).padStart(4, '0')}`;
        const record = {
          kind: 'decision',
          version: 1,
          number,
          publishedOn: '2026-11-22',
          sha256: 'ab'.repeat(32),
        } as const;
        await recordLeaf(tx, record, testNow);
      }
    },
    { timeout: 60_000 },
  );
}

/** The log as who mirrors it holds it. */
async function mirrored(size: number) {
  const paths = ['checkpoint', ...Array.from(tilesOf(size), tilePath)];
  const held = new Map<string, Uint8Array>();
  for (const path of paths) {
    const bytes = await readLogFile(own.database, path);
    if (bytes !== null) held.set(path, bytes);
  }
  return held;
}

async function check(keys: KeyRing, size: number, earlier: Uint8Array[] = []) {
  const held = await mirrored(size);
  return run(
    checkMirror([...held.keys()], { origin, keys }, { earlier: earlier.map((bytes) => ({ name: 'earlier', bytes })) }),
    nodeMachine((path) => held.get(path) ?? null),
  );
}

const checkpoint = async () => (await readLogFile(own.database, 'checkpoint'))!;

describe('publishing the log', () => {
  test('signs an empty log, and then whatever came since, as a tree that anybody checks', async () => {
    expect(await publishLog(signing())).toMatchObject({ ok: true, value: { size: 0, origin } });
    const earlier = [await checkpoint()];
    for (const more of [1, 3, 300]) {
      await recorded(more);
      expect(await publishLog(signing())).toMatchObject({ ok: true, value: { size: count } });
      earlier.push(await checkpoint());
    }
    const { findings, counted } = await check(await readKeyRing(own.database), count, earlier.slice(0, -1));
    expect(findings).toEqual([]);
    expect(counted).toMatchObject({ bundles: 2, earlier: 3 });
    // smaller tiles are the beginning of the larger ones, as long as anybody asks
    expect(await readLogFile(own.database, 'tile/0/000.p/4')).toHaveLength(4 * 32);
    expect(await readLogFile(own.database, 'tile/entries/000.p/4')).toHaveLength(4 * 34);
    expect(await readLogFile(own.database, 'tile/0/001.p/200')).toBeNull();
  });

  test('does not sign again when nothing came, and not twice when two do it at once', async () => {
    const before = await own.database.logCheckpoint.count();
    await publishLog(signing());
    expect(await own.database.logCheckpoint.count()).toBe(before);
    await recorded(2);
    await Promise.all([publishLog(signing()), publishLog(signing()), publishLog(signing())]);
    expect(await own.database.logCheckpoint.count()).toBe(before + 1);
  });

  test('leaves nothing of a size when it is broken off halfway, and completes it the next time', async () => {
    await recorded(2);
    const before = await mirrored(count - 2);
    await own.database.$executeRawUnsafe(`create function cut_off() returns trigger language plpgsql as $$
      begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
    await own.database.$executeRawUnsafe(
      'create trigger cut_off before insert on log_checkpoint for each row execute function cut_off()',
    );
    await expect(publishLog(signing())).rejects.toThrow();
    await own.database.$executeRawUnsafe('drop trigger cut_off on log_checkpoint');
    expect(await readLogFile(own.database, tilePath({ level: 0, index: 1, width: count - 256 }))).toBeNull();
    expect(await mirrored(count - 2)).toEqual(before);

    // signed, and the machine stops before it remembers that
    const forgetful = { ...memory, write: async () => Promise.reject(new Error('the power went')) };
    await expect(publishLog(signing({ memory: forgetful }))).rejects.toThrow('the power went');
    expect(await publishLog(signing())).toMatchObject({ ok: true, value: { size: count } });
    expect((await check(await readKeyRing(own.database), count)).findings).toEqual([]);
  });

  test('signs nothing on tiles that are not what was signed', async () => {
    await recorded(1);
    const signed = await checkpoint();
    const { bytes } = await own.database.logTile.findUniqueOrThrow({ where: { level_index: { level: 0, index: 1 } } });
    const bent = Uint8Array.from(bytes, (byte, at) => (at === 5 ? byte ^ 1 : byte));
    const put = async (what: Uint8Array) =>
      own.database.$transaction(async (tx) => {
        await tx.$executeRaw`set local session_replication_role = replica`;
        await tx.$executeRaw`update log_tile set bytes = ${what} where level = 0 and index = 1`;
      });
    await put(bent);
    expect(await publishLog(signing())).toMatchObject({ ok: false, reason: 'log-differs-from-checkpoint' });
    expect(toHex(await checkpoint())).toBe(toHex(signed));
    await put(bytes);
    expect(await publishLog(signing())).toMatchObject({ ok: true, value: { size: count } });
  });

  test('signs nothing in a database that is not the one of which it remembers the last checkpoint', async () => {
    const kept = remembered!;
    await recorded(1);
    // as after a back-up that was put back: what was signed last is not there
    await publishLog(signing());
    const last = await own.database.logCheckpoint.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
    await own.database.$transaction(async (tx) => {
      await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.$executeRaw`delete from log_checkpoint where sequence = ${last.sequence}`;
    });
    expect(await publishLog(signing())).toMatchObject({ ok: false, reason: 'log-went-back' });
    remembered = kept;
    expect(await publishLog(signing())).toMatchObject({ ok: true, value: { size: count } });
  });

  test('never signs two trees of one size, nor a smaller one: the database refuses', async () => {
    const { size, root, note } = await own.database.logCheckpoint.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
    const other = new Uint8Array(root.map((byte) => byte ^ 1));
    for (const data of [
      { size, root: other, note, signedAt: testNow },
      { size: size - 1, root: other, note, signedAt: testNow },
    ])
      await expect(own.database.logCheckpoint.create({ data })).rejects.toThrow(/log_checkpoint_goes_on/);
    for (const statement of [
      'delete from log_checkpoint',
      'truncate log_checkpoint',
      'update log_checkpoint set size = 0',
    ])
      await expect(own.database.$executeRawUnsafe(statement)).rejects.toThrow(/record_append_only/);
    for (const statement of [`update log_tile set bytes = sha256('x')`, 'delete from log_tile', 'truncate log_tile'])
      await expect(own.database.$executeRawUnsafe(statement)).rejects.toThrow(/log_tile_grows/);
    for (const statement of ['update log_key set from_size = 7', 'delete from log_key', 'truncate log_key'])
      await expect(own.database.$executeRawUnsafe(statement)).rejects.toThrow(/log_key_ends/);
  });
});

describe('another key', () => {
  test('signs the size at which it begins together with the old one, and the rest alone', async () => {
    const old = await readKeyRing(own.database);
    // a key that is not there to sign with changes nothing
    expect(await rotateLogKey(signing(), second)).toMatchObject({ ok: false, reason: 'signers-not-of-log' });
    expect(await readKeyRing(own.database)).toEqual(old);

    const both = signing({ seeds: [second, first] });
    expect(await rotateLogKey(both, second)).toMatchObject({ ok: true, value: { size: count } });
    const turned = await readKeyRing(own.database);
    expect(turned).toMatchObject([
      { from: 0, through: count },
      { from: count, through: null },
    ]);
    const bothSigned = await checkpoint();
    for (const keys of [old, turned])
      expect(run(openCheckpoint(bothSigned, { origin, keys }), nodeMachine()).ok).toBe(true);

    await recorded(3);
    expect(await publishLog(signing({ seeds: [second] }))).toMatchObject({ ok: true, value: { size: count } });
    expect((await check(turned, count, [bothSigned])).findings).toEqual([]);
    expect(run(openCheckpoint(await checkpoint(), { origin, keys: old }), nodeMachine())).toMatchObject({ ok: false });
    // an ended key never comes back
    expect(await rotateLogKey(both, first)).toMatchObject({ ok: false, reason: 'keys-double' });
  });

  test('refuses what a thief signs with the old one beyond the size at which it ended', async () => {
    const turned = await readKeyRing(own.database);
    await recorded(1);
    const thief = await publishLog(signing({ seeds: [first], memory: null }));
    expect(thief).toMatchObject({ ok: false, reason: 'signers-not-of-log' });
    expect(turned[0]!.through).toBeLessThan(count);
  });
});
