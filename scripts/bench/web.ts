import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { z } from 'zod';
import type { Bytes } from './bare-server.ts';
import type { Ask, Asked } from './web-client.ts';

export type Visited = Asked & { bare: number };

/** Asks for pages beside a bare server that sends the same bytes; both in processes of their own. */
export type Web = {
  /** @throws Error when a page answers anything but success */
  visit: (paths: readonly string[]) => Promise<Visited>;
  /**
   * The same past what is kept: every page is made anew.
   * @param measure begins to measure when all is warm, and is called when all was answered
   */
  visitAnew: (paths: readonly string[], measure: () => Promise<() => Promise<void>>) => Promise<Asked>;
  close: () => void;
};

const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const connections = 8;

const port = z.object({ port: z.number() });

export async function openWeb(origin: string): Promise<Web> {
  const client = fork(new URL('./web-client.ts', import.meta.url));
  const bare = fork(new URL('./bare-server.ts', import.meta.url));
  const [, [told]] = await Promise.all([once(client, 'message'), once(bare, 'message') as Promise<unknown[]>]);
  const bareOrigin = `http://127.0.0.1:${String(port.parse(told).port)}`;
  const ask = async (at: string, paths: readonly string[], warm: number, cookie: string | null = null) =>
    sound(paths, await said<Asked>(client, { origin: at, paths: [...paths], connections, seconds, warm, cookie }));
  return {
    visit: async (paths) => {
      const bytes = await firstAnswer(`${origin}${paths[0] ?? '/'}`);
      await said(bare, bytes);
      const before = await ask(bareOrigin, ['/'], 1);
      const asked = await ask(origin, paths, 1);
      const after = await ask(bareOrigin, ['/'], 0);
      return { ...asked, bare: (before.perSecond + after.perSecond) / 2 };
    },
    visitAnew: async (paths, measure) => {
      const cookie = 'anders=1';
      await ask(origin, paths, 0, cookie);
      const measured = await measure();
      const asked = await ask(origin, paths, 0, cookie);
      await measured();
      return asked;
    },
    close: () => {
      client.kill();
      bare.kill();
    },
  };
}

function sound(paths: readonly string[], asked: Asked): Asked {
  if (asked.failed === 0 && asked.times > 0) return asked;
  throw new Error(`${paths[0] ?? '/'} failed ${String(asked.failed)} times, and answered ${String(asked.times)} times`);
}

async function said<Answer>(child: ChildProcess, message: Ask | Bytes): Promise<Answer> {
  const answer = once(child, 'message');
  child.send(message);
  const [first] = (await answer) as [Answer];
  return first;
}

/** As it goes over the line: compressed, with its headers. `fetch` would unpack it. */
async function firstAnswer(url: string): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers: { 'accept-encoding': 'gzip', 'accept-language': 'nl' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${String(response.statusCode)}`));
        const { 'transfer-encoding': _chunked, connection: _connection, date: _date, ...kept } = response.headers;
        const body = Buffer.concat(chunks);
        const headers = Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, String(value)]));
        resolve({ headers: { ...headers, 'content-length': String(body.length) }, body: body.toString('base64') });
      });
    });
    asking.on('error', reject);
    asking.end();
  });
}
