import { describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { roles, type Role } from '#app/modules/people/role.ts';
import * as demo from '#app/routes/demo._index.tsx';
import { demoAccounts, demoEmail } from '#app/modules/people/demo-account.ts';
import { makeBody, makeMembership, makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { Browser } from './people/visiting.ts';

const test = useTestDatabase();

const modules = import.meta.glob<{ action?: unknown }>(
  [
    '../../app/routes/{beheer,loket,besluitvorming,budgetbeheer,criteria,opgaveteams,redactie,coordinatie,penningmeester,ontmoet-werk,toezegging-werk,vergaderwerk,stemwerk}.*{,/route}.{ts,tsx}',
    '../../app/routes/beoordeling.rondes.*{,/route}.{ts,tsx}',
    '../../app/routes/donutfonds-werk.*{,/route}.{ts,tsx}',
    '../../app/routes/integriteit.werk.*{,/route}.{ts,tsx}',
    '../../app/routes/actiewerk.{nieuw,$id.wijzig}.tsx',
  ],
  { eager: true },
);

/** Who may post to the work routes at all, by route or by its first word. A role that is missing here is turned away before anything is read. */
const mayPost: Record<string, readonly Role[]> = {
  beheer: ['administrator'],
  'beheer.zoekwoorden': ['administrator', 'editor'],
  'beheer.betaalrekening': ['administrator', 'treasurer'],
  loket: ['loket'],
  beoordeling: ['chair', 'programme_manager'],
  besluitvorming: ['chair', 'programme_manager', 'member'],
  'besluitvorming.$id._index': ['chair', 'programme_manager', 'member', 'budget_holder'],
  budgetbeheer: ['programme_manager', 'budget_holder', 'treasurer'],
  'budgetbeheer.uitputting._index': ['programme_manager'],
  'budgetbeheer.uitputting.$id._index': ['programme_manager'],
  'budgetbeheer.uitputting.$id.$body': ['budget_holder'],
  criteria: ['chair', 'programme_manager', 'editor'],
  opgaveteams: ['editor'],
  'donutfonds-werk': ['chair', 'programme_manager'],
  'donutfonds-werk.$year._index': ['chair', 'programme_manager', 'budget_holder', 'loket'],
  'donutfonds-werk.$year.$slug': ['chair', 'programme_manager', 'budget_holder', 'loket'],
  'donutfonds-werk.gevers': ['programme_manager'],
  integriteit: ['chair', 'member', 'programme_manager', 'controlegroep', 'editor'],
  actiewerk: ['chair', 'programme_manager', 'editor'],
  'toezegging-werk': ['chair', 'programme_manager', 'editor'],
  coordinatie: ['coordinator'],
  'ontmoet-werk': ['editor', 'programme_manager'],
  'ontmoet-werk.meldingen._index': ['editor'],
  'ontmoet-werk.meldingen.$id': ['editor'],
  stemwerk: ['chair', 'budget_holder', 'programme_manager'],
  'stemwerk.signalen': ['controlegroep'],
  vergaderwerk: ['chair', 'programme_manager', 'editor'],
  penningmeester: ['treasurer'],
  'penningmeester.giften.$id': ['treasurer', 'budget_holder', 'programme_manager'],
  'penningmeester.giften._index': ['treasurer', 'budget_holder', 'programme_manager'],
  'penningmeester.giften.doelen': ['treasurer', 'budget_holder', 'programme_manager'],
};

/** Of one gathering or table: for its crew, whatever roles they hold, so that its commands ask who that is. */
const isOfOneGathering = (name: string) => name.startsWith('ontmoet-werk.$slug.') || name === 'stemwerk.$id.tafel';

const everyAction = Object.entries(modules).flatMap(([path, { action }]) => {
  const name = path.replace('../../app/routes/', '').replace(/(\/route)?\.tsx?$/, '');
  return action === undefined
    ? []
    : [{ name, action, allowed: mayPost[name] ?? mayPost[name.split('.')[0] ?? ''] ?? [] }];
});

const actions = everyAction.filter(({ name }) => !isOfOneGathering(name));

/** A browser of somebody who holds one role in a team and in the programme office, in demo mode: no second step is asked. */
async function browserOf(role: Role | null, account: (typeof demoAccounts)[number]): Promise<Browser> {
  await test.database.person.deleteMany({ where: { email: demoEmail(account) } });
  const personId = await makePerson(test.database, { email: demoEmail(account) });
  const office = await test.database.body.findUnique({ where: { slug: 'programmabureau' } });
  const bodyId = office?.id ?? (await makeBody(test.database, { slug: 'programmabureau', kind: 'programme' }));
  if (role !== null) await makeMembership(test.database, { personId, bodyId, role });
  const browser = new Browser(test.database, 'demo');
  await browser.post(demo.action, '/demo', { account });
  return browser;
}

describe('posting to a work route', () => {
  it('is looked at here for every one of them', () => {
    expect(actions.length).toBeGreaterThan(8);
    expect(actions.filter(({ allowed }) => allowed.length === 0)).toEqual([]);
  });

  it('of one gathering is turned away without a part in it', async () => {
    const browser = await browserOf(null, 'bewoner');
    const ofGatherings = everyAction.filter(({ name }) => isOfOneGathering(name));
    expect(ofGatherings.length).toBeGreaterThan(3);
    for (const { name, action } of ofGatherings) {
      const params = { slug: 'bestaat-niet', id: newId() };
      const { status } = await browser.post(action, `/${name}`, { intent: 'x' }, params);
      expect([403, 404], name).toContain(status);
    }
  });

  it.each([null, ...roles].map((role, index) => [role, demoAccounts[index] ?? 'bewoner'] as const))(
    'with the role %s is turned away where that role has no work',
    async (role, account) => {
      const browser = await browserOf(role, account);
      for (const { name, action, allowed } of actions) {
        const { status } = await browser.post(action, `/${name}`, { intent: 'x', id: newId() });
        if (role !== null && allowed.includes(role)) expect(status, name).not.toBe(403);
        else expect(status, name).toBe(403);
      }
    },
  );

  it('as a visitor gives the form back, to send after signing in', async () => {
    const browser = new Browser(test.database, 'live');
    for (const { name, action } of actions) expect((await browser.post(action, `/${name}`, {})).status, name).toBe(401);
  });
});
