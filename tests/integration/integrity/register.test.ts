import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { declareStanding, endStanding } from '#app/modules/integrity/commands/declare-standing.server.ts';
import { askStatements, stateInterests } from '#app/modules/integrity/commands/state-interests.server.ts';
import type { StandingInput } from '#app/modules/integrity/form.ts';
import { interestRegister } from '#app/modules/integrity/queries/interest-register.query.server.ts';
import { interestWork } from '#app/modules/integrity/queries/interest-work.query.server.ts';
import { ownInterests } from '#app/modules/integrity/queries/own-interests.query.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Context } from '#app/platform/database.server.ts';
import { makeBody, makeMembership, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { makeScene, openScene, valueOf } from '../scoring/scene.ts';

const own = useTestDatabase();
const today = calendarDate('2026-11-21');

async function as(personId: string, now = testNow): Promise<Context<SignedIn>> {
  const actor = await actorOfPerson(own.database, personId, { now, demo: false, secondFactor: true });
  if (!isSignedIn(actor)) throw new Error('nobody');
  return { actor, now, database: own.database };
}

const line = (given: Partial<StandingInput> = {}): StandingInput => ({
  ...{ formKey: newId(), kind: 'board', organisationId: null, organisationName: 'De Tuin', isPaid: false, gift: '' },
  ...{ value: null, isKept: false, note: '', beginsOn: calendarDate('2025-01-01'), endsOn: null },
  ...given,
});

let bodyId: string;
let slug: string;
let member: string;

beforeEach(async () => {
  slug = `team-${newId()}`;
  bodyId = await makeBody(own.database, { slug });
  member = await makePerson(own.database, { name: 'Geheime Naam' });
  await makeMembership(own.database, { personId: member, bodyId, role: 'member' });
});

const shown = async () => (await interestRegister(own.database, today)).find((body) => body.slug === slug);

describe('what the public reads', () => {
  test('is role and organisation, never a name, an explanation or whom a private tie is with', async () => {
    const me = await as(member);
    valueOf(await declareStanding(line(), me));
    valueOf(await declareStanding(line({ kind: 'family', organisationName: 'Zorg BV', note: 'Mijn zus.' }), me));
    const gift = { kind: 'gift', gift: 'Kaartjes', isKept: true } as const;
    valueOf(await declareStanding(line({ ...gift, value: cents(50_00), beginsOn: today }), me));
    valueOf(await declareStanding(line({ ...gift, gift: 'Koffie', value: cents(49_99), beginsOn: today }), me));
    const view = await shown();
    const text = JSON.stringify(view);
    for (const hidden of ['Geheime', 'zus', 'Zorg BV', 'Koffie', member]) expect(text).not.toContain(hidden);
    expect(view?.holders[0]).toMatchObject({ role: 'member', organisation: null, chairName: null });
    expect(view?.holders[0]?.interests.map(({ kind, organisation }) => [kind, organisation])).toEqual([
      ['board', 'De Tuin'],
      ['personal', null],
      ['gift', 'De Tuin'],
    ]);
  });

  test('has no figure for fewer than five people, and does not name who said nothing', async () => {
    valueOf(await stateInterests({ formKey: newId(), isNothing: true }, await as(member)));
    for (let index = 0; index < 3; index += 1)
      await makeMembership(own.database, { personId: await makePerson(own.database), bodyId, role: 'reviewer' });
    expect(await shown()).toMatchObject({ stated: null });
    await makeMembership(own.database, { personId: await makePerson(own.database), bodyId, role: 'reviewer' });
    const view = await shown();
    expect(view?.stated).toEqual({ made: 1, all: 5 });
    expect(view?.holders).toHaveLength(1);
  });

  test('names a chair only where the body does, and only that person', async () => {
    await own.database.body.update({ where: { id: bodyId }, data: { chairName: 'Anke Voorzit' } });
    const chairs = ['Anke Voorzit', 'Iemand Anders'];
    for (const name of chairs) {
      const personId = await makePerson(own.database, { name });
      await makeMembership(own.database, { personId, bodyId, role: 'chair' });
      valueOf(await stateInterests({ formKey: newId(), isNothing: true }, await as(personId)));
    }
    const names = (await shown())?.holders.map(({ chairName }) => chairName);
    expect(names?.sort()).toEqual(['Anke Voorzit', null]);
  });
});

describe('declaring', () => {
  test('the same form twice is one line; somebody else neither ends it nor takes its key', async () => {
    const input = line();
    const [first, second] = await Promise.all([
      declareStanding(input, await as(member)),
      declareStanding(input, await as(member)),
    ]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    const { lines } = await ownInterests(own.database, member, today);
    expect(lines).toHaveLength(1);
    const other = await as(await makePerson(own.database));
    expect(await declareStanding(input, other)).toEqual({ ok: false, reason: 'form-key-invalid' });
    expect(await endStanding({ interestId: input.formKey }, other)).toEqual({ ok: false, reason: 'interest-unknown' });
    expect(await endStanding({ interestId: 'onzin' }, other)).toEqual({ ok: false, reason: 'interest-unknown' });
    valueOf(await endStanding({ interestId: input.formKey }, await as(member)));
    expect(await endStanding({ interestId: input.formKey }, await as(member))).toEqual({
      ok: false,
      reason: 'already-ended',
    });
    expect(await own.database.standingInterest.count({ where: { interestId: input.formKey } })).toBe(2);
  });

  test('an organisation that is not there is refused', async () => {
    const input = line({ organisationId: newId(), organisationName: '' });
    expect(await declareStanding(input, await as(member))).toEqual({ ok: false, reason: 'organisation-unknown' });
  });

  test('"nothing to report" is refused beside what runs', async () => {
    valueOf(await declareStanding(line(), await as(member)));
    expect(await stateInterests({ formKey: newId(), isNothing: true }, await as(member))).toEqual({
      ok: false,
      reason: 'not-nothing',
    });
  });
});

test('everybody with a role is asked once for each year, however often the clock looks', async () => {
  valueOf(await stateInterests({ formKey: newId(), isNothing: true }, await as(member)));
  const mine = async () => own.database.interestAsk.count({ where: { personId: member } });
  await askStatements({ database: own.database, now: testNow });
  expect(await mine()).toBe(0);
  const almostAYear = instant('2027-11-10T06:00:00Z');
  await Promise.all([1, 2].map(async () => askStatements({ database: own.database, now: almostAYear })));
  await askStatements({ database: own.database, now: instant('2027-12-10T06:00:00Z') });
  expect(await mine()).toBe(1);
});

test('the work page finds what touches a running round; an explanation is for the controlegroep alone', async () => {
  const scene = await makeScene(own.database, { reviewers: 2 });
  const organisationId = await makeOrganisation(own.database);
  const initiativeId = scene.initiativeIds[0] ?? '';
  await own.database.initiativePartner.create({ data: { initiativeId, organisationId } });
  await openScene(own.database, scene);
  const reviewer = scene.reviewers[0]?.personId ?? '';
  const input = line({ kind: 'family', organisationId, organisationName: '', note: 'Mijn zus.' });
  valueOf(await declareStanding(input, await as(reviewer)));
  const chairId = scene.chair.actor.person?.id ?? '';
  const forChair = await interestWork(own.database, (await as(chairId)).actor, today);
  expect(forChair.ties).toMatchObject([{ about: { kind: 'round' }, tie: 'other', state: 'kept-out' }]);
  expect(JSON.stringify(forChair)).not.toContain('zus');
  const controlId = await makePerson(own.database);
  await makeMembership(own.database, { personId: controlId, bodyId: scene.bodyId, role: 'controlegroep' });
  const forControl = await interestWork(own.database, (await as(controlId)).actor, today);
  expect(JSON.stringify(forControl.holders)).toContain('Mijn zus.');
  const stranger = await interestWork(own.database, (await as(member)).actor, today);
  expect(stranger).toEqual({ holders: [], ties: [] });
});
