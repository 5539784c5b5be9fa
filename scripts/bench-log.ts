import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendToLog } from '#app/modules/transparency/append-to-log.server.ts';
import { checkMirror } from '#app/modules/transparency/check-mirror.ts';
import type { KeyRing } from '#app/modules/transparency/key-ring.ts';
import { emptyTail, extendTail, rootOfTail } from '#app/modules/transparency/log-tail.ts';
import { logFolder } from '#app/modules/transparency/log-folder.server.ts';
import { nodeMachine, sha256Now } from '#app/modules/transparency/node-machine.server.ts';
import { newPrivateKey, signCheckpoint, signerFrom } from '#app/modules/transparency/signer.server.ts';
import { run, walk } from '#app/modules/transparency/steps.ts';
import { consistencyProof, inclusionProof, rootOf, tiledTree } from '#app/modules/transparency/tiled-tree.ts';
import { leafHash, verifiesConsistency, verifiesInclusion, type Hash } from '#app/modules/transparency/tree.ts';

const leaves = 1_000_000;
const rounds = 40;
const origin = 'wijkbeurs.example/bench';

/**
 * How long a log of a million leaves takes: made anew from its entries, one leaf more, and the proofs of one. The target is
 * under ten milliseconds for a leaf more and for a proof. The yardstick is one SHA-256 of a node, in the same run.
 */
export async function benchLog(): Promise<void> {
  const signer = signerFrom(newPrivateKey(origin));
  const keys: KeyRing = [{ key: signer.key, from: 0, through: null }];
  const folder = await mkdtemp(join(tmpdir(), 'wijkbeurs-bench-log-'));
  const disk = logFolder(folder);
  const machine = nodeMachine();
  const entries = Array.from({ length: leaves }, (_, at) => sha256Now(Buffer.from(`bench ${at}`)));
  const node = new Uint8Array(65);
  const hashes = 200_000;
  const yardstick = (took(() => repeat(hashes, () => sha256Now(node))) * 1000) / hashes;
  console.log(
    `\n${`log of ${leaves} leaves`.padEnd(34)}${'times'.padStart(9)}${'p50 ms'.padStart(9)}${'p95 ms'.padStart(9)}${'× yardstick'.padStart(14)}`,
  );
  const tell = (what: string, times: number[]) => {
    const sorted = [...times].sort((one, other) => one - other);
    const [p50, p95] = [0.5, 0.95].map((part) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0);
    const columns = [
      String(times.length).padStart(9),
      (p50 ?? 0).toFixed(2).padStart(9),
      (p95 ?? 0).toFixed(2).padStart(9),
    ];
    console.log(`${what.padEnd(34)}${columns.join('')}${(((p50 ?? 0) * 1000) / yardstick).toFixed(0).padStart(14)}`);
  };

  try {
    const start = performance.now();
    const { tail, files } = run(extendTail(emptyTail, entries), machine);
    const root = run(rootOfTail(tail), machine);
    tell('made anew from its entries', [performance.now() - start]);

    const writing = performance.now();
    for (const { path, bytes } of files) await disk.write(path, bytes);
    await disk.write('checkpoint', signCheckpoint({ origin, size: leaves, root }, [signer]));
    tell(`written, ${files.length} files`, [performance.now() - writing]);

    const reader = { ...machine, readFile: async (path: string) => disk.read(path) };
    const inclusion = await timed(async (round) => {
      const index = (round * 7919 * 131) % leaves;
      const proof = await walk(inclusionProof(tiledTree(leaves), index), reader);
      const leaf = run(leafHash(entries[index] ?? node), machine);
      if (!run(verifiesInclusion({ index, size: leaves, leaf, root }, proof), machine)) throw new Error('no proof');
    });
    tell('proof of a leaf, from files', inclusion);
    const proofs: { size: number; proof: Hash[] }[] = [];
    const consistency = await timed(async (round) => {
      const size = 1 + ((round * 7907 * 131) % leaves);
      proofs.push({ size, proof: await walk(consistencyProof(tiledTree(leaves), size), reader) });
    });
    for (const { size, proof } of proofs) {
      const earlier = { size, root: await walk(rootOf(tiledTree(leaves), size), reader) };
      if (!run(verifiesConsistency(earlier, { size: leaves, root }, proof), machine)) throw new Error('no proof');
    }
    tell('proof of an earlier size', consistency);

    const held = new Map(files.map(({ path, bytes }) => [path, bytes]));
    const checkpoint = signCheckpoint({ origin, size: leaves, root }, [signer]);
    const check = nodeMachine((path) => (path === 'checkpoint' ? checkpoint : (held.get(path) ?? null)));
    const paths = [...held.keys(), 'checkpoint'];
    const checking = performance.now();
    const { findings } = run(checkMirror(paths, { origin, keys }), check);
    tell('whole mirror checked', [performance.now() - checking]);
    if (findings.length > 0) throw new Error(`the log is wrong: ${JSON.stringify(findings[0])}`);

    const memory = {
      read: async (path: string) => Promise.resolve(path === 'checkpoint' ? checkpoint : (held.get(path) ?? null)),
      write: async () => Promise.resolve(),
    };
    for (const [what, to] of [
      ['a leaf more, signed', memory],
      ['a leaf more, signed, in files', disk],
    ] as const) {
      const appending = await timed(async (round) => {
        const entry = sha256Now(Buffer.from(`more ${round}`));
        const done = await appendToLog(to, { origin, keys, signers: [signer] }, [entry]);
        if (!done.ok) throw new Error(done.reason);
      });
      tell(what, appending);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function took(what: () => void): number {
  const start = performance.now();
  what();
  return performance.now() - start;
}

function repeat(times: number, what: () => void): void {
  for (let time = 0; time < times; time += 1) what();
}

async function timed(what: (round: number) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await what(round);
    times.push(performance.now() - start);
  }
  return times;
}
