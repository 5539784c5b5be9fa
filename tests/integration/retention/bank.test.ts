import { beforeEach } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { removePastRetention } from '#app/modules/retention/commands/remove-past-retention.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { backdate, eachGoesAfterItsPeriod, longAgo, twoAccounts, useAgingDatabase, type PairsOf } from './aging.ts';

const own = useAgingDatabase();

beforeEach(async () => {
  await removePastRetention(own.database);
});

const ageAccount = async (account: string) =>
  backdate(
    own.database,
    `update bank_account set added_at = ${longAgo}, ended_at = ${longAgo} where id = '${account}'`,
  );

const pairs: PairsOf<'bank'> = {
  'bank-accounts': async () => {
    const accounts = await twoAccounts(own.database, { sealed: true });
    return {
      old: async () => ageAccount(accounts[0] ?? ''),
      left: async () =>
        (await own.database.bankAccount.findMany({ where: { id: { in: accounts } } })).filter(
          ({ sealed, ibanMark }) => sealed.length > 0 && ibanMark !== '',
        ).length,
    };
  },
  'bank-account-rests': async () => {
    const accounts = await twoAccounts(own.database, { sealed: false });
    return {
      old: async () => ageAccount(accounts[0] ?? ''),
      left: async () => own.database.bankAccount.count({ where: { id: { in: accounts }, lastFour: '1234' } }),
    };
  },
  'bank-looks': async () => {
    const [accountId = ''] = await twoAccounts(own.database, { sealed: true });
    const lookerId = await makePerson(own.database);
    const looks = [newId(), newId()];
    await own.database.bankAccountLook.createMany({
      data: looks.map((look) => ({
        id: look,
        accountId,
        lookerId,
        lookedAt: new Date(),
        reason: 'payment:V2026-0003',
      })),
    });
    return {
      old: async () =>
        backdate(own.database, `update bank_account_look set looked_at = ${longAgo} where id = '${looks[0] ?? ''}'`),
      left: async () => own.database.bankAccountLook.count({ where: { id: { in: looks } } }),
    };
  },
  'payment-lines': async () => {
    const personId = await makePerson(own.database);
    const lines = [newId(), newId()];
    await backdate(
      own.database,
      ...lines.map(
        (
          line,
          index,
        ) => `insert into payment_line (id, batch_id, position, person_id, amount_cents, end_to_end_id, state, settled_on, settled_by)
          values ('${line}', '${newId()}', ${String(index + 1)}, '${personId}', 100, '${newId().slice(0, 35)}', 'settled', now()::date, 'bank')`,
      ),
      ...lines.map(
        (line) => `insert into payment_line_check (id, line_id, answer, bank_name, checked_by_id, checked_at)
          values ('${newId()}', '${line}', 'close', 'J. Voorbeeld', '${personId}', now())`,
      ),
    );
    return {
      old: async () =>
        backdate(own.database, `update payment_line set settled_on = '2010-03-04' where id = '${lines[0] ?? ''}'`),
      // what the bank said of the name goes along
      left: async () =>
        Math.max(
          await own.database.paymentLine.count({ where: { personId } }),
          await own.database.paymentLineCheck.count({ where: { lineId: { in: lines } } }),
        ),
    };
  },
  'bank-checks': async () => {
    const checkedById = await makePerson(own.database);
    const checks = [newId(), newId()];
    await backdate(
      own.database,
      ...checks.map(
        (check) => `insert into payment_line_check (id, line_id, answer, bank_name, checked_by_id, checked_at)
          values ('${check}', '${newId()}', 'close', 'J. Anders', '${checkedById}', now())`,
      ),
    );
    return {
      old: async () =>
        backdate(own.database, `update payment_line_check set checked_at = ${longAgo} where id = '${checks[0] ?? ''}'`),
      left: async () => own.database.paymentLineCheck.count({ where: { checkedById } }),
    };
  },
  'statement-words': async () => {
    const bankStatementId = newId();
    const items = [newId(), newId()];
    await backdate(
      own.database,
      ...items.map(
        (item, index) => `insert into statement_item
          (id, bank_statement_id, position, booked_on, direction, amount_cents, reason, counterparty, text)
          values ('${item}', '${bankStatementId}', ${String(index + 1)}, now()::date, 'credit', 100, 'unknown', 'J. Anders', 'Bedankt')`,
      ),
    );
    return {
      old: async () =>
        backdate(own.database, `update statement_item set booked_on = '2010-03-04' where id = '${items[0] ?? ''}'`),
      left: async () => own.database.statementItem.count({ where: { bankStatementId, counterparty: { not: '' } } }),
    };
  },
};

eachGoesAfterItsPeriod(own, 'bank', pairs, async () => {});
