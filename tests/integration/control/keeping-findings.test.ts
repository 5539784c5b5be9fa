import { expect, test } from 'vitest';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { checkLedger } from '#app/modules/control/commands/check-ledger.server.ts';
import { controlHandlers } from '#app/modules/control/mails/check-ledger.server.ts';
import { ledgerControl } from '#app/modules/control/queries/ledger-control.query.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { makeBody, makeFund, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { breakRules } from './breaking.ts';

const own = useTestDatabase();

/** Does what waits in the queue as the worker would. @returns mails sent and lines logged */
async function workOff(now: Instant) {
  const sent: Mail[] = [];
  const logged: unknown[] = [];
  const mailer = { send: async (mail: Mail) => Promise.resolve(void sent.push(mail)) };
  const log = { error: (fact: unknown) => void logged.push(fact) };
  const platform = { database: own.database, mailer, publicUrl: 'https://x.example', secret: '', now, log };
  const job = (name: string) => controlHandlers.find((one) => one.name === name);
  await job('check-ledger')?.run({ _cron: { ts: now.toISOString(), backfilled: false } }, { ...platform, jobKey: 'a' });
  const waiting = await own.database.$queryRaw<{ id: bigint; name: string; payload: unknown }[]>`
    select j.id, j.payload, t.identifier as name
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`;
  for (const { id, name, payload } of waiting) {
    await job(name)?.run(payload, { ...platform, jobKey: String(id) });
    await own.database.$executeRaw`select graphile_worker.complete_jobs(array[${id}::bigint])`;
  }
  return { sent, logged };
}

test('a violation is kept since when it was first seen, logged and mailed once, until it is whole again', async () => {
  const { database } = own;
  const office = await makeBody(database, { slug: 'programmabureau', kind: 'programme' });
  for (const locale of ['nl', 'en'] as const) {
    const personId = await makePerson(database, { locale, email: `${locale}@wijkbeurs.example` });
    await makeMembership(database, { personId, bodyId: office, role: 'administrator' });
  }
  const treasurer = await makePerson(database);
  await makeMembership(database, { personId: treasurer, bodyId: office, role: 'treasurer' });
  const fundId = await makeFund(database, { bodyId: office });
  const { slug, availableAccountId } = await database.fund.findUniqueOrThrow({ where: { id: fundId } });
  const offender = `ledger_account/fund:${slug}:available`;
  const add = async (cents: number) =>
    breakRules(
      database,
      `update ledger_account set balance_cents = balance_cents + ${String(cents)} where id = '${availableAccountId}'`,
    );
  const at = (hours: number) => addMinutes(testNow, 60 * hours);

  expect(await ledgerControl(database, testNow)).toMatchObject({ runs: [], isLate: false });
  expect(await workOff(at(0))).toEqual({ sent: [], logged: [] });

  await add(1);
  const first = await workOff(at(1));
  expect(first.logged).toEqual([{ invariant: 'balances-add-up', offender }]);
  expect(first.sent.map(({ to }) => to).sort()).toEqual(['en@wijkbeurs.example', 'nl@wijkbeurs.example']);
  const [english, dutch] = first.sent.sort((a, b) => a.to.localeCompare(b.to));
  expect(dutch?.subject).toBe('Het grootboek klopt niet: 1 regel');
  expect(english?.text).toContain('The balance of each account is the sum of its entries.');
  expect(`${dutch?.text ?? ''}${dutch?.html ?? ''}`).not.toMatch(/\{\{|control:|undefined/);
  expect(dutch?.text).toContain('https://x.example/beheer/grootboekcontrole');

  // the same once more tells nobody again
  expect(await workOff(at(2))).toEqual({ sent: [], logged: [] });
  const seen = await ledgerControl(database, at(2));
  expect(seen.runs.map(({ brokenRules, newViolations }) => [brokenRules, newViolations])).toEqual([
    [1, 0],
    [1, 1],
    [0, 0],
  ]);
  expect(seen.rules.find(({ name }) => name === 'balances-add-up')?.violations).toEqual([{ offender, since: at(1) }]);
  expect(seen.rules.filter(({ violations }) => violations.length > 0)).toHaveLength(1);

  await add(-1);
  expect(await workOff(at(3))).toEqual({ sent: [], logged: [] });
  const whole = await ledgerControl(database, at(3));
  expect(whole.rules.every(({ violations }) => violations.length === 0)).toBe(true);
  expect(whole.mended).toEqual([{ name: 'balances-add-up', offender, since: at(1), goneAt: at(3) }]);
  expect(whole.isLate).toBe(false);
  expect((await ledgerControl(database, addMinutes(at(6), 1))).isLate).toBe(true);

  // what comes back is new
  await add(1);
  expect((await workOff(at(4))).sent).toHaveLength(2);
  // two checks at once count it once
  await add(-1);
  await checkLedger(database, at(5));
  await add(1);
  await Promise.all([checkLedger(database, at(6)), checkLedger(database, at(6))]);
  expect(await database.ledgerViolation.count({ where: { goneAt: null } })).toBe(1);
  // what was found stays on record
  await expect(database.ledgerViolation.deleteMany()).rejects.toThrow(/record_append_only/);
  await expect(database.ledgerCheck.deleteMany()).rejects.toThrow(/record_append_only/);
});
