import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { invariantNames, type InvariantName } from '#app/modules/control/invariant.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { makeMoneySource } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { sharedDemo } from '#tests/support/demo.ts';
import { breakRules } from './breaking.ts';

/** The demo, as somebody finds it after the first start. */
const own = useTestDatabase(sharedDemo);

async function broken(): Promise<Map<InvariantName, readonly string[]>> {
  const { findings: found } = await findings(own.database, new Date());
  return new Map(found.map(({ invariant, offenders }) => [invariant, offenders]));
}

/** `npm run check:ledger`, as CI runs it. */
async function script(url: string): Promise<{ code: number; said: string }> {
  const file = fileURLToPath(new URL('../../../scripts/check-ledger.ts', import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [file], { env: { ...process.env, DATABASE_URL: url } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr });
    });
  });
}

test('everything holds in the demo, and the script says so', async () => {
  expect([...(await broken())].filter(([, offenders]) => offenders.length > 0)).toEqual([]);
  const { code, said } = await script(own.url);
  expect(said).toContain(`${String(invariantNames.length)} rules, 0 broken`);
  expect(code).toBe(0);
});

test('the script says so when it cannot look', async () => {
  const nowhere = new URL(own.url);
  nowhere.pathname = '/bestaat-niet';
  const { code, said } = await script(nowhere.href);
  expect(code).toBe(2);
  expect(said).toContain('no database of that name');
});

const commitment = `(select id from ledger_entry where kind = 'commitment' order by sequence limit 1)`;
const change = `(select id from budget_change where state = 'approved' order by number limit 1)`;
const grant = `(select decision_id from ledger_entry where id = ${commitment})`;
const anyAccount = (kind: string) => `(select id from ledger_account where kind = '${kind}' order by code limit 1)`;
const someEntry = (kind: string, more: string) =>
  `insert into ledger_entry (id, kind, idempotency_key, description, occurred_at, proposer_id, approver_id, ${more.split('|')[0] ?? ''})
   select gen_random_uuid(), '${kind}', gen_random_uuid()::text, 'Proef', now(), proposer_id, approver_id, ${more.split('|')[1] ?? ''}
   from budget_change where id = ${change}`;

/** What somebody who owns the tables could do, and the invariant that names it. Later ones stand on earlier ones. */
const deeds: [InvariantName, ...string[]][] = [
  ['commitments-have-grant', `update decision set amount_cents = amount_cents + 1 where id = ${grant}`],
  [
    'balances-add-up',
    `update ledger_account set balance_cents = balance_cents + 1 where id = ${anyAccount('available')}`,
  ],
  [
    'days-add-up',
    `update ledger_day set balance_cents = balance_cents + 1 where account_id = ${anyAccount('available')}`,
  ],
  ['promises-add-up', 'update decision_day set amount_cents = amount_cents + 1 where spending_id is not null'],
  [
    'accounts-above-floor',
    'alter table ledger_account drop constraint fund_not_overcommitted',
    `update ledger_account set balance_cents = -1 where id = ${anyAccount('paid')}`,
  ],
  [
    'accounts-belong',
    `insert into ledger_account (id, code, name, kind, floor_cents) values ('${newId()}', 'zwerver', '', 'available', 0)`,
  ],
  [
    'two-persons',
    'alter table ledger_entry drop constraint ledger_entry_two_persons',
    `update ledger_entry set approver_id = proposer_id where id = ${commitment}`,
  ],
  ['receipts-recompute', `update decision set receipt = 'x' where id = ${grant}`],
  ['changes-have-entry', `update budget_change set amount_cents = amount_cents + 1 where id = ${change}`],
  ['numbers-without-gaps', 'update budget_change_counter set last = last + 1'],
  [
    'donut-splits-add-up',
    `update donut_split set recipients = 2, share_cents = available_cents / 2, remainder_cents = available_cents % 2
       where state = 'confirmed'`,
  ],
  [
    'donut-decisions-follow',
    `update donut_verdict set rewarded = true, set_aside_reason = '' where set_aside_reason <> ''`,
  ],
  ['entries-balance', `update posting set amount_cents = amount_cents + 1 where line = 0 and entry_id = ${commitment}`],
  ['days-above-floor', `update ledger_entry set occurred_at = '2000-01-01' where id = ${commitment}`],
  ['not-in-future', `update ledger_entry set occurred_at = '2999-01-01' where change_id = ${change}`],
  [
    'within-commitment',
    `insert into posting (entry_id, line, account_id, amount_cents)
       select entry_id, 9, account_id, -2 * amount_cents from posting
       where entry_id = ${commitment} and account_id in (select id from ledger_account where kind = 'committed')`,
  ],
  [
    'overprogramming-stated',
    `insert into posting (entry_id, line, account_id, amount_cents)
       select ${commitment}, 8, overprogrammed_account_id, -10000000000 from money_source limit 1`,
  ],
  [
    'payments-have-commitment',
    someEntry('payment', `decision_id, change_id|(select id from decision where id <> ${grant} limit 1), null`),
    `insert into posting (entry_id, line, account_id, amount_cents)
       select id, 90, ${anyAccount('committed')}, -5 from ledger_entry where kind = 'payment'`,
  ],
  [
    'entries-have-change',
    `update budget_change set state = 'proposed', number = null, approver_id = null, answered_at = null where id = ${change}`,
  ],
  ['corrections-undo', someEntry('correction', `corrects_id, change_id|${commitment}, null`)],
  ['openings-from-outside', `update ledger_entry set kind = 'opening' where kind = 'payment'`],
  ['grants-have-commitment', `update ledger_entry set kind = 'move' where id = ${commitment}`],
];

describe('who reaches past the rules is found out', () => {
  beforeAll(async () => {
    // the owner of the tables can drop what stands in the way
    for (const name of [
      'ledger_entry_change',
      'ledger_entry_opening',
      'ledger_entry_correction',
      'ledger_entry_commitment',
    ])
      await own.database.$executeRawUnsafe(`alter table ledger_entry drop constraint ${name}`);
  });

  test.each(deeds)('%s', async (invariant, ...statements) => {
    const before = (await broken()).get(invariant) ?? [];
    await breakRules(own.database, ...statements);
    const after = (await broken()).get(invariant) ?? [];
    expect(after.filter((offender) => !before.includes(offender))).not.toEqual([]);
  });

  test('within-one-source', async () => {
    const source = await makeMoneySource(own.database);
    await breakRules(
      own.database,
      `update posting set account_id = (select unallocated_account_id from money_source where id = '${source}')
         where line = 1 and entry_id = ${commitment.replace('commitment', 'budget')}`,
    );
    expect((await broken()).get('within-one-source')).not.toEqual([]);
  });

  test('and then the script names each in two languages, with who breaks it, and ends with 1', async () => {
    const { code, said } = await script(own.url);
    expect(code).toBe(1);
    const now = await broken();
    expect([...now.values()].filter((offenders) => offenders.length > 0).length).toBeGreaterThan(15);
    for (const [name, offenders] of now) {
      expect(said).toContain(`${offenders.length === 0 ? 'ok  ' : 'FAIL'} ${name}\n`);
      for (const offender of offenders) expect(said).toContain(`- ${offender}\n`);
    }
    expect(said).toContain('Wie iets voorstelt, keurt het nooit zelf goed.');
    expect(said).toContain('Who proposes something never approves it.');
    expect(said).toContain('- ledger_account/zwerver');
  });
});
