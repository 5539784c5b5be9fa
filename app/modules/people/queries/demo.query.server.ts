import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { demoAccounts, demoEmail, type DemoAccount } from '../demo-account.ts';

/** The invented people that are there, in their fixed order. */
export async function presentDemoAccounts(
  database: Database,
): Promise<{ account: DemoAccount; name: string; email: string }[]> {
  const people = await database.person.findMany({
    where: { email: { in: demoAccounts.map(demoEmail) } },
    select: { email: true, name: true },
  });
  return demoAccounts.flatMap((account) => {
    const person = people.find(({ email }) => email === demoEmail(account));
    return person === undefined ? [] : [{ account, ...person }];
  });
}

export type DemoMailView = { id: string; to: string; subject: string; text: string; sentAt: Instant };

const mailsPerPage = 25;

/** The mails of demo mode, newest first. @param to only to this address; null: to everybody */
export async function demoMails(
  database: Database,
  { to, page }: { to: string | null; page: number },
): Promise<{ mails: DemoMailView[]; pageCount: number }> {
  const where = to === null ? {} : { toAddress: to };
  const [rows, count] = await Promise.all([
    database.demoMail.findMany({
      where,
      orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * mailsPerPage,
      take: mailsPerPage,
      select: { id: true, toAddress: true, subject: true, text: true, sentAt: true },
    }),
    database.demoMail.count({ where }),
  ]);
  return {
    mails: rows.map(({ toAddress, ...mail }) => ({ ...mail, to: toAddress })),
    pageCount: Math.max(1, Math.ceil(count / mailsPerPage)),
  };
}

/** Addresses that got mail, for the filter. */
export async function demoMailAddresses(database: Database): Promise<string[]> {
  const rows = await database.demoMail.findMany({
    distinct: ['toAddress'],
    orderBy: { toAddress: 'asc' },
    select: { toAddress: true },
  });
  return rows.map(({ toAddress }) => toAddress);
}
