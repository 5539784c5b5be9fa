import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Transaction } from '#app/platform/database.server.ts';

/**
 * Erases what a leaf is of: its salt and record go, its 32 bytes stay, and nobody can find out any more what they were. Every proof
 * of every other leaf stays right. Who kept the proof can still show it.
 * @param line place in the log, from 0
 * @param reason why, for colleagues and auditors; 3 to 500 characters that name nobody
 */
export async function eraseLeaf(
  tx: Transaction,
  { line, reason }: { line: number; reason: string },
  now: Instant,
): Promise<Outcome<void, 'leaf-unknown' | 'leaf-erased' | 'reason-missing'>> {
  if (reason.trim().length < 3 || reason.length > 500) return refused('reason-missing');
  const row = await tx.logLeaf.findUnique({ where: { index: line }, select: { id: true, erasedAt: true } });
  if (row === null) return refused('leaf-unknown');
  if (row.erasedAt !== null) return refused('leaf-erased');
  await tx.logLeaf.update({
    where: { id: row.id },
    data: { salt: null, record: null, erasedAt: now, eraseReason: reason.trim() },
  });
  return accepted();
}
