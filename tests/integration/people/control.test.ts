import { describe, expect, it } from 'vitest';
import { codeOf } from '#app/modules/people/code.server.ts';
import { workPlacesOf } from '#app/modules/people/work-place.ts';
import * as administration from '#app/routes/beheer._index.tsx';
import * as ledgerControl from '#app/routes/beheer.grootboekcontrole.tsx';
import * as settings from '#app/routes/beheer.instellingen.tsx';
import * as organisations from '#app/routes/beheer.organisaties.tsx';
import * as roles from '#app/routes/beheer.rollen.tsx';
import * as secondStep from '#app/routes/beheer.tweede-stap.tsx';
import * as askForCode from '#app/routes/inloggen._index.tsx';
import * as enterCode from '#app/routes/inloggen.code.tsx';
import { newId } from '#app/kernel/ids.ts';
import { makeBody, makeMembership, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { contextOf, secret } from './signing-in.ts';
import { Browser } from './visiting.ts';

const test = useTestDatabase();

const pages = [
  ['/beheer', administration.loader],
  ['/beheer/rollen', roles.loader],
  ['/beheer/organisaties', organisations.loader],
  ['/beheer/instellingen', settings.loader],
  ['/beheer/tweede-stap', secondStep.loader],
  ['/beheer/grootboekcontrole', ledgerControl.loader],
] as const;

const controller = 'toezicht@wijkbeurs.example';

const browsers = new Map<string, Browser>();

async function signedIn(email: string, role?: 'controlegroep' | 'treasurer' | 'editor') {
  const open = browsers.get(email);
  if (open !== undefined) return open;
  if ((await test.database.person.count({ where: { email } })) === 0) {
    const personId = await makePerson(test.database, { email, name: `Naam van ${role ?? 'niemand'}` });
    const office = await test.database.body.findUnique({ where: { slug: 'programmabureau' } });
    const bodyId = office?.id ?? (await makeBody(test.database, { slug: 'programmabureau', kind: 'programme' }));
    if (role !== undefined) await makeMembership(test.database, { personId, bodyId, role });
  }
  const browser = new Browser(test.database, 'live');
  await browser.post(askForCode.action, '/inloggen', { email });
  const row = await test.database.signInCode.findFirstOrThrow({ where: { email }, orderBy: { id: 'desc' } });
  await browser.post(enterCode.action, '/inloggen/code', { code: codeOf(secret, row) });
  browsers.set(email, browser);
  return browser;
}

describe('the controlegroep on the pages of the administrator', () => {
  it('finds them among its desks', async () => {
    await signedIn(controller, 'controlegroep');
    const { actor } = await contextOf(test.database, controller);
    expect(workPlacesOf(actor).map(({ href }) => href)).toContain('/beheer');
  });

  it.each(pages)('reads %s, without a second step', async (path, loader) => {
    const browser = await signedIn(controller, 'controlegroep');
    expect(await browser.get(loader, path)).toMatchObject({ status: 200, data: { mayChange: false } });
  });

  it.each(pages)('is alone in that with the administrator: %s', async (path, loader) => {
    for (const role of ['treasurer', 'editor', undefined] as const) {
      const browser = await signedIn(`${role ?? 'bewoner'}@wijkbeurs.example`, role);
      expect((await browser.get(loader, path)).status, role).toBe(403);
    }
  });

  it('sees who holds which role, but no mail address and no note that is not its business', async () => {
    const bodyId = await makeBody(test.database);
    const personId = await makePerson(test.database, { email: 'geheim-adres@wijkbeurs.example', name: 'Sam' });
    const giver = await makePerson(test.database, { email: 'gever@wijkbeurs.example', name: '' });
    const id = await makeMembership(test.database, { personId, bodyId, role: 'treasurer' });
    await test.database.bodyMembership.update({ where: { id }, data: { grantedById: giver } });
    const organisationId = await makeOrganisation(test.database, { members: [personId] });
    await test.database.organisationRequest.create({
      data: {
        id: newId(),
        organisationId,
        personId: giver,
        note: 'Mijn verhaal',
        requestedAt: testNow,
        state: 'waiting',
      },
    });
    const browser = await signedIn(controller, 'controlegroep');
    const seen: string[] = [];
    for (const [path, loader] of pages) seen.push(JSON.stringify((await browser.get(loader, path)).data));
    expect(seen.join()).toContain('Sam');
    expect(seen.join()).not.toMatch(/@wijkbeurs\.example|Mijn verhaal/);
  });

  it('changes nothing, whatever it posts', async () => {
    const bodyId = await makeBody(test.database);
    const personId = await makePerson(test.database, { email: 'doelwit@wijkbeurs.example' });
    const role = await makeMembership(test.database, { personId, bodyId, role: 'member' });
    const organisationId = await makeOrganisation(test.database, { members: [personId] });
    const member = await test.database.organisationMember.findFirstOrThrow({ where: { organisationId } });
    const requestId = newId();
    const asker = await makePerson(test.database);
    await test.database.organisationRequest.create({
      data: { id: requestId, organisationId, personId: asker, requestedAt: testNow, state: 'waiting' },
    });
    const browser = await signedIn(controller, 'controlegroep');
    const state = async () =>
      JSON.stringify([
        await test.database.bodyMembership.findMany({ orderBy: { id: 'asc' } }),
        await test.database.organisationMember.findMany({ orderBy: { id: 'asc' } }),
        await test.database.organisationRequest.findMany({ orderBy: { id: 'asc' } }),
        await test.database.programmeSetting.findMany(),
      ]);
    const before = await state();
    const give = { intent: 'give', email: controller, bodyId, role: 'administrator', beginsOn: '2026-11-21' };
    const posts = [
      [roles.action, '/beheer/rollen', give],
      [roles.action, '/beheer/rollen', { intent: 'end', id: role }],
      [organisations.action, '/beheer/organisaties', { intent: 'confirm', id: requestId }],
      [organisations.action, '/beheer/organisaties', { intent: 'refuse', id: requestId }],
      [organisations.action, '/beheer/organisaties', { intent: 'end', id: member.id }],
      [
        settings.action,
        '/beheer/instellingen',
        { intent: 'submission', civilServants: 'refused', committeeMembers: 'refused' },
      ],
      [secondStep.action, '/beheer/tweede-stap', { intent: 'search', email: 'doelwit@wijkbeurs.example' }],
      [secondStep.action, '/beheer/tweede-stap', { intent: 'reset', id: personId }],
    ] as const;
    for (const [action, path, fields] of posts) {
      expect((await browser.post(action, path, fields)).status, `${path} ${JSON.stringify(fields)}`).toBe(403);
    }
    expect(await state()).toBe(before);
  });
});
