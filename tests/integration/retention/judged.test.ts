import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { removePastRetention } from '#app/modules/retention/commands/remove-past-retention.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { approve, claim, makeAllowances, volunteer, type AllowanceScene } from '#tests/integration/allowances/scene.ts';
import { ruleOf } from '#tests/integration/scoring/scene.ts';
import { backdate, counted, twoAccounts, useAgingDatabase } from './aging.ts';

const own = useAgingDatabase();
let scene: AllowanceScene;

beforeEach(async () => {
  await removePastRetention(own.database);
  scene = await makeAllowances(own.database);
});

const claimsOf = async (personId = scene.volunteerId) =>
  own.database.allowanceClaim.findMany({ where: { personId }, orderBy: { day: 'asc' } });

describe('nothing else', () => {
  test('goes while the removing runs: every row is judged by the database itself', async () => {
    await claim(own.database, scene, { day: '2026-11-02' });
    await approve(own.database, scene);
    const [mine] = await claimsOf();
    const running = async (statement: string) =>
      ruleOf(
        own.database.$transaction(async (tx) => {
          await tx.$executeRaw`select set_config('wijkbeurs.retention', 'on', true)`;
          await tx.$executeRawUnsafe(statement);
        }),
      );
    const where = `where id = '${mine?.id ?? ''}'`;
    expect(await running(`delete from allowance_claim ${where}`)).toBe('record_append_only');
    expect(await running(`update allowance_claim set note = '' ${where}`)).toBe('claim_closed');
    expect(await running(`update allowance_claim set amount_cents = 1 ${where}`)).toBe('claim_closed');
    const joined = `where person_id = '${scene.volunteerId}'`;
    expect(await running(`delete from activity_volunteer ${joined}`)).toBe('record_append_only');
    const [account = ''] = await twoAccounts(own.database, { sealed: true });
    expect(await running(`update bank_account set sealed = '', iban_mark = '' where id = '${account}'`)).toBe(
      'bank_account_fixed',
    );
    // past its period, but more than is removed
    await backdate(own.database, `update allowance_claim set day = '2010-03-01' ${where}`);
    expect(await running(`update allowance_claim set amount_cents = 1, note = '', answer = '' ${where}`)).toBe(
      'claim_closed',
    );
    expect(
      await running(
        `insert into retention_removal (kind, day, removed) values ('claims', now()::date, 5), ('claims', now()::date, 5)`,
      ),
    ).not.toBeNull();
  });

  test('goes without it, however old', async () => {
    await claim(own.database, scene, { day: '2026-11-02' });
    await approve(own.database, scene);
    await backdate(
      own.database,
      `update allowance_claim set day = '2010-03-04' where person_id = '${scene.volunteerId}'`,
    );
    const where = { personId: scene.volunteerId };
    expect(await ruleOf(own.database.allowanceClaim.deleteMany({ where }))).toBe('record_append_only');
    expect(await ruleOf(own.database.allowanceClaim.updateMany({ where, data: { note: '' } }))).toBe('claim_closed');
    expect(
      await ruleOf(own.database.retentionRemoval.create({ data: { kind: 'claims', day: testNow, removed: 1 } })),
    ).toBe('record_append_only');
  });
});

test('the ledger and the sums stay whole when the people are gone from them', async () => {
  const second = await volunteer(own.database, scene);
  for (const personId of [scene.volunteerId, second]) await claim(own.database, scene, { personId, day: '2026-11-02' });
  await approve(own.database, scene);
  const state = async () => {
    const [sums] = await own.database.$queryRaw<{ claimed: bigint; needed: bigint }[]>`
      select claimed_cents(${scene.activityId}::uuid) as claimed, needed_of_promise(${scene.decisionId}::uuid) as needed`;
    return sums;
  };
  const before = await state();
  await backdate(
    own.database,
    `update allowance_claim set day = '2010-03-04' where activity_id = '${scene.activityId}'`,
  );
  expect((await removePastRetention(own.database)).get('claims')).toBe(2);
  expect(await state()).toEqual(before);
  const left = await own.database.allowanceClaim.findMany({
    where: { activityId: scene.activityId },
    include: { person: true },
  });
  // two people on one day are two claims still
  expect(
    left.map(({ day, note, amountCents, person }) => [day.toISOString().slice(0, 10), note, amountCents, person.name]),
  ).toEqual([
    ['2010-03-01', '', 560, ''],
    ['2010-03-01', '', 560, ''],
  ]);
  expect(JSON.stringify(left)).not.toContain(second);
  const found = await findings(own.database, testNow);
  expect(found.findings.flatMap(({ offenders }) => offenders)).toEqual([]);
  // and the activity goes on
  expect(await claim(own.database, scene, { day: '2026-11-03' })).toMatchObject({ ok: true });
});

test('goes on where it was stopped, and two at once remove and count everything once', async () => {
  const people: string[] = [];
  for (let index = 0; index < 7; index += 1) people.push(await makePerson(own.database));
  await own.database.secondFactorTry.createMany({
    data: people.map((personId) => ({ id: newId(), personId, triedAt: new Date('2001-01-01') })),
  });
  const where = { personId: { in: people } };
  const before = await counted(own.database, 'second-factor-tries');
  await expect(
    own.database.$transaction(async (tx) => {
      await tx.$executeRaw`select remove_past_retention('second-factor-tries', 3)`;
      throw new Error('power cut');
    }),
  ).rejects.toThrow('power cut');
  expect(await own.database.secondFactorTry.count({ where })).toBe(7);
  await own.database.$executeRaw`select remove_past_retention('second-factor-tries', 3)`;
  expect(await own.database.secondFactorTry.count({ where })).toBe(4);
  const both = await Promise.all([removePastRetention(own.database, 2), removePastRetention(own.database, 2)]);
  expect(both.reduce((sum, removed) => sum + (removed.get('second-factor-tries') ?? 0), 0)).toBe(4);
  expect((await counted(own.database, 'second-factor-tries')) - before).toBe(7);
  expect(await own.database.secondFactorTry.count({ where })).toBe(0);
});

test('an account that was deleted does not keep its claims any longer', async () => {
  await claim(own.database, scene, { day: '2026-11-02' });
  await approve(own.database, scene);
  await own.database.person.update({ where: { id: scene.volunteerId }, data: { name: '', deletedAt: testNow } });
  await backdate(
    own.database,
    `update allowance_claim set day = '2010-03-04' where person_id = '${scene.volunteerId}'`,
  );
  expect((await removePastRetention(own.database)).get('claims')).toBe(1);
  expect(await claimsOf()).toEqual([]);
});
