import type { Database } from '#app/platform/database.server.ts';
import { Browser } from '#tests/integration/people/visiting.ts';

export type Asked = { status: number; headers: Headers; text: string; json: unknown };

type Question = { params?: Record<string, string>; headers?: Record<string, string>; method?: string };

/** Asks a route for a file, as a machine does that never signed in. */
export async function ask(database: Database, loader: unknown, path: string, question: Question = {}): Promise<Asked> {
  const { params = {}, ...asked } = question;
  const { response } = await new Browser(database, 'demo').get(loader, path, params, asked);
  if (response === null) throw new Error(`${path} answered no file`);
  const text = await response.text();
  const isJson = /^application\/(json|problem\+json|vnd\.oai)/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : null,
  };
}
