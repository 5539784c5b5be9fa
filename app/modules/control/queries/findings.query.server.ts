import type { Instant } from '#app/kernel/instant.ts';
import { unsoundDecisions } from '#app/modules/decisions/queries/unsound-decisions.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { invariantNames, mostOffenders, type Finding, type InvariantName } from '../invariant.ts';
import { logInvariants } from './log-invariants.server.ts';
import { moneyInvariants, type Question } from './money-invariants.server.ts';
import { donutInvariants } from './donut-invariants.server.ts';
import { datedAhead, recordInvariants, unsoundReports } from './record-invariants.server.ts';

/**
 * Looks whether every invariant holds, on one moment of the live data: what others write meanwhile is not seen, and nothing
 * is written. Reads the whole ledger, so it takes longer with more entries.
 * @param names which to look at
 */
export async function findings(
  database: Database,
  now: Instant,
  names: readonly InvariantName[] = invariantNames,
): Promise<{ entries: number; findings: readonly Finding[] }> {
  const questions: Record<InvariantName, Question> = {
    ...moneyInvariants,
    ...recordInvariants,
    ...donutInvariants,
    ...logInvariants,
    'receipts-recompute': async (tx) => [
      ...(await unsoundDecisions(tx)).slice(0, mostOffenders).map((number) => ({ offender: `decision/${number}` })),
      ...(await unsoundReports(tx)),
    ],
    'not-in-future': async (tx) => datedAhead(tx, now),
  };
  return database.$transaction(
    async (tx) => {
      await tx.$executeRaw`set transaction read only`;
      const found: Finding[] = [];
      for (const invariant of names) {
        const rows = await questions[invariant](tx);
        found.push({ invariant, offenders: rows.map(({ offender }) => offender) });
      }
      return { entries: await tx.ledgerEntry.count(), findings: found };
    },
    { isolationLevel: 'RepeatableRead', maxWait: 10_000, timeout: 300_000 },
  );
}
