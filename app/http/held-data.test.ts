import { data, type LoaderFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { holdData, releaseData } from './held-data.ts';

const answerOf = async (answer: unknown) =>
  holdData((() => answer) as LoaderFunction)({} as unknown as LoaderFunctionArgs);

test('what is held is not written down, and is the same when it is given back', async () => {
  const plans = { plans: [{ title: 'Buurttuin' }] };
  const kept = await answerOf(plans);
  expect(JSON.stringify(kept)).toBe('{}');
  expect(releaseData({ list: kept }).list).toBe(plans);
});

test('with a status and headers: Remix still reads those', async () => {
  const given = data({ title: 'Buurttuin' }, { status: 503, headers: { 'Retry-After': '60' } });
  const kept = (await answerOf(given)) as typeof given;
  expect(kept).toBeInstanceOf(given.constructor);
  expect(kept.init).toBe(given.init);
  expect(JSON.stringify(kept.data)).toBe('{}');
  expect(releaseData({ list: kept.data }).list).toBe(given.data);
});

test.each([[null], ['tekst'], [new Response('bestand')]])('%s goes as it is', async (answer) => {
  const kept = await answerOf(answer);
  expect(kept).toBe(answer);
  expect(releaseData({ list: kept })).toEqual({ list: answer });
});
