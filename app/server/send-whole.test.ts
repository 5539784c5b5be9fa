import { request as ask, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import compression from 'compression';
import express, { type ErrorRequestHandler } from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendingWhole } from './send-whole.ts';

const page = `<!DOCTYPE html><p>${'Een plan voor de buurt. '.repeat(9000)}</p>`;
let server: Server;

beforeAll(async () => {
  const app = express();
  app.use(compression());
  app.get('/', (request, response) => {
    const send = sendingWhole(request, response);
    send('<p>wordt vervangen</p>');
    send(page);
    // as Remix ends an answer without a body
    response.status(404).append('Content-Type', 'text/html; charset=utf-8');
    response.end();
  });
  app.get('/fout', (request, response) => {
    sendingWhole(request, response)(page);
    throw new Error('a fault after the page was handed over');
  });
  app.get('/half', (request, response) => {
    sendingWhole(request, response)(page);
    response.type('text').write('Unexpected ');
    response.end();
  });
  app.use(((_error, _request, response, _next) => {
    response.status(500).send('<p>Er ging iets mis.</p>');
  }) satisfies ErrorRequestHandler);
  await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', () => resolve())));
});

afterAll(() => server.close());

async function answerTo(
  method: string,
  accepts: string,
  path = '/',
): Promise<{ answer: IncomingMessage; body: Buffer }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asking = ask({ port, host: '127.0.0.1', method, path, headers: { 'accept-encoding': accepts } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ answer, body: Buffer.concat(chunks) }));
    });
    asking.on('error', reject);
    asking.end();
  });
}

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['identity', undefined, (body: Buffer) => body],
])('a page leaves in one piece for who accepts %s', async (accepts, encoding, unpack) => {
  const { answer, body } = await answerTo('GET', accepts);
  expect(answer.statusCode).toBe(404);
  expect(answer.headers['content-encoding']).toBe(encoding);
  expect(answer.headers['content-length']).toBe(String(body.length));
  expect(answer.headers.vary).toContain('Accept-Encoding');
  expect(unpack(body).toString()).toBe(page);
});

test('who only asks for the head gets no page', async () => {
  const { answer, body } = await answerTo('HEAD', 'gzip');
  expect(Number(answer.headers['content-length'])).toBeGreaterThan(0);
  expect(body).toHaveLength(0);
});

test('a fault after a page was handed over is answered as a fault, not with that page', async () => {
  const { answer, body } = await answerTo('GET', 'identity', '/fout');
  expect(answer.statusCode).toBe(500);
  expect(body.toString()).toBe('<p>Er ging iets mis.</p>');
  expect((await answerTo('GET', 'identity', '/half')).body.toString()).toBe('Unexpected ');
});
