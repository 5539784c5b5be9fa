import { publishLog } from '#app/modules/transparency/commands/publish-log.server.ts';
import { recordLeaf } from '#app/modules/transparency/commands/record-leaf.server.ts';
import { publishLogJob } from '#app/modules/transparency/jobs.server.ts';
import { proofOf } from '#app/modules/transparency/queries/in-log.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';

const rounds = 200;
const many = 100_000;

/**
 * What the log costs whoever publishes: a transaction that puts a record in it, beside the same transaction that only queues the
 * job; then signing one leaf more, and the proof of one. With what the demo has, and with a hundred thousand leaves behind it.
 */
export async function benchLogInDatabase(database: Database): Promise<void> {
  console.log(
    `\n${'log in PostgreSQL'.padEnd(44)}${'times'.padStart(9)}${'p50 ms'.padStart(9)}${'p95 ms'.padStart(9)}`,
  );
  const signing = { database, now: new Date(), seeds: [new Uint8Array(32).fill(9)], origin: 'wijkbeurs.example/bench' };
  let next = 0;
  const record = () => {
    next += 1;
    const number = `2099-${String(next).padStart(6, '0')}`;
    return { kind: 'decision', version: 1, number, publishedOn: '2099-01-01', sha256: 'ab'.repeat(32) } as const;
  };
  for (const leaves of [0, many]) {
    if (leaves > 0) await fill(database, leaves);
    await publishAll(signing);
    const behind = await database.logLeaf.count();
    const only = async () => database.$transaction(async (tx) => enqueue(tx, publishLogJob, {}, 'publish-log'));
    await tell(`queueing alone, ${behind} leaves`, only);
    await tell(`a record put in, ${behind} leaves`, async () =>
      database.$transaction(async (tx) => recordLeaf(tx, record(), signing.now)),
    );
    await publishAll(signing);
    const publishing: number[] = [];
    for (let round = 0; round < rounds / 4; round += 1) {
      await database.$transaction(async (tx) => recordLeaf(tx, record(), signing.now));
      publishing.push(await timed(async () => publishAll(signing)));
    }
    print(`signed and published, ${behind} leaves`, publishing);
    await tell(`proof of a leaf, ${behind} leaves`, async () =>
      proofOf(database, { kind: 'decision', subject: `2099-${String(1 + (next % 100)).padStart(6, '0')}` }),
    );
  }
}

async function publishAll(signing: Parameters<typeof publishLog>[0]): Promise<void> {
  const done = await publishLog(signing);
  if (!done.ok) throw new Error(done.reason);
}

async function fill(database: Database, leaves: number): Promise<void> {
  await database.$executeRaw`
    insert into log_leaf (id, kind, subject, entry, salt, record, recorded_at)
    select gen_random_uuid(), 'correction', '2098-000001', sha256(convert_to(E'wijkbeurs.leaf/1\n', 'UTF8') || salt || convert_to('{}', 'UTF8')), salt, '{}', now()
    from (select sha256(convert_to(gen_random_uuid()::text, 'UTF8')) as salt from generate_series(1, ${leaves}::int)) salts`;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function tell(what: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await timed(work));
  print(what, times);
}

function print(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(2).padStart(9);
  console.log(`${what.padEnd(44)}${String(times.length).padStart(9)}${at(0.5)}${at(0.95)}`);
}
