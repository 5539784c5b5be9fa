import { expect, test } from 'vitest';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { openDatabase } from '#app/platform/database.server.ts';
import { makeFund, makeMoneySource, testNow } from '#tests/factories/index.ts';
import { makeScene } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { confirmGrant, prepareGrants, type Grant } from './grants.ts';

const own = useTestDatabase();

const connections = 8;
const commitments = 1000;
const each = 100_00;
const fits = 137;
/** Too little for one more. */
const rest = each - 1;

test('a thousand commitments over eight connections at once: the fund gives what it holds, none lost, none double', async () => {
  const { database } = own;
  const scene = await makeScene(database);
  const moneySourceId = await makeMoneySource(database);
  const fundId = await makeFund(database, {
    bodyId: scene.bodyId,
    moneySourceId,
    amountCents: fits * each + rest,
  });
  const grants = await prepareGrants(database, scene, fundId, Array<number>(commitments).fill(each));
  const before = await database.ledgerEntry.count();

  const open = Array.from({ length: connections }, () => openDatabase(own.url));
  const said = await Promise.all(
    open.map(async (connection, index) => {
      const outcomes: [Grant, 'promised' | 'fund-exhausted'][] = [];
      for (const grant of grants.filter((_, place) => place % connections === index)) {
        const outcome = await confirmGrant(connection, grant);
        outcomes.push([grant, outcome.ok ? 'promised' : outcome.reason]);
      }
      return outcomes;
    }),
  );
  await Promise.all(open.map(async (connection) => connection.$disconnect()));

  const promised = said.flat().filter(([, outcome]) => outcome === 'promised');
  expect(promised).toHaveLength(fits);
  expect(said.flat()).toHaveLength(commitments);
  expect(said.every((one) => one.length === commitments / connections)).toBe(true);
  const fund = await database.fund.findUniqueOrThrow({
    where: { id: fundId },
    include: { available: true, committed: true },
  });
  expect([fund.available.balanceCents, fund.committed.balanceCents]).toEqual([BigInt(rest), BigInt(fits * each)]);

  // whoever was told yes has exactly one commitment, whoever was told no has nothing
  const entries = await database.ledgerEntry.findMany({ where: { kind: 'commitment' }, select: { decisionId: true } });
  expect(entries.map(({ decisionId }) => decisionId).sort()).toEqual(
    promised.map(([{ decisionId }]) => decisionId).sort(),
  );
  expect(await database.ledgerEntry.count()).toBe(before + fits);
  expect(await database.decision.count({ where: { state: 'prepared' } })).toBe(commitments - fits);
  const { findings: found } = await findings(database, testNow);
  const broken = found.filter(({ offenders }) => offenders.length > 0).map(({ invariant }) => invariant);
  // these short publications are no real ones, and not in the log; everything else holds, the numbers without gaps among it
  expect(broken).toEqual(['receipts-recompute', 'record-in-log', 'rows-as-published']);
}, 300_000);
