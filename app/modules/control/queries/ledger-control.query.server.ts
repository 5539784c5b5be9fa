import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { LedgerControlView } from '../control-view.ts';
import { invariantNames, isInvariantName, minutesUntilLate } from '../invariant.ts';

const shownRuns = 24;
const shownMended = 50;

/** What is open, what is whole again and the last runs, at this moment. */
export async function ledgerControl(database: Database, now: Instant): Promise<LedgerControlView> {
  const [runs, open, mended] = await Promise.all([
    database.ledgerCheck.findMany({ orderBy: [{ checkedAt: 'desc' }, { id: 'desc' }], take: shownRuns }),
    database.ledgerViolation.findMany({
      where: { goneAt: null },
      orderBy: [{ firstSeenAt: 'asc' }, { offender: 'asc' }],
    }),
    database.ledgerViolation.findMany({
      where: { goneAt: { not: null } },
      orderBy: [{ goneAt: 'desc' }, { offender: 'asc' }],
      take: shownMended,
    }),
  ]);
  const newest = runs[0]?.checkedAt;
  return {
    runs: runs.map(({ id, checkedAt, lastedMs, entries, rules, brokenRules, newViolations }) => ({
      id,
      checkedAt,
      lastedMs,
      entries: Number(entries),
      rules,
      brokenRules,
      newViolations,
    })),
    isLate: newest !== undefined && addMinutes(newest, minutesUntilLate) < now,
    rules: invariantNames.map((name) => ({
      name,
      violations: open
        .filter(({ invariant }) => invariant === name)
        .map(({ offender, firstSeenAt }) => ({ offender, since: firstSeenAt })),
    })),
    mended: mended.flatMap(({ invariant, offender, firstSeenAt, goneAt }) =>
      isInvariantName(invariant) && goneAt !== null ? [{ name: invariant, offender, since: firstSeenAt, goneAt }] : [],
    ),
  };
}
