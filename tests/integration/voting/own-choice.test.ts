import type { MetaFunction } from '@remix-run/react';
import { expect, test } from 'vitest';
import { addMinutes } from '#app/kernel/instant.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import * as root from '#app/root.tsx';
import * as plans from '#app/routes/stemmen.$slug._index.tsx';
import * as lastButton from '#app/routes/stemmen.$slug.controleren.tsx';
import * as keeping from '#app/routes/stemmen.$slug.keuze.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { Browser, browserOf } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { announced, ballotsOf, codesOf } from './vote-scene.ts';

const own = useTestDatabase();

async function openNow() {
  const scene = await announced(own.database, { opensAt: addMinutes(testNow, -60) });
  await keepTime(own.database, testNow);
  const { slug } = await own.database.vote.findUniqueOrThrow({ where: { id: scene.voteId } });
  return { scene, slug, at: pagesOf(slug) };
}

/** What somebody does on the pages of a vote, in a browser. */
function pagesOf(slug: string) {
  const here = `/stemmen/${slug}`;
  const formOf = (choices: readonly number[], fields: Record<string, string>) => {
    const form = new FormData();
    for (const choice of choices) form.append('plan', String(choice));
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return form;
  };
  return {
    keep: async (browser: Browser, choices: number[]) =>
      browser.postForm(keeping.action, `${here}/keuze`, formOf(choices, {}), { slug }),
    next: async (browser: Browser, choices: number[]) =>
      browser.postForm(plans.action, here, formOf(choices, { intent: 'next' }), { slug }),
    press: async (browser: Browser, shown: number[], fields: Record<string, string>) =>
      browser.postForm(lastButton.action, `${here}/controleren`, formOf(shown, fields), { slug }),
    ballot: async (browser: Browser) => (await browser.get(plans.loader, here, { slug })).data,
    check: async (browser: Browser) => (await browser.get(lastButton.loader, `${here}/controleren`, { slug })).data,
  };
}

const titleOf = (meta: MetaFunction, data: unknown) => {
  const args = { data, matches: [{ id: 'root', data: { locale: 'nl' } }] } as unknown as Parameters<MetaFunction>[0];
  return (meta(args) as { title?: string }[])[0]?.title;
};

test('the last button casts what its page shows: what another tab chose since is shown first', async () => {
  const { scene, slug, at } = await openNow();
  const [code = ''] = await codesOf(scene, 1);
  const browser = new Browser(own.database, 'live');
  await at.next(browser, [1]);
  expect((await at.keep(browser, [2, 1])).status).toBe(204);
  const answer = await at.press(browser, [1], { intent: 'code', code });
  expect(answer).toMatchObject({ status: 303, location: `/stemmen/${slug}/controleren` });
  expect(await ballotsOf(scene)).toEqual([]);
  const page = await at.check(browser);
  expect(page).toMatchObject({ chosen: [{ number: 1 }, { number: 2 }], reply: { typed: code, intent: 'code' } });
  expect(page).toHaveProperty('reply.refusal', expect.stringContaining('Je keuze is intussen veranderd'));
  expect(titleOf(lastButton.meta, page)).toBe('Fout: Klopt je stem? · Wijkbeurs');
  await at.press(browser, [1, 2], { intent: 'code', code });
  expect(await ballotsOf(scene)).toEqual([[1, 2]]);
});

test('who goes on with nothing chosen reads that on the ballot, and in its title, once', async () => {
  const { slug, at } = await openNow();
  const browser = new Browser(own.database, 'live');
  expect(await at.next(browser, [])).toMatchObject({ status: 303, location: `/stemmen/${slug}` });
  const page = await at.ballot(browser);
  expect(page).toMatchObject({ mistake: 'Kies eerst een plan.' });
  expect(titleOf(plans.meta, page)).toMatch(/^Fout: /);
  const again = await at.ballot(browser);
  expect(again).toMatchObject({ mistake: null });
  expect(titleOf(plans.meta, again)).not.toMatch(/^Fout: /);
});

test('who voted and chooses anew reads that they voted, also on another device of the same account', async () => {
  const { at } = await openNow();
  const { email } = await own.database.person.findUniqueOrThrow({ where: { id: await makePerson(own.database) } });
  const { browser } = await browserOf(own.database, email);
  // signed in there as well
  const other = new Browser(own.database, 'live');
  for (const [name, value] of browser.cookies) other.cookies.set(name, value);
  const banner = async (one: Browser) => (await one.get(root.loader, '/')).data;
  await at.next(browser, [1]);
  expect(await banner(browser)).toMatchObject({ unfinishedVotes: [{ isChange: false }] });
  await at.press(browser, [1], { intent: 'account', area: 'TA', statement: 'on' });
  expect(await banner(browser)).toMatchObject({ unfinishedVotes: [] });
  for (const one of [browser, other]) {
    await at.keep(one, [2]);
    expect(await banner(one)).toMatchObject({ unfinishedVotes: [{ isChange: true }] });
  }
});
