import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import * as rules from '#app/routes/beheer.integriteit.tsx';
import * as register from '#app/routes/belangen._index.tsx';
import * as work from '#app/routes/belangen.werk.tsx';
import * as ask from '#app/routes/integriteit.vraag.tsx';
import * as follow from '#app/routes/integriteit.volg.$token.tsx';
import * as handle from '#app/routes/integriteit.werk.$id.tsx';
import * as own from '#app/routes/mijn.belangen._index.tsx';
import * as declare from '#app/routes/mijn.belangen.nieuw.tsx';
import { makeBody, makeMembership, makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { Browser, browserOf } from '../people/visiting.ts';

const test = useTestDatabase();
const email = (name: string) => `${name}@wijkbeurs.example`;

beforeAll(async () => {
  const office = await makeBody(test.database, { slug: 'programmabureau', kind: 'programme' });
  for (const [name, role] of [
    ['manager', 'programme_manager'],
    ['chair', 'chair'],
    ['admin', 'administrator'],
  ] as const) {
    const personId = await makePerson(test.database, { email: email(name) });
    await makeMembership(test.database, { personId, bodyId: office, role });
  }
});

const question = (given: Record<string, string> = {}) => ({
  ...{ formKey: newId(), kind: 'question', bodyId: '', text: 'Klopt het dat de helft al was beloofd?', email: '' },
  ...given,
});

describe('asking without an account', () => {
  it('comes back filled in with each mistake, and leads to a page of one’s own', async () => {
    const visitor = new Browser(test.database, 'live');
    const wrong = await visitor.post(
      ask.action,
      '/integriteit/vraag',
      question({ kind: 'x', text: 'kort', email: 'nee' }),
    );
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.data)).toContain('kort');
    for (const field of ['kind', 'text', 'email'])
      expect(Object.keys((wrong.data as { error: object }).error)).toContain(field);
    const forged = await visitor.post(ask.action, '/integriteit/vraag', question({ bodyId: newId() }));
    expect(forged.status).toBe(404);
    const asked = await visitor.post(ask.action, '/integriteit/vraag', question());
    expect(asked.location).toMatch(/^\/integriteit\/volg\/[\w-]{43}$/);
    const token = asked.location?.split('/').at(-1) ?? '';
    const page = await visitor.get(follow.loader, asked.location ?? '', { token });
    expect(JSON.stringify(page.data)).toContain('de helft al was beloofd');
    const guessed = await visitor.get(follow.loader, '/integriteit/volg/x', { token: `${token.slice(0, -1)}_` });
    expect(guessed.status).toBe(404);
    const late = await visitor.post(
      follow.action,
      '/x',
      { revision: '99', intent: 'add', text: 'Nog iets' },
      { token },
    );
    expect(late.status).toBe(409);
    expect(JSON.stringify(late.data)).toContain('Nog iets');
  });

  it('is limited, and a robot that fills in everything keeps nothing', async () => {
    const visitor = new Browser(test.database, 'live');
    const before = await test.database.integrityQuestion.count();
    await visitor.post(ask.action, '/integriteit/vraag', question({ website: 'https://spam.example' }));
    expect(await test.database.integrityQuestion.count()).toBe(before);
    const statuses: number[] = [];
    for (let index = 0; index < 8; index += 1)
      statuses.push((await visitor.post(ask.action, '/integriteit/vraag', question())).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('the desk', () => {
  it('is not there for whom a question did not reach, whatever id they type', async () => {
    const { id } = await test.database.integrityQuestion.findFirstOrThrow();
    const { browser: manager } = await browserOf(test.database, email('manager'), { mode: 'demo' });
    expect((await manager.get(handle.loader, `/integriteit/werk/${id}`, { id })).status).toBe(200);
    const { browser: chair } = await browserOf(test.database, email('chair'), { mode: 'demo' });
    expect((await chair.get(handle.loader, `/integriteit/werk/${id}`, { id })).status).toBe(404);
    const answer = { revision: '1', intent: 'answer', text: 'Dit mag ik niet zeggen.' };
    expect((await chair.post(handle.action, `/integriteit/werk/${id}`, answer, { id })).status).toBeGreaterThan(400);
    for (const wrong of ['x', newId()])
      expect((await manager.get(handle.loader, '/integriteit/werk/x', { id: wrong })).status).toBe(404);
    expect(await test.database.integrityStep.count({ where: { kind: 'answered' } })).toBe(0);
  });
});

describe('interests', () => {
  it('come back filled in with each mistake; what is not there is said', async () => {
    const { browser: person } = await browserOf(test.database, email('lid'), { mode: 'demo' });
    const path = '/mijn/belangen/nieuw?soort=gift';
    const gift = { formKey: newId(), kind: 'gift', gift: 'Bon', value: 'veel', beginsOn: '2999-01-01' };
    const wrong = await person.post(declare.action, path, gift);
    expect(wrong.status).toBe(422);
    expect(Object.keys((wrong.data as { error: object }).error)).toEqual(
      expect.arrayContaining(['organisationName', 'value', 'kept', 'beginsOn']),
    );
    const unknown = { ...gift, value: '60', kept: 'kept', beginsOn: '2026-01-01', organisationId: newId() };
    expect((await person.post(declare.action, path, unknown)).status).toBe(404);
    const forged = await person.post(own.action, '/mijn/belangen', { intent: 'end', id: newId() });
    expect(forged.status).toBe(404);
    expect((await person.post(own.action, '/mijn/belangen', { intent: 'x' })).status).toBe(400);
    expect((await person.get(register.loader, '/belangen?team=bestaat-niet')).status).toBe(200);
    expect((await person.get(work.loader, '/belangen/werk')).status).toBe(403);
  });
});

describe('terms', () => {
  it('are set by an administrator from tomorrow on, once for a double post', async () => {
    const { browser: admin } = await browserOf(test.database, email('admin'), { mode: 'demo' });
    const rule = {
      ...{ formKey: newId(), startsOn: '2999-01-01', giftFrom: '75', reason: 'Besluit van het bestuur' },
      ...{ chairDays: '7', managerDays: '7', controlDays: '14', boardDays: '30', askerDays: '10' },
    };
    const past = await admin.post(rules.action, '/beheer/integriteit', { ...rule, startsOn: '2026-01-01' });
    expect(past.status).toBe(422);
    const far = { ...rule, startsOn: '2098-01-01' };
    expect((await admin.post(rules.action, '/beheer/integriteit', far)).status).toBe(303);
    expect((await admin.post(rules.action, '/beheer/integriteit', far)).status).toBe(303);
    expect(await test.database.integrityRule.count({ where: { giftFromCents: 75_00n } })).toBe(1);
  });
});
