import { newId } from '#app/kernel/ids.ts';
import { demoEmail, type DemoAccount } from '#app/modules/people/demo-account.ts';
import type { Database } from '#app/platform/database.server.ts';
import * as demo from '#app/routes/demo._index.tsx';
import { Browser } from '#tests/integration/people/visiting.ts';

/** A browser of this person, who for the time being has an account at /demo. */
export async function browserOf(database: Database, personId: string, account: DemoAccount): Promise<Browser> {
  await database.person.updateMany({
    where: { email: demoEmail(account), id: { not: personId } },
    data: { email: `${newId()}@wijkbeurs.example` },
  });
  await database.person.update({ where: { id: personId }, data: { email: demoEmail(account) } });
  const browser = new Browser(database, 'demo');
  await browser.post(demo.action, '/demo', { account });
  return browser;
}
