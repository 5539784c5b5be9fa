import { get, Agent, request, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '#app/kernel/ids.ts';

/** One change as a screen heard it, and when by the clock of this machine. */
export type HeardChange = { number: number; noteId: string | null; at: number };

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** One screen that follows a gathering over HTTP and comes back when it is cut off, as the page does. */
export class CrowdScreen {
  readonly heard: HeardChange[] = [];
  /** Numbers that did not follow on the one before. */
  readonly gaps: string[] = [];
  readonly #url: string;
  readonly #cookie: string;
  #last: number;
  #isStopped = false;
  #answer: IncomingMessage | null = null;
  connections = 0;

  /** @param url of the stream. @param cookie of a seat. @param since number up to which it knows everything */
  constructor(url: string, cookie: string, since: number) {
    this.#url = url;
    this.#cookie = cookie;
    this.#last = since;
  }

  get last(): number {
    return this.#last;
  }

  async follow(): Promise<void> {
    while (!this.#isStopped) {
      await this.#once().catch(() => undefined);
      if (!this.#isStopped) await wait(200 + Math.random() * 800);
    }
  }

  stop(): void {
    this.#isStopped = true;
    this.#answer?.destroy();
  }

  async #once(): Promise<void> {
    const headers = { cookie: this.#cookie, 'last-event-id': String(this.#last), accept: 'text/event-stream' };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(this.#url, { headers, agent: false }, resolve).on('error', reject);
    });
    this.#answer = answer;
    answer.setEncoding('utf8');
    if (answer.statusCode !== 200) {
      answer.resume();
      return;
    }
    this.connections += 1;
    let rest = '';
    for await (const chunk of answer) {
      const events = (rest + String(chunk)).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) this.#hear(event);
    }
  }

  #hear(event: string): void {
    const json = /^data: (\{.*\})$/m.exec(event)?.[1];
    if (json === undefined) return;
    const change = JSON.parse(json) as { number: number; note?: { id: string } | null };
    if (change.number !== this.#last + 1) this.gaps.push(`${String(this.#last)} → ${String(change.number)}`);
    this.#last = change.number;
    this.heard.push({ number: change.number, noteId: change.note?.id ?? null, at: Date.now() });
  }
}

async function post(url: string, origin: string, cookie: string, fields: Record<string, string>): Promise<number> {
  const body = new URLSearchParams(fields).toString();
  const headers = {
    ...{ cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent, timeout: 15_000 }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        resolve(answer.statusCode ?? 0);
      });
      answer.on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', reject);
    sent.end(body);
  });
}

type Wall = { origin: string; slug: string; cookies: readonly string[] };

/**
 * Writes notes at an even pace, each from another seat, and sends each again until the server says that it has it, as phones do.
 * @returns ids of what the server said it has, and how often something was sent
 */
export async function writeNotes(
  { origin, slug, cookies }: Wall,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<{ acknowledged: string[]; posts: number }> {
  const url = `${origin}/ontmoet/${slug}/muur/briefje`;
  const acknowledged: string[] = [];
  let posts = 0;
  const untilThere = async (n: number) => {
    const id = newId();
    const note = { id, kind: 'idea', text: `Briefje ${String(n)} van de drukke avond`, byline: '' };
    const cookie = cookies[n % cookies.length] ?? '';
    for (;;) {
      posts += 1;
      const status = await post(url, origin, cookie, note).catch(() => 0);
      if (status === 200) {
        acknowledged.push(id);
        return;
      }
      if (status >= 400 && status < 500 && status !== 429) throw new Error(`a note was refused: ${String(status)}`);
      await wait(500 + Math.random() * 1000);
    }
  };
  const start = performance.now();
  const all: Promise<void>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    await wait(Math.max(0, start + (n * 1000) / perSecond - performance.now()));
    all.push(untilThere(n));
  }
  await Promise.all(all);
  return { acknowledged, posts };
}

/** @param part between 0 and 1 */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
