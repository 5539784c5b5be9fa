import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, test } from 'vitest';
import { limitBody } from './body-limit.ts';
import { requireOwnOrigin } from './origin.ts';
import { answerPreflights } from './preflight.ts';
import { limitPosts } from './rate-limit.ts';
import { limitReads } from './read-limit.ts';
import { limitSearches } from './search-limit.ts';
import { securityHeaders } from './security-headers.ts';
import { requireSoundRequest } from './sound-request.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Starts a server of these parts only. @returns its address */
async function serve(...parts: (express.RequestHandler | express.RequestHandler[])[]): Promise<string> {
  const app = express();
  for (const part of parts) app.use(part);
  app.use((_request, response) => {
    response.send('done');
  });
  const started = createServer(app);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

describe('where a change comes from', () => {
  const publicUrl = 'https://wijkbeurs.example.org';
  const post = async (headers: Record<string, string>, mode: 'live' | 'demo' = 'live') =>
    (await fetch(await serve(requireOwnOrigin({ mode, publicUrl })), { method: 'POST', headers })).status;

  test.each([
    [{ origin: publicUrl }, 200],
    [{ origin: publicUrl, 'sec-fetch-site': 'same-origin' }, 200],
    [{ referer: `${publicUrl}/initiatieven/nieuw` }, 200],
    [{ origin: publicUrl, 'sec-fetch-site': 'cross-site' }, 403],
    [{ origin: publicUrl, 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: `${publicUrl}.evil.example` }, 403],
    [{ origin: 'null' }, 403],
    [{ referer: `https://evil.example/${publicUrl}` }, 403],
    [{}, 403],
  ])('%o → %i', async (headers, status) => {
    expect(await post(headers)).toBe(status);
  });

  test('a mail program stops mails with one click, without cookies, and nothing else passes that way', async () => {
    const cookies: (string | undefined)[] = [];
    const url = await serve(requireOwnOrigin({ mode: 'live', publicUrl }), (request, _response, next) => {
      cookies.push(request.get('cookie'));
      next();
    });
    const click = async (path: string, headers: Record<string, string> = {}) => {
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
      return (await fetch(`${url}${path}`, { method: 'POST', headers: { cookie: 'sessie=x', ...headers }, body }))
        .status;
    };
    const token = 'a'.repeat(43);
    expect(await click(`/volgen/uit/${token}`)).toBe(200);
    expect(await click(`/volgen/uit/${token}`, { origin: 'https://evil.example' })).toBe(403);
    expect(await click(`/volgen/mijn/${token}`)).toBe(403);
    expect(await click('/volgen/uit/kort')).toBe(403);
    expect(cookies).toEqual([undefined]);
  });

  test('a demo may be visited by any name of its machine, a live installation may not', async () => {
    for (const [mode, status] of [
      ['demo', 200],
      ['live', 403],
    ] as const) {
      const url = await serve(requireOwnOrigin({ mode, publicUrl }));
      expect((await fetch(url, { method: 'POST', headers: { origin: url } })).status).toBe(status);
      server?.close();
    }
  });

  test('a proxy may call us by an inner name: the pages see the one that the browser used', async () => {
    const told: (string | undefined)[] = [];
    const url = await serve(requireOwnOrigin({ mode: 'live', publicUrl }), (request, _response, next) => {
      told.push(request.get('x-forwarded-host'));
      next();
    });
    await fetch(url, { method: 'POST', headers: { origin: publicUrl } });
    await fetch(url, { method: 'POST', headers: { origin: publicUrl, 'x-forwarded-host': 'inner:3000' } });
    expect(told).toEqual(['wijkbeurs.example.org', 'wijkbeurs.example.org']);
  });

  test('reading is open to all', async () => {
    const url = await serve(requireOwnOrigin({ mode: 'live', publicUrl }));
    expect((await fetch(url, { headers: { origin: 'https://elsewhere.example' } })).status).toBe(200);
  });
});

test('too many posts in a minute get a page that says when to come back', async () => {
  const url = await serve(limitPosts({ postsPerMinute: 2 }));
  const post = async () => fetch(url, { method: 'POST', headers: { 'accept-language': 'en' } });
  expect((await post()).status).toBe(200);
  expect((await post()).status).toBe(200);
  const refused = await post();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.text()).toContain('One moment please');
  expect((await fetch(url)).status).toBe(200);
});

test('a room full of people behind one address posts more, to the pages of the room only', async () => {
  const url = await serve(limitPosts({ postsPerMinute: 1 }));
  const post = async (path: string) => (await fetch(`${url}${path}`, { method: 'POST' })).status;
  for (let n = 0; n < 20; n += 1) expect(await post('/ontmoet/osdorp/muur/briefje')).toBe(200);
  // a hall that votes: every choice is kept as it is made
  for (let n = 0; n < 60; n += 1) expect(await post('/stemmen/plein/keuze')).toBe(200);
  expect(await post('/stemmen/plein/controleren')).toBe(200);
  expect(await post('/ontmoet/osdorp/aanmelden')).toBe(200);
  expect(await post('/ontmoet/osdorp/aanmelden')).toBe(429);
});

test('too many questions of a machine get an answer that it can read; a whole dataset counts for more, a page for nothing', async () => {
  const url = await serve(limitReads({ readsPerMinute: 8, publicUrl: 'https://wijkbeurs.example.org' }));
  const get = async (path: string) => fetch(`${url}${path}`, { headers: { 'accept-language': 'en' } });
  expect((await get('/api/v1/decisions')).headers.get('ratelimit-remaining')).toBe('7');
  expect((await get('/api/v1/decisions.csv.gz')).headers.get('ratelimit-remaining')).toBe('2');
  expect((await get('/feeds/alles.atom')).status).toBe(200);
  expect((await get('/open-data/360giving.json')).status).toBe(429);
  const refused = await get('/api/v1/decisions');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('access-control-allow-origin')).toBe('*');
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  const problem = (await refused.json()) as { type: string; detail: string };
  expect(problem.type).toBe('https://wijkbeurs.example.org/open-data#too-many');
  expect(problem.detail).toContain('seconds');
  expect((await get('/open-data')).status).toBe(200);
  expect((await get('/besluiten')).status).toBe(200);
});

test('too many searches in a minute get a page in plain words; whoever does not search is not counted', async () => {
  const url = await serve(limitSearches({ searchesPerMinute: 4 }));
  const get = async (path: string) => fetch(`${url}${path}`);
  for (const path of ['/initiatieven', '/initiatieven?thema=jeugd', '/zoekwoorden', '/initiatieven/zoeken'])
    expect((await get(path)).status, path).toBe(200);
  for (const path of [
    '/zoeken?q=tuin',
    '/Zoeken.data?q=tui&_routes=routes%2Fzoeken',
    '/initiatieven?zoek=tuin',
    '/initiatieven/lijkt-op?titel=tuin',
  ])
    expect((await get(path)).status, path).toBe(200);
  const refused = await get('/zoeken?q=tuin');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.text()).toContain('Even rustig aan');
  expect((await get('/initiatieven?zoek=tuin')).status).toBe(429);
  expect((await get('/initiatieven')).status).toBe(200);
});

test('another way to write the same address is counted as well', async () => {
  const url = await serve(limitReads({ readsPerMinute: 100, publicUrl: 'https://wijkbeurs.example.org' }));
  let left = 100;
  for (const path of [
    '/API/v1/decisions.csv',
    '/api/v1/decisions.csv/',
    '/api/v%31/decisions%2Ecsv',
    '/Open-Data/360Giving.json/',
  ]) {
    left -= 5;
    expect((await fetch(`${url}${path}`)).headers.get('ratelimit-remaining'), path).toBe(String(left));
  }
});

test('a page of another site may read the open data, and nothing else', async () => {
  const url = await serve(answerPreflights());
  const ask = async (path: string) => fetch(`${url}${path}`, { method: 'OPTIONS' });
  const allowed = await ask('/api/v1/decisions');
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get('access-control-allow-headers')).toContain('If-None-Match');
  expect(allowed.headers.has('access-control-allow-credentials')).toBe(false);
  expect((await ask('/mijn')).headers.has('access-control-allow-origin')).toBe(false);
});

test('a body that is too large is refused unread', async () => {
  // a script of ours gets the answer itself
  const url = `${await serve(limitBody())}/initiatieven.data`;
  const post = async (size: number) => (await fetch(url, { method: 'POST', body: 'x'.repeat(size) })).status;
  expect(await post(1000)).toBe(200);
  expect(await post(1024 * 1024 + 1)).toBe(413);
});

test('a file of a vote that is somewhat too large reaches the page that says how large it may be', async () => {
  const url = await serve(limitBody());
  const body = new FormData();
  body.append('file', new Blob(['x'.repeat(12 * 1024 * 1024)]), 'stemming.pb');
  const post = async (path: string) => (await fetch(`${url}${path}`, { method: 'POST', body })).status;
  expect(await post('/stemmingen/uitproberen.data')).toBe(200);
  expect(await post('/initiatieven.data')).toBe(413);
});

test('what is too large goes to the page that says so, and no body comes along', async () => {
  const seen: (string | undefined)[] = [];
  const url = await serve(limitBody(), (request, _response, next) => {
    seen.push(request.method, request.originalUrl);
    next();
  });
  await fetch(`${url}/initiatieven/nieuw?a=1`, { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) });
  expect(seen).toEqual(['GET', '/te-groot']);
});

test('each page has a policy with a number of its own, and no inline script or style is let through', async () => {
  const url = await serve(securityHeaders({ isDevelopment: false, isHttps: true }));
  const policies = [await fetch(url), await fetch(url)].map(
    (response) => response.headers.get('content-security-policy') ?? '',
  );
  const [first, second] = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1]);
  expect(first).not.toBe(second);
  expect(policies[0]).not.toContain('unsafe');
  expect(policies[0]).toContain("frame-ancestors 'none'");
  expect(policies[0]).toContain('upgrade-insecure-requests');
});

test('only the streets under the map may come from another site, and only from the one that was set', async () => {
  const policyOf = async (mapTiles: { url: string; attribution: string } | null) => {
    const answer = await fetch(await serve(securityHeaders({ isDevelopment: false, isHttps: true, mapTiles })));
    return (answer.headers.get('content-security-policy') ?? '')
      .split(';')
      .filter((one) => /^(connect|worker)/.test(one));
  };
  expect(await policyOf(null)).toEqual(["connect-src 'self'", "worker-src 'self'"]);
  expect(await policyOf({ url: 'https://tiles.example.org/{z}/{x}/{y}.png', attribution: 'Them' })).toEqual([
    "connect-src 'self' https://tiles.example.org",
    "worker-src 'self'",
  ]);
});

describe('a request that no browser sends is refused', () => {
  const statusOf = async (method: string, target: string, host: string) => {
    const { port } = new URL(await serve(requireSoundRequest()));
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    return Number(answer.split(' ')[1]);
  };

  test.each([
    ['GET', '/', 'localhost:3000', 200],
    ['GET', '/', '[::1]:3000', 200],
    ['HEAD', '//elsewhere.example/', 'localhost', 200],
    ['POST', '/', 'localhost', 200],
    ['TRACE', '/', 'localhost', 405],
    ['PUT', '/', 'localhost', 405],
    ['OPTIONS', '*', 'localhost', 405],
    ['GET', 'http://elsewhere.example/', 'localhost', 400],
    ['GET', '/', 'a b<>"', 400],
    ['GET', '/', '[', 400],
    ['GET', '/zoeken?q=groen&%5Fdata=routes/zoeken', 'localhost', 400],
    ['GET', '/zoeken?q=_data', 'localhost', 200],
    ['GET', '/initiatieven/%E0%A4%A', 'localhost', 400],
    ['GET', '/initiatieven/caf%C3%A9?q=%E0%A4%A', 'localhost', 200],
  ])('%s %s of %s → %i', async (method, target, host, status) => {
    expect(await statusOf(method, target, host)).toBe(status);
  });
});
