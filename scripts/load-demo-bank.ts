import { composeIBAN } from 'ibantools';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { saveAccount } from '#app/modules/bank/commands/save-account.server.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

/** Of a bank that does not exist. `vrijwilliger-2` is paid to the account of `vrijwilliger-1`; `vrijwilliger-5` filled in none. */
const accounts = [
  { account: 'bewoner', number: '0200300400', holder: 'S. Voorbeeld' },
  { account: 'buurvrouw', number: '0200300401', holder: 'N. Buurvrouw' },
  { account: 'wijkgenoot', number: '0200300402', holder: 'A. Wijkgenoot' },
  { account: 'vrijwilliger-1', number: '0500600701', holder: 'J. Kookgraag en/of A. Schepop' },
  { account: 'vrijwilliger-2', number: '0500600701', holder: 'J. Kookgraag en/of A. Schepop' },
  { account: 'vrijwilliger-3', number: '0500600703', holder: 'M. Afwasser' },
  { account: 'vrijwilliger-4', number: '0500600704', holder: 'D. Nogjong' },
] as const;

/** Where volunteers are paid, as they filled it in. */
export async function loadDemoBank({ database, now, bankKeys }: DemoWorld): Promise<void> {
  for (const [index, { account, number, holder }] of accounts.entries()) {
    const { id } = await database.person.findUniqueOrThrow({ where: { email: `${account}@wijkbeurs.example` } });
    const then = addMinutes(now, -(100 - index) * 24 * 60);
    const actor = { ...(await actorOfPerson(database, id, { now, demo: true })), signedInAt: then };
    const iban = composeIBAN({ countryCode: 'NL', bban: `WIJK${number}` }) ?? '';
    const order = { iban, holder, replaces: null, formKey: newId(then.getTime()) };
    expectAccepted(await saveAccount(order, { actor, database, now: then, keys: bankKeys }));
  }
}
