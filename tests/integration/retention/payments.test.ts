import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { removePastRetention } from '#app/modules/retention/commands/remove-past-retention.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { ruleOf } from '#tests/integration/scoring/scene.ts';
import { backdate, eachGoesAfterItsPeriod, longAgo, useAgingDatabase, type PairsOf } from './aging.ts';

const own = useAgingDatabase();

beforeEach(async () => {
  await removePastRetention(own.database);
});

const ids = (): [string, string] => [newId(), newId()];
const gone = '(verwijderd)';

/** What somebody put back, matched by hand or took off the list: in three tables, of one kind. */
const reasons = {
  payment_put_back: (key: string, who: string) =>
    `insert into payment_put_back (id, batch_id, reason, state, proposed_by_id, proposed_at, answered_by_id, answered_at)
       values ('${key}', '${newId()}', 'Jansen woont daar niet meer', 'refused', '${who}', now(), '${newId()}', now())`,
  statement_match: (key: string, who: string) =>
    `insert into statement_match (id, item_id, line_id, note, state, proposed_by_id, proposed_at, answered_by_id, answered_at)
       values ('${key}', '${newId()}', '${newId()}', 'Dit is van Jansen', 'refused', '${who}', now(), '${newId()}', now())`,
  statement_item: (key: string, who: string) =>
    `insert into statement_item (id, bank_statement_id, position, booked_on, direction, amount_cents, state, dismissed_by_id, dismissed_at, note)
       values ('${key}', '${newId()}', 1, now()::date, 'credit', 100, 'dismissed', '${who}', now(), 'Gift van Jansen')`,
};
const dayOf = { payment_put_back: 'answered_at', statement_match: 'answered_at', statement_item: 'dismissed_at' };
const wordOf = { payment_put_back: 'reason', statement_match: 'note', statement_item: 'note' };
type Table = keyof typeof reasons;

const wordsOf = async (table: string, column: string, keys: readonly string[]) =>
  (
    await own.database.$queryRawUnsafe<{ word: string }[]>(
      `select ${column} as word from ${table} where id = any ($1::uuid[]) order by id`,
      keys,
    )
  ).map(({ word }) => word);

const kept = (words: string[]) => words.filter((word) => word !== gone && word !== '').length;

const aBatch = (key: string, who: string) =>
  `insert into payment_batch (id, number, body_id, rail, until_day, state, note, odd_reason, discard_reason, composed_by_id, composed_at,
       discarded_by_id, discarded_at, form_key)
     values ('${key}', 'V${key.slice(-9)}', '${newId()}', 'sepa', now()::date, 'discarded', 'Ook Jansen', '', 'Jansen belde', '${who}', now(),
       '${who}', now(), '${key}')`;

const anAccount = (key: string, who: string) =>
  `insert into stripe_account (id, person_id, account_id, is_ready, details_submitted, still_needed, disabled_reason, begun_at, ended_at)
     values ('${key}', '${who}', 'acct_${key.slice(-9)}', true, true, '{individual.dob}', 'requirements.past_due', now(), now())`;

const aGift = (key: string) =>
  `insert into gift (id, purpose_id, amount_cents, kind, display, name, show_amount, state, intent_id, begun_at, paid_at)
     values ('${key}', '${newId()}', 2500, 'resident', 'name', 'Fatima', true, 'paid', 'pi_${key}', now(), now())`;

const aRefund = (key: string, who: string) =>
  `insert into gift_refund (id, gift_id, amount_cents, reason, state, proposer_id, proposed_at, answerer_id, answered_at, answer)
     values ('${key}', '${newId()}', 2500, 'Fatima vroeg het', 'refused', '${who}', now(), '${newId()}', now(), 'Fatima bedacht zich')`;

const pairs: PairsOf<'payments'> = {
  'payment-reasons': async () => {
    const keys = ids();
    for (const key of keys) await backdate(own.database, reasons.payment_put_back(key, newId()));
    return {
      old: async () =>
        backdate(own.database, `update payment_put_back set answered_at = ${longAgo} where id = '${keys[0]}'`),
      left: async () => kept(await wordsOf('payment_put_back', 'reason', keys)),
    };
  },
  'batch-notes': async () => {
    const keys = ids();
    for (const key of keys) await backdate(own.database, aBatch(key, newId()));
    return {
      old: async () =>
        backdate(own.database, `update payment_batch set discarded_at = ${longAgo} where id = '${keys[0]}'`),
      left: async () =>
        Math.max(
          ...(await Promise.all(
            ['note', 'discard_reason'].map(async (column) => kept(await wordsOf('payment_batch', column, keys))),
          )),
        ),
    };
  },
  'stripe-accounts': async () => {
    const keys = ids();
    for (const key of keys) await backdate(own.database, anAccount(key, newId()));
    return {
      old: async () =>
        backdate(own.database, `update stripe_account set ended_at = ${longAgo} where id = '${keys[0]}'`),
      left: async () => own.database.stripeAccount.count({ where: { id: { in: keys } } }),
    };
  },
  'stripe-events': async () => {
    const keys = ids().map((key) => `evt_${key.replaceAll('-', '')}`);
    await own.database.stripeEvent.createMany({
      data: keys.map((key) => ({
        id: key,
        type: 'account.updated',
        objectId: 'acct_1',
        accountId: 'acct_1',
        livemode: false,
        createdAt: new Date(),
        receivedAt: new Date(),
      })),
    });
    return {
      old: async () =>
        backdate(own.database, `update stripe_event set received_at = ${longAgo} where id = '${keys[0] ?? ''}'`),
      left: async () => own.database.stripeEvent.count({ where: { id: { in: keys } } }),
    };
  },
  'gift-names': async () => {
    const keys = ids();
    for (const key of keys) await backdate(own.database, aGift(key));
    return {
      old: async () => backdate(own.database, `update gift set paid_at = ${longAgo} where id = '${keys[0]}'`),
      left: async () => own.database.gift.count({ where: { id: { in: keys }, name: 'Fatima', display: 'name' } }),
    };
  },
  'refund-reasons': async () => {
    const keys = ids();
    for (const key of keys) await backdate(own.database, aRefund(key, newId()));
    return {
      old: async () =>
        backdate(own.database, `update gift_refund set answered_at = ${longAgo} where id = '${keys[0]}'`),
      left: async () =>
        Math.max(
          kept(await wordsOf('gift_refund', 'reason', keys)),
          kept(await wordsOf('gift_refund', 'answer', keys)),
        ),
    };
  },
};

eachGoesAfterItsPeriod(own, 'payments', pairs, async () => {});

const running = async (statement: string) =>
  ruleOf(
    own.database.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('wijkbeurs.retention', 'on', true)`;
      await tx.$executeRawUnsafe(statement);
    }),
  );

describe.each(Object.keys(reasons) as Table[])('why, in %s', (table) => {
  test('goes after its period, and no day earlier whoever says that the removing runs', async () => {
    const keys = ids();
    for (const key of keys) await backdate(own.database, reasons[table](key, newId()));
    const forget = (key: string, more = '') =>
      `update ${table} set ${wordOf[table]} = '${gone}'${more} where id = '${key}'`;
    expect(await running(forget(keys[0]))).toMatch(/_fixed$/);
    await backdate(own.database, `update ${table} set ${dayOf[table]} = ${longAgo} where id = '${keys[0]}'`);
    expect(await running(`update ${table} set ${wordOf[table]} = 'Iets anders' where id = '${keys[0]}'`)).toMatch(
      /_fixed$/,
    );
    expect(await running(forget(keys[0], `, ${dayOf[table]} = now()`))).toMatch(/_fixed$/);
    expect((await removePastRetention(own.database)).get('payment-reasons')).toBe(1);
    const before = await wordsOf(table, wordOf[table], [keys[1]]);
    expect(await wordsOf(table, wordOf[table], [keys[0]])).toEqual([gone]);
    expect(before).not.toEqual([gone]);
  });
});

describe('nothing else goes while the removing runs', () => {
  test('of a payment, a refund, an account or a message of Stripe', async () => {
    const [key, who] = ids();
    await backdate(own.database, aBatch(key, who), anAccount(key, who), aRefund(key, who));
    const where = `where id = '${key}'`;
    expect(await running(`update payment_batch set note = '' ${where}`)).toBe('payment_batch_fixed');
    expect(await running(`update gift_refund set reason = '${gone}' ${where}`)).toBe('gift_refund_closed');
    expect(await running(`delete from stripe_account ${where}`)).toBe('stripe_account_fixed');
    expect(await running(`update stripe_account set account_id = null ${where}`)).toBe('stripe_account_fixed');
    // past its period, but more than is removed
    await backdate(
      own.database,
      `update payment_batch set discarded_at = ${longAgo} ${where}`,
      `update stripe_account set ended_at = ${longAgo} ${where}`,
    );
    expect(await running(`update payment_batch set note = '', state = 'draft' ${where}`)).toBe('payment_batch_fixed');
    expect(await running(`update stripe_account set person_id = '${newId()}' ${where}`)).toBe('stripe_account_fixed');
    await removePastRetention(own.database);
    await backdate(own.database, `delete from gift_refund ${where}`);
  });

  test('and without it a message of Stripe stays, however old', async () => {
    const id = `evt_${newId().replaceAll('-', '')}`;
    const at = new Date('2001-01-01');
    const event = { id, type: 'payout.paid', objectId: 'po_1', livemode: false, createdAt: at, receivedAt: at };
    await own.database.stripeEvent.create({ data: event });
    expect(await ruleOf(own.database.stripeEvent.deleteMany({ where: { id } }))).toBe('record_append_only');
    expect((await removePastRetention(own.database)).get('stripe-events')).toBe(1);
  });
});

test('an account that is used by a payment loses its number, and goes with the name of the payment', async () => {
  const personId = await makePerson(own.database);
  const [account, line] = ids();
  await backdate(
    own.database,
    anAccount(account, personId),
    `update stripe_account set begun_at = ${longAgo}, ended_at = ${longAgo} where id = '${account}'`,
    `insert into payment_line (id, batch_id, position, person_id, amount_cents, end_to_end_id, state, settled_on, settled_by, ended_at, end_reason, ended_by)
       values ('${line}', '${newId()}', 1, '${personId}', 100, '${newId().slice(0, 35)}', 'returned', now()::date, 'stripe', now(), 'Jansen is verhuisd', 'x')`,
    `insert into stripe_payment (id, line_id, stripe_account_id, transfer_id, payout_id, begun_at)
       values ('${line}', '${line}', '${account}', 'tr_${line}', 'po_${line}', now())`,
  );
  const removed = async () => Object.fromEntries(await removePastRetention(own.database));
  expect(await removed()).toEqual({ 'stripe-accounts': 1 });
  const emptied = { accountId: null, isReady: false, detailsSubmitted: false, stillNeeded: [], disabledReason: '' };
  expect(await own.database.stripeAccount.findUnique({ where: { id: account } })).toMatchObject({
    personId,
    ...emptied,
  });
  expect(await ruleOf(own.database.stripePayment.deleteMany({ where: { lineId: line } }))).toBe('record_append_only');
  expect(await running(`delete from stripe_payment where line_id = '${line}'`)).toBe('record_append_only');
  await backdate(
    own.database,
    `update payment_line set settled_on = '2010-03-04', ended_at = ${longAgo} where id = '${line}'`,
  );
  expect(await removed()).toEqual({ 'payment-lines': 1, 'stripe-accounts': 1 });
  expect(await own.database.stripePayment.count({ where: { lineId: line } })).toBe(0);
  expect(await own.database.stripeAccount.count({ where: { id: account } })).toBe(0);
  expect(await own.database.paymentLine.findUnique({ where: { id: line } })).toMatchObject({
    amountCents: 100,
    endReason: gone,
  });
});

test('an account at Stripe keeps an account here, as a bank account does', async () => {
  const personId = await makePerson(own.database);
  await backdate(
    own.database,
    anAccount(newId(), personId).replace('now(), now())', 'now(), null)'),
    `update person set created_at = ${longAgo} where id = '${personId}'`,
  );
  await removePastRetention(own.database);
  expect(await own.database.person.findUnique({ where: { id: personId } })).toMatchObject({ deletedAt: null });
});
