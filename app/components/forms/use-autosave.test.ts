import type { ClientActionFunctionArgs } from '@remix-run/react';
import { describe, expect, test } from 'vitest';
import { stayWhileAutosaving } from './use-autosave.ts';

const post = async (intent: string, serverAction: () => Promise<unknown>) =>
  stayWhileAutosaving({
    request: new Request('http://localhost/', { method: 'POST', body: new URLSearchParams({ intent }) }),
    params: {},
    serverAction: serverAction as ClientActionFunctionArgs['serverAction'],
  });

const answered = (status: number) => ({ status, statusText: '', internal: false, data: null });
const fails = (error: unknown) => async () => {
  await Promise.resolve();
  throw error;
};

describe('a form that cannot save itself stays on the screen', () => {
  test.each([
    ['the session ended', answered(401), 'signed-out'],
    ['there is no network', new TypeError('Failed to fetch'), 'unreached'],
    ['it was thrown away in another window', answered(404), undefined],
    ['the server failed', answered(500), undefined],
  ])('%s', async (_what, error, unsaved) => {
    expect(await post('autosave', fails(error))).toEqual({ autosaved: false, isConflict: false, unsaved });
  });

  test('a button is no autosave: what goes wrong shows', async () => {
    await expect(post('next', fails(answered(404)))).rejects.toMatchObject({ status: 404 });
  });

  test('what was saved is passed on', async () => {
    expect(await post('autosave', async () => Promise.resolve({ autosaved: true }))).toEqual({ autosaved: true });
  });
});
