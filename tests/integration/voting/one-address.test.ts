import { expect, test } from 'vitest';
import { addMinutes } from '#app/kernel/instant.ts';
import { newCode } from '#app/modules/voting/code.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { atOnce } from '#app/http/vote-tries.server.ts';
import { thresholds } from '#app/modules/voting/signal.ts';
import * as plans from '#app/routes/stemmen.$slug._index.tsx';
import * as lastButton from '#app/routes/stemmen.$slug.controleren.tsx';
import { testNow } from '#tests/factories/index.ts';
import { Browser } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { announced, ballotsOf, codesOf, type VoteScene } from './vote-scene.ts';

const own = useTestDatabase();

/** The hour of the clock of these tests. */
const signalHour = new Date(Math.floor(testNow.getTime() / 3_600_000) * 3_600_000);

async function openNow(): Promise<VoteScene & { slug: string }> {
  const scene = await announced(own.database, { opensAt: addMinutes(testNow, -60) });
  await keepTime(own.database, testNow);
  const { slug } = await own.database.vote.findUniqueOrThrow({ where: { id: scene.voteId } });
  return { ...scene, slug };
}

/** Somebody in a school: chooses the first plan and presses the last button with a code. @returns where that led, and what they read there */
async function castWith(slug: string, code: string): Promise<{ to: string | null; refusal: string | null }> {
  const browser = new Browser(own.database, 'live');
  const here = `/stemmen/${slug}/controleren`;
  await browser.post(plans.action, `/stemmen/${slug}`, { plan: '1', intent: 'next' }, { slug });
  const answer = await browser.post(lastButton.action, here, { plan: '1', intent: 'code', code }, { slug });
  expect(answer.status).toBe(303);
  const { data } = await browser.get(lastButton.loader, here, { slug });
  return { to: answer.location, refusal: (data as { reply: { refusal: string } | null }).reply?.refusal ?? null };
}

const cast = async (slug: string, code: string) =>
  expect((await castWith(slug, code)).to).toBe(`/stemmen/${slug}/ontvangst`);

test('many wrong codes from one address do not keep a right one out, and are told that they wait', async () => {
  const scene = await openNow();
  const [code = ''] = await codesOf(scene, 1);
  const wrong = async () => (await castWith(scene.slug, newCode())).refusal;
  for (let n = 0; n < atOnce.address; n += 1) expect(await wrong()).toMatch(/^Deze code klopt niet/);
  expect(await wrong()).toMatch(/veel verkeerde codes geprobeerd/);
  await cast(scene.slug, code);
  expect(await ballotsOf(scene)).toEqual([[1]]);
});

test('why a ballot was not cast is read once, with what was typed, on a page that can be opened again', async () => {
  const { slug } = await openNow();
  const browser = new Browser(own.database, 'live');
  const here = `/stemmen/${slug}/controleren`;
  await browser.post(plans.action, `/stemmen/${slug}`, { plan: '1', intent: 'next' }, { slug });
  const answer = await browser.post(
    lastButton.action,
    here,
    { plan: '1', intent: 'code', code: 'abcd-efgh' },
    { slug },
  );
  expect(answer).toMatchObject({ status: 303, location: here });
  expect(decodeURIComponent(answer.cookies.join())).not.toContain('abcd');
  const look = async () => (await browser.get(lastButton.loader, here, { slug })).data;
  expect(await look()).toMatchObject({ reply: { typed: 'abcd-efgh', intent: 'code' } });
  expect(await look()).toMatchObject({ reply: null, chosen: [{ number: 1 }] });
});

test('many ballots from one address are a signal; who changes theirs is not counted again', async () => {
  const scene = await openNow();
  const codes = await codesOf(scene, thresholds.address);
  const [first = ''] = codes;
  const signals = async () => own.database.voteSignal.findMany({ where: { voteId: scene.voteId } });
  for (const code of codes.slice(0, -1)) await cast(scene.slug, code);
  await cast(scene.slug, first);
  expect(await signals()).toEqual([]);
  await cast(scene.slug, codes.at(-1) ?? '');
  expect(await signals()).toMatchObject([{ kind: 'address', amount: thresholds.address, notedAt: signalHour }]);
});

test('a signal that cannot be noted costs nobody the receipt', async () => {
  const scene = await openNow();
  const codes = await codesOf(scene, thresholds.address);
  const [wrong] = [newCode()];
  await own.database.$executeRaw`alter table vote_signal rename to vote_signal_gone`;
  await own.database.$executeRaw`alter table vote_wrong_codes rename to vote_wrong_codes_gone`;
  try {
    for (const code of codes) await cast(scene.slug, code);
    expect((await castWith(scene.slug, wrong)).refusal).not.toBeNull();
  } finally {
    await own.database.$executeRaw`alter table vote_signal_gone rename to vote_signal`;
    await own.database.$executeRaw`alter table vote_wrong_codes_gone rename to vote_wrong_codes`;
  }
  expect(await ballotsOf(scene)).toHaveLength(codes.length);
});
