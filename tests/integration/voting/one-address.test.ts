import { expect, test } from 'vitest';
import { addMinutes } from '#app/kernel/instant.ts';
import { newCode } from '#app/modules/voting/code.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { thresholds } from '#app/modules/voting/signal.ts';
import * as plans from '#app/routes/stemmen.$slug._index.tsx';
import * as lastButton from '#app/routes/stemmen.$slug.controleren.tsx';
import { testNow } from '#tests/factories/index.ts';
import { Browser } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { announced, ballotsOf, codesOf, type VoteScene } from './vote-scene.ts';

const own = useTestDatabase();

async function openNow(): Promise<VoteScene & { slug: string }> {
  const scene = await announced(own.database, { opensAt: addMinutes(testNow, -60) });
  await keepTime(own.database, testNow);
  const { slug } = await own.database.vote.findUniqueOrThrow({ where: { id: scene.voteId } });
  return { ...scene, slug };
}

/** Somebody in a school: chooses the first plan and presses the last button with a code. */
async function castWith(slug: string, code: string): Promise<number> {
  const browser = new Browser(own.database, 'live');
  await browser.post(plans.action, `/stemmen/${slug}`, { plan: '1', intent: 'next' }, { slug });
  const answer = await browser.post(
    lastButton.action,
    `/stemmen/${slug}/controleren`,
    { intent: 'code', code },
    { slug },
  );
  return answer.status;
}

test('many wrong codes from one address do not keep a right one out, and wait for their answer', async () => {
  const scene = await openNow();
  const [code = ''] = await codesOf(scene, 1);
  for (let n = 0; n < 40; n += 1) expect(await castWith(scene.slug, newCode())).toBe(404);
  expect(await castWith(scene.slug, newCode())).toBe(429);
  expect(await castWith(scene.slug, code)).toBe(303);
  expect(await ballotsOf(scene)).toEqual([[1]]);
});

test('many ballots from one address are a signal; who changes theirs is not counted again', async () => {
  const scene = await openNow();
  const codes = await codesOf(scene, thresholds.address);
  const [first = ''] = codes;
  const signals = async () => own.database.voteSignal.findMany({ where: { voteId: scene.voteId } });
  for (const code of codes.slice(0, -1)) expect(await castWith(scene.slug, code)).toBe(303);
  expect(await castWith(scene.slug, first)).toBe(303);
  expect(await signals()).toEqual([]);
  expect(await castWith(scene.slug, codes.at(-1) ?? '')).toBe(303);
  expect(await signals()).toMatchObject([{ kind: 'address', amount: thresholds.address }]);
});
