import type { SignedIn } from './actor.ts';
import { normalEmail } from './person.ts';

/** Accounts of demo mode, with which a visitor looks at the product as each kind of person. The loader makes them. */
export const demoAccounts = [
  'bewoner',
  'organisatie',
  'loket',
  'beoordelaar-1',
  'beoordelaar-2',
  'beoordelaar-3',
  'voorzitter',
  'programmamanager',
  'budgethouder',
  'lid',
  'penningmeester',
  'programmabureau',
  'budgethouder-programma',
  'redacteur',
  'controlegroep',
  'beheerder',
  'buurvrouw',
  'buurman',
  'wijkgenoot',
  'coordinator',
  'coordinator-2',
  'penningmeester-2',
  'bureau-penningmeester',
  'bureau-penningmeester-2',
  'bestuurslid',
] as const;

export type DemoAccount = (typeof demoAccounts)[number];

export function demoEmail(account: DemoAccount): string {
  return normalEmail(`${account}@wijkbeurs.example`);
}

export function isDemoAccount(text: string): text is DemoAccount {
  return (demoAccounts as readonly string[]).includes(text);
}

/** One of the invented people that every visitor of the demo can be: nobody may take it away from the next. */
export function isSharedInDemo(actor: SignedIn): boolean {
  return actor.demo && demoAccounts.some((account) => demoEmail(account) === actor.person.email);
}
