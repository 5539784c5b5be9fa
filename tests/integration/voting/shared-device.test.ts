import { expect, test } from 'vitest';
import { addMinutes } from '#app/kernel/instant.ts';
import { codeOf } from '#app/modules/people/code.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import * as askForCode from '#app/routes/inloggen._index.tsx';
import * as enterCode from '#app/routes/inloggen.code.tsx';
import * as plans from '#app/routes/stemmen.$slug._index.tsx';
import * as lastButton from '#app/routes/stemmen.$slug.controleren.tsx';
import * as receipt from '#app/routes/stemmen.$slug.ontvangst.tsx';
import * as leave from '#app/routes/uitloggen.tsx';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { secret } from '#tests/integration/people/signing-in.ts';
import { Browser } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { announced, ballotsOf } from './vote-scene.ts';

const own = useTestDatabase();

/** A tablet in a living room: one browser, on which one after the other signs in. */
async function device() {
  const scene = await announced(own.database, { opensAt: addMinutes(testNow, -60) });
  await keepTime(own.database, testNow);
  const { slug } = await own.database.vote.findUniqueOrThrow({ where: { id: scene.voteId } });
  const browser = new Browser(own.database, 'live');
  const here = `/stemmen/${slug}`;
  const signIn = async (personId: string) => {
    const { email } = await own.database.person.findUniqueOrThrow({ where: { id: personId } });
    await browser.post(askForCode.action, '/inloggen', { email, naar: '' });
    const row = await own.database.signInCode.findFirstOrThrow({ where: { email, usedAt: null } });
    await browser.post(enterCode.action, '/inloggen/code', { code: codeOf(secret, row) });
  };
  let shown = '';
  const choose = async (plan: number) => {
    shown = String(plan);
    await browser.post(plans.action, here, { plan: shown, intent: 'next' }, { slug });
  };
  const look = async () =>
    (await browser.get(lastButton.loader, `${here}/controleren`, { slug })).data as {
      chosen: { number: number }[];
      isCast: boolean;
      reply: { refusal: string } | null;
    };
  const press = async (intent: 'account' | 'change') => {
    const form = { intent, plan: shown, area: 'TA', statement: 'on' };
    return (await browser.post(lastButton.action, `${here}/controleren`, form, { slug })).location;
  };
  /** What the server did came about, and its answer never arrived. */
  const pressAndLoseAnswer = async () => {
    const before = new Map(browser.cookies);
    await press('account');
    browser.cookies.clear();
    for (const [name, value] of before) browser.cookies.set(name, value);
  };
  const signOut = async () => browser.post(leave.action, '/uitloggen', {});
  const ownReceipt = async () =>
    (await browser.get(receipt.loader, `${here}/ontvangst`, { slug })).data as { code: string };
  const done = `${here}/ontvangst`;
  const people = [await makePerson(own.database), await makePerson(own.database)] as const;
  return { scene, people, done, browser, signIn, choose, look, press, pressAndLoseAnswer, signOut, ownReceipt };
}

/** The first voted and got no answer; the next one signs in at the same browser. */
async function lostThenNext() {
  const given = await device();
  const { people, signIn, choose, look, pressAndLoseAnswer } = given;
  await signIn(people[0]);
  await choose(1);
  await look();
  await pressAndLoseAnswer();
  await signIn(people[1]);
  return given;
}

test('whoever votes next on a device where an answer was lost has a ballot of their own', async () => {
  const { scene, done, choose, look, press } = await lostThenNext();
  await choose(2);
  await look();
  expect(await press('account')).toBe(done);
  expect(await ballotsOf(scene)).toEqual([[1], [2]]);
});

test('whoever voted elsewhere before does not change the ballot of who lost the answer', async () => {
  const { scene, people, done, choose, press } = await lostThenNext();
  // the next one voted on another phone: their right is used
  await own.database.voteRight.create({
    data: { voteId: scene.voteId, areaCode: 'TB', personId: people[1], isUsed: true },
  });
  await choose(3);
  expect(await press('account')).not.toBe(done);
  expect(await ballotsOf(scene)).toEqual([[1]]);
});

test('who lost the answer casts the same ballot again, also after signing out and in, and after somebody else', async () => {
  const { scene, people, done, signIn, signOut, choose, press } = await lostThenNext();
  await choose(2);
  expect(await press('account')).toBe(done);
  await signOut();
  await signIn(people[0]);
  await choose(3);
  expect(await press('account')).toBe(done);
  expect(await ballotsOf(scene)).toEqual([[2], [3]]);
});

test('the next one who signs in finds neither choices nor the code of who was here', async () => {
  const { scene, people, done, signIn, signOut, choose, look, press, ownReceipt } = await lostThenNext();
  expect((await look()).chosen).toEqual([]);
  await choose(2);
  expect(await press('account')).toBe(done);
  const { code } = await ownReceipt();
  expect(code).not.toBe('');
  await signIn(people[0]);
  expect(await look()).toMatchObject({ chosen: [], isCast: false });
  await choose(3);
  expect(await press('change')).not.toBe(done);
  expect((await look()).reply?.refusal).toContain('Deze code klopt niet');
  expect((await ownReceipt()).code).toBe('');
  expect(await ballotsOf(scene)).toEqual([[1], [2]]);
  // what was chosen leaves with who chose it
  await signOut();
  expect((await look()).chosen).toEqual([]);
});

test('choices made before signing in are of who signs in', async () => {
  const { scene, people, done, signIn, choose, look, press } = await device();
  await choose(1);
  await signIn(people[0]);
  expect((await look()).chosen.map(({ number }) => number)).toEqual([1]);
  expect(await press('account')).toBe(done);
  expect(await ballotsOf(scene)).toEqual([[1]]);
});
