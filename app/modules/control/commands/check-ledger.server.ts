import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { workersFor } from '#app/modules/loket/mails/recipients.server.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { Finding, InvariantName } from '../invariant.ts';
import { mailLedgerViolation } from '../jobs.server.ts';
import { findings } from '../queries/findings.query.server.ts';

export type LedgerCheck = {
  entries: number;
  findings: readonly Finding[];
  /** What was not open after the check before: tell somebody. */
  appeared: readonly { invariant: InvariantName; offender: string }[];
};

/**
 * Checks the ledger and keeps what came out: the run, what is broken since when, and what is whole again. Administrators get
 * a mail once for what is new, in the same transaction. Two checks at once wait for each other while they write.
 */
export async function checkLedger(database: Database, now: Instant): Promise<LedgerCheck> {
  const start = performance.now();
  const found = await findings(database, now);
  const lastedMs = Math.round(performance.now() - start);
  const administrators = await workersFor(database, null, ['administrator'], dayInAmsterdam(now));
  const appeared = await database.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('ledger-check', 0))`;
    const checkId = newId(now.getTime());
    const fresh = await keepViolations(tx, found.findings, now);
    const broken = found.findings.filter(({ offenders }) => offenders.length > 0);
    await tx.ledgerCheck.create({
      data: {
        id: checkId,
        checkedAt: now,
        lastedMs,
        entries: BigInt(found.entries),
        rules: found.findings.length,
        brokenRules: broken.length,
        newViolations: fresh.length,
      },
    });
    if (fresh.length > 0) {
      const invariants = [...new Set(fresh.map(({ invariant }) => invariant))];
      for (const { id: personId } of administrators)
        await enqueue(
          tx,
          mailLedgerViolation,
          { checkId, personId, invariants },
          `mail-ledger-violation:${checkId}:${personId}`,
        );
    }
    return fresh;
  });
  return { ...found, appeared };
}

/** @returns what was not open before */
async function keepViolations(tx: Transaction, found: readonly Finding[], now: Instant) {
  const nowBroken = found.flatMap(({ invariant, offenders }) => offenders.map((offender) => ({ invariant, offender })));
  const keyOf = ({ invariant, offender }: { invariant: string; offender: string }) => `${invariant} ${offender}`;
  const open = new Map(
    (await tx.ledgerViolation.findMany({ where: { goneAt: null } })).map((row) => [keyOf(row), row.id]),
  );
  const still = new Set(nowBroken.map((one) => open.get(keyOf(one))).filter((id) => id !== undefined));
  const gone = [...open.values()].filter((id) => !still.has(id));
  await tx.ledgerViolation.updateMany({ where: { id: { in: [...still] } }, data: { lastSeenAt: now } });
  await tx.ledgerViolation.updateMany({ where: { id: { in: gone } }, data: { goneAt: now } });
  const fresh = nowBroken.filter((one) => !open.has(keyOf(one)));
  await tx.ledgerViolation.createMany({
    data: fresh.map((one) => ({ id: newId(now.getTime()), ...one, firstSeenAt: now, lastSeenAt: now })),
  });
  return fresh;
}
