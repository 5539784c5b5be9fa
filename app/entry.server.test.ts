import { expect, test } from 'vitest';
import type { AppLoadContext } from '@remix-run/node';
import { handleDataRequest, handleError } from './entry.server.tsx';
import { writeSession } from './http/session.server.ts';

const platform = { env: { publicUrl: 'https://wijkbeurs.example' } } as unknown as AppLoadContext['platform'];
const context = { platform } as AppLoadContext;

const cacheControl = async (cookie: string | null, response = new Response('')) => {
  const request = new Request('https://wijkbeurs.example/mijn.data', { headers: cookie === null ? {} : { cookie } });
  return (await handleDataRequest(response, { request, context })).headers.get('Cache-Control');
};

test('what somebody sees while signed in is kept nowhere', async () => {
  const cookie = (await writeSession(platform, 'token')).split(';')[0] ?? '';
  expect(await cacheControl(cookie)).toBe('private, no-store');
  expect(await cacheControl(null)).toBe('private, no-cache');
});

test('what a route says of keeping goes first', async () => {
  const response = new Response('', { headers: { 'Cache-Control': 'public, max-age=60' } });
  expect(await cacheControl(null, response)).toBe('public, max-age=60');
});

test('the log tells faults of ours, not mistakes of a sender', () => {
  const told: unknown[] = [];
  const log = { error: (line: unknown) => told.push(line) };
  const handle = (error: unknown) => {
    const platform = { log } as unknown as AppLoadContext['platform'];
    handleError(error, {
      request: new Request('https://wijkbeurs.example/'),
      context: { platform, requestId: '1' } as AppLoadContext,
    });
  };
  handle({ status: 405, statusText: 'Method Not Allowed', internal: true, data: 'no action' });
  expect(told).toHaveLength(0);
  handle(new Error('broken'));
  expect(told).toHaveLength(1);
});
