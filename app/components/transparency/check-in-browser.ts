import { utf8 } from '#app/modules/transparency/bytes.ts';
import { parseKeyRing } from '#app/modules/transparency/key-ring.ts';
import type { TrustedLog } from '#app/modules/transparency/log-view.ts';
import { parseProof } from '#app/modules/transparency/proof-file.ts';
import { walk } from '#app/modules/transparency/steps.ts';
import { checkpointPath } from '#app/modules/transparency/tile.ts';
import { verifyLeaf, type VerifyRefusal } from '#app/modules/transparency/verify/verify-leaf.ts';
import { checksSignatures, webMachine } from '#app/modules/transparency/web-machine.ts';

export type CheckResult =
  | { outcome: 'unchanged'; index: number; size: number; sinceSize: number | null }
  | { outcome: 'differs'; reason: VerifyRefusal | 'keys-wrong' }
  | { outcome: 'cannot'; reason: 'no-signatures' | 'not-secure' | 'no-answer' | 'leaf-not-yet-in-log' };

const logFolder = '/transparantie/log/';
/** The last checkpoint that this browser saw: the log must be its continuation the next time. */
const seenKey = 'wijkbeurs.log';

/**
 * Checks in this browser that what was published is in the log as it is published now: its SHA-256, its leaf, the way to the
 * root, the signature under it, and that the log only grew since this browser looked last.
 */
export async function checkInBrowser(
  { proofHref, publicationHref }: { proofHref: string; publicationHref: string },
  { origin, keys }: TrustedLog,
): Promise<CheckResult> {
  if (!window.isSecureContext) return { outcome: 'cannot', reason: 'not-secure' };
  if (!(await checksSignatures())) return { outcome: 'cannot', reason: 'no-signatures' };
  try {
    const machine = webMachine(async (path) => fetched(`${logFolder}${path}`));
    const [proofBytes, publication] = await Promise.all([fetched(proofHref), fetched(publicationHref)]);
    if (proofBytes === null || publication === null) return { outcome: 'cannot', reason: 'no-answer' };
    const proof = parseProof(proofBytes);
    if (!proof.ok) return { outcome: 'differs', reason: 'leaf-malformed' };
    const ring = await walk(parseKeyRing(keys), machine);
    if (!ring.ok) return { outcome: 'differs', reason: 'keys-wrong' };
    const seen = lastSeen(origin);
    const given = { leaf: proof.value.leaf, publication, ...(seen === null ? {} : { earlier: utf8(seen.note) }) };
    const checked = await walk(verifyLeaf(given, { origin, keys: ring.value }), machine);
    if (!checked.ok)
      return checked.reason === 'leaf-not-yet-in-log'
        ? { outcome: 'cannot', reason: checked.reason }
        : { outcome: 'differs', reason: checked.reason };
    const { index, checkpoint } = checked.value;
    await remember(origin, checkpoint.size);
    return { outcome: 'unchanged', index, size: checkpoint.size, sinceSize: seen?.size ?? null };
  } catch {
    // no network, or an answer that breaks off
    return { outcome: 'cannot', reason: 'no-answer' };
  }
}

/** @returns null when there is no such file */
async function fetched(href: string): Promise<Uint8Array | null> {
  const answer = await fetch(href, { cache: 'no-cache', credentials: 'omit' });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${href}: ${String(answer.status)}`);
  return new Uint8Array(await answer.arrayBuffer());
}

type Seen = { origin: string; size: number; note: string };

function lastSeen(origin: string): Seen | null {
  try {
    const seen = JSON.parse(localStorage.getItem(seenKey) ?? 'null') as Partial<Seen> | null;
    return seen?.origin === origin && typeof seen.note === 'string' && typeof seen.size === 'number'
      ? { origin, size: seen.size, note: seen.note }
      : null;
  } catch {
    return null;
  }
}

/** Where a browser keeps nothing, each check stands by itself. */
async function remember(origin: string, size: number): Promise<void> {
  try {
    const note = await fetched(`${logFolder}${checkpointPath}`);
    if (note !== null)
      localStorage.setItem(seenKey, JSON.stringify({ origin, size, note: new TextDecoder().decode(note) }));
  } catch {
    // private windows
  }
}
