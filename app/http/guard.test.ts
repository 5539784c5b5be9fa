import type { AppLoadContext } from '@remix-run/node';
import { describe, expect, test } from 'vitest';
import { accepted, refused } from '#app/kernel/outcome.ts';
import type { Policy, PolicyRefusal } from '#app/modules/people/policy.ts';
import { mostFields } from './form-limits.ts';
import { guardAction, guardLoader, guardSensitiveAction, isGuarded } from './guard.server.ts';

// the policies of these tests look at nobody, so there is nobody to look up
const context = {
  platform: {
    env: { mode: 'demo', publicUrl: 'http://localhost', sessionSecret: 'x'.repeat(32) },
    database: {},
    clock: { now: () => new Date(0) },
  },
} as unknown as AppLoadContext;

const open: Policy = () => accepted();
const shut =
  (reason: PolicyRefusal): Policy =>
  () =>
    refused(reason);

const request = (path: string, init?: RequestInit) => new Request(`http://localhost${path}`, init);

async function turnedAway(
  policy: Policy,
  path: string,
  init?: RequestInit,
): Promise<{ status: number; location: string | null }> {
  const handler = guardAction(policy, () => {
    throw new Error('the handler must not run');
  });
  const thrown: unknown = await handler({ request: request(path, init), params: {}, context }).catch(
    (error: unknown) => error,
  );
  if (thrown instanceof Response) return { status: thrown.status, location: thrown.headers.get('location') };
  if (thrown instanceof Error) throw thrown;
  return { status: (thrown as { init: ResponseInit }).init.status ?? 0, location: null };
}

describe('who may not come in', () => {
  test('a visitor signs in first, and then comes back', async () => {
    expect(await turnedAway(shut('sign-in-needed'), '/mijn?tab=2')).toEqual({
      status: 302,
      location: '/inloggen?naar=%2Fmijn%3Ftab%3D2',
    });
  });

  test.each([
    ['sign-in-needed', 'sign-in', '/inloggen?naar=%2Floket%2F1'],
    ['second-factor-needed', 'second-step', '/inloggen/tweede-stap?naar=%2Floket%2F1'],
  ] as const)('what was posted goes back to who posted it: %s', async (reason, needs, signInHref) => {
    const form = new FormData();
    form.append('reden', 'Eerste regel\nTweede <regel>');
    form.append('thema', 'a');
    form.append('thema', 'b');
    form.append('bijlage', new File(['x'], 'x.pdf'));
    const answer = await guardAction(
      shut(reason),
      () => null,
    )({
      request: request('/loket/1?stap=2', { method: 'POST', body: form }),
      params: {},
      context,
    }).catch((thrown: unknown) => thrown);
    expect(answer).toMatchObject({ status: 401 });
    expect(await (answer as Response).json()).toEqual({
      needs,
      action: '/loket/1?stap=2',
      signInHref,
      fields: [
        // as browsers send the end of a line
        ['reden', 'Eerste regel\r\nTweede <regel>'],
        ['thema', 'a'],
        ['thema', 'b'],
      ],
      hadFile: true,
    });
  });

  test('a secret, or what somebody else must not send again, does not come back', async () => {
    const answer = await guardSensitiveAction(
      shut('sign-in-needed'),
      () => null,
    )({
      request: request('/mijn/gegevens?a=1', { method: 'POST', body: new URLSearchParams({ confirmation: 'ja' }) }),
      params: {},
      context,
    }).catch((thrown: unknown) => thrown as Response);
    expect(answer).toMatchObject({ status: 302 });
    expect(answer?.headers.get('location')).toBe('/inloggen?naar=%2Fmijn%2Fgegevens');
  });

  test.each([
    [
      'more fields than any form has',
      Array.from({ length: mostFields + 1 }, (_, index) => [`a${String(index)}`, '']),
      413,
    ],
    ['more text than any form has', [['a', 'x'.repeat(1024 * 1024)]], 413],
    ['as much as a form may have', [['a', 'x'.repeat(1000)]], 401],
  ])('a signed-out visitor who posts %s is answered with %3$s', async (_what, fields, status) => {
    const form = new FormData();
    for (const [name = '', value = ''] of fields) form.append(name, value);
    expect(await turnedAway(shut('sign-in-needed'), '/loket/1', { method: 'POST', body: form })).toMatchObject({
      status,
    });
  });

  test.each([
    ['role-needed', 403],
    ['not-found', 404],
  ] as const)('%s → %i', async (reason, status) => {
    expect(await turnedAway(shut(reason), '/')).toEqual({ status, location: null });
  });
});

test('an address with a zero byte in it is not there', async () => {
  const loader = guardLoader(open, () => {
    throw new Error('the handler must not run');
  });
  const thrown: unknown = await loader({ request: request('/x'), params: { slug: 'tuin\u0000' }, context }).catch(
    (error: unknown) => error,
  );
  expect(thrown).toMatchObject({ status: 404 });
});

describe('who may', () => {
  test('gets what was posted, in the language asked for', async () => {
    const action = guardAction(open, ({ form, locale, t, now }) => [
      form.get('title'),
      locale,
      t('forms:required'),
      now.getTime(),
    ]);
    const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie: 'taal=en' };
    const posted = request('/x', { method: 'POST', body: 'title=Tuin', headers });
    expect(await action({ request: posted, params: {}, context })).toEqual(['Tuin', 'en', 'Fill this in.', 0]);
  });

  test('a body that is no form is left for the handler to read', async () => {
    const action = guardAction(open, async ({ form, request }) => [
      [...form.keys()].length,
      (await request.json()) as unknown,
    ]);
    const posted = request('/x', { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } });
    expect(await action({ request: posted, params: {}, context })).toEqual([0, { a: 1 }]);
  });
});

test('only what was made by a guard counts as guarded', () => {
  expect(isGuarded(guardLoader(open, () => null))).toBe(true);
  expect(isGuarded(async () => Promise.resolve(null))).toBe(false);
  expect(isGuarded(undefined)).toBe(false);
});
