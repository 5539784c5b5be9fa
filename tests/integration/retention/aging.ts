import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { removePastRetention } from '#app/modules/retention/commands/remove-past-retention.server.ts';
import type { RetentionKind } from '#app/modules/retention/retention.ts';
import type { Database } from '#app/platform/database.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import type { AllowanceScene } from '#tests/integration/allowances/scene.ts';
import { useTestDatabase, type TestDatabase } from '#tests/support/database.ts';

/**
 * A database for tests that look through all kinds again and again. PostgreSQL otherwise plans the view of all of them anew for each
 * kind, which takes sixty times as long as looking.
 */
export const useAgingDatabase = (): TestDatabase =>
  useTestDatabase(undefined, { plan_cache_mode: 'force_generic_plan' });

/** Which file tests which kinds of data. */
export const kindsOf = {
  volunteers: ['receipts', 'claims', 'claims-refused', 'claim-notes', 'sign-ups', 'ages', 'elsewhere'],
  bank: ['bank-accounts', 'bank-account-rests', 'bank-looks', 'payment-lines', 'bank-checks', 'statement-words'],
  payments: ['payment-reasons', 'batch-notes', 'stripe-accounts', 'stripe-events', 'gift-names', 'refund-reasons'],
  people: [
    'accounts-unused',
    'sessions',
    'sign-in-codes',
    'subscribers-unconfirmed',
    'email-changes',
    'second-factor-tries',
    'conversations',
    'portfolios-left',
    'keeper-invitations',
    'portfolio-claims',
    'demo-mails',
    'organisation-requests',
    'interest-notes',
    'households',
    'loose-evidence',
    'removed-photos',
  ],
  gatherings: [
    'gathering-unconfirmed',
    'gathering-wishes',
    'gathering-registrations',
    'gathering-visits',
    'gathering-promisers',
    'gathering-hidden-notes',
    'gathering-note-names',
  ],
  integrity: ['standing-interest-notes', 'standing-interests', 'integrity-texts', 'integrity-looks'],
  minutes: ['minutes-names'],
  actions: ['action-people'],
  votes: ['vote-rights', 'vote-tables', 'vote-signals'],
} as const satisfies Record<string, readonly RetentionKind[]>;

type Group = keyof typeof kindsOf;
type Untested = Exclude<RetentionKind, (typeof kindsOf)[Group][number]>;

/** Two rows of a kind that differ in their age alone, and how many of them still hold what is removed. */
export type Pair = { old: () => Promise<void>; left: () => Promise<number> };

/** Does not compile while a kind of data is tested nowhere. */
export type PairsOf<Name extends Group> = [Untested] extends [never]
  ? Record<(typeof kindsOf)[Name][number], () => Promise<Pair>>
  : never;

/** Past every period, as SQL. */
export const longAgo = `now() - interval '40 years'`;

/** Does what no rule allows, to make rows as old as they will be some day. */
export async function backdate(database: Database, ...statements: string[]): Promise<void> {
  await database.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
  });
}

/** The same twice, the first of which gets old. */
export async function two(make: (which: 'old' | 'fresh') => Promise<unknown>): Promise<void> {
  await make('old');
  await make('fresh');
}

/** Whatever year it is when this runs, what was just made is of this year: the database judges by its own clock. */
export async function recent(database: Database, { activityId }: AllowanceScene): Promise<void> {
  await backdate(
    database,
    `update allowance_claim set answered_at = case when answered_at is not null then now() end,
       day = date_trunc('year', now())::date + case day when '2026-11-02' then 0 else 1 end
       where activity_id = '${activityId}'`,
    `update activity set ends_on = (now() + interval '100 days')::date where id = '${activityId}'`,
    `update activity_volunteer set signed_up_at = now() where activity_id = '${activityId}'`,
  );
}

/** How many rows of a kind were counted as removed. */
export async function counted(database: Database, kind: RetentionKind): Promise<number> {
  const rows = await database.retentionRemoval.findMany({ where: { kind } });
  return rows.reduce((sum, { removed }) => sum + removed, 0);
}

/** Of each kind: nothing goes while both are fresh, the old one goes once, and the other stays. */
export function eachGoesAfterItsPeriod<Name extends Group>(
  own: TestDatabase,
  name: Name,
  pairs: PairsOf<Name>,
  settle: () => Promise<void>,
): void {
  const kinds: readonly (keyof PairsOf<Name> & RetentionKind)[] = kindsOf[name];
  describe.each(kinds)('%s', (kind) => {
    test('stays for its period and goes after it, once, and is counted', async () => {
      const { old, left } = await pairs[kind]();
      await settle();
      expect((await removePastRetention(own.database)).get(kind)).toBeUndefined();
      expect(await left()).toBe(2);
      await old();
      const before = await counted(own.database, kind);
      expect((await removePastRetention(own.database)).get(kind)).toBe(1);
      expect(await left()).toBe(1);
      expect((await counted(own.database, kind)) - before).toBe(1);
      expect((await removePastRetention(own.database)).size).toBe(0);
    });
  });
}

/** Two bank accounts that ended, with their numbers or without. */
export async function twoAccounts(database: Database, { sealed }: { sealed: boolean }): Promise<string[]> {
  const accounts = [newId(), newId()];
  for (const account of accounts) {
    await database.bankAccount.create({
      data: {
        id: account,
        personId: await makePerson(database),
        sealed: Buffer.alloc(60, 1),
        keyId: '1',
        ibanMark: 'a'.repeat(64),
        country: 'NL',
        lastFour: '1234',
        addedAt: testNow,
      },
    });
    const erased = sealed ? {} : { sealed: Buffer.alloc(0), ibanMark: '' };
    await database.bankAccount.update({ where: { id: account }, data: { endedAt: new Date(), ...erased } });
  }
  return accounts;
}
