import { canonicalJson } from '#app/kernel/canonical-json.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { entryOf, newSalt } from '../leaf.ts';
import { leafRecord, type LeafRecord } from '../leaf-record.ts';
import { nodeMachine } from '../node-machine.server.ts';
import { run } from '../steps.ts';

/**
 * Puts a record in the log, within the transaction that publishes what it is of: both stand, or neither. The leaf gets its
 * place when the transaction ends, and is signed and published by the worker a moment later (`log_leaf_placed`).
 * @throws ZodError for what is no record of the log; RuleBroken `log_leaf_once` when it has its leaf already (corrections may
 *   be many)
 */
export async function recordLeaf(tx: Transaction, record: LeafRecord, now: Instant): Promise<void> {
  const leaf = { record: leafRecord.parse(record), salt: newSalt() };
  await tx.logLeaf.create({
    data: {
      id: newId(now.getTime()),
      kind: leaf.record.kind,
      subject: subjectOf(leaf.record),
      entry: new Uint8Array(run(entryOf(leaf), nodeMachine())),
      salt: new Uint8Array(leaf.salt),
      record: canonicalJson(leaf.record),
      recordedAt: now,
    },
  });
}

function subjectOf(record: LeafRecord): string {
  const what = record.kind === 'correction' ? record.corrects : record;
  if (what.kind === 'ledger-day') return what.day;
  return 'vote' in what ? what.vote : what.number;
}
