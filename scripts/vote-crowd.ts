import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { writeOwnVote } from '#app/http/own-vote.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';

/** The vote of which the crowd casts ballots, as it stands at `/stemmen/<slug>`. */
export type CrowdVote = { id: string; slug: string; title: string; closesAt: Date };

/** Somebody with a voting card: what their browser keeps, and what they were told last. */
export type Voter = { code: string; choices: number[]; cookie: string; acknowledged: number[] | null; posts: number };

type Settings = Pick<Platform, 'env' | 'clock'>;

/** A browser in which these plans were chosen. */
async function browserOf(platform: Settings, vote: CrowdVote, choices: number[]): Promise<string> {
  const { slug, title } = vote;
  const closesAt = vote.closesAt.getTime() / 1000;
  const own = { slug, title, choices, chosenBy: null, seed: 'A'.repeat(16), cast: null };
  const header = await writeOwnVote(platform, vote, { ...own, closesAt }, platform.clock.now());
  return header.split(';')[0] ?? '';
}

/** One voter for each code. @param choicesOf what the voter with this number in the row chooses */
export async function votersOf(
  platform: Settings,
  vote: CrowdVote,
  codes: readonly string[],
  choicesOf: (n: number) => number[],
): Promise<Voter[]> {
  return Promise.all(
    codes.map(async (code, n) => {
      const choices = choicesOf(n);
      return { code, choices, cookie: await browserOf(platform, vote, choices), acknowledged: null, posts: 0 };
    }),
  );
}

/** The same voter changes their mind: nothing is cast yet. */
export async function changeMind(platform: Settings, vote: CrowdVote, voter: Voter, choices: number[]): Promise<void> {
  voter.choices = choices;
  voter.cookie = await browserOf(platform, vote, choices);
}

/** Connections that stay open, as those of browsers; one for each crowd. */
export type Crowd = { cast: (voter: Voter, server: () => string) => Promise<void>; close: () => void };

/** Milliseconds that a voter waits for an answer. */
const patience = 15_000;

/** @param taken status of the answer to a ballot that was taken; a bare server gives another */
export function openCrowd(vote: Pick<CrowdVote, 'slug'>, taken = 303): Crowd {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const path = `/stemmen/${vote.slug}/controleren`;
  return {
    /** Posts until the server says that the ballot is there; who gets no answer posts the same again. */
    async cast(voter, server) {
      const { code, cookie, choices } = voter;
      for (;;) {
        voter.posts += 1;
        const origin = server();
        const form = [...choices.map((choice) => `plan=${String(choice)}`), 'intent=code', `code=${code}`].join('&');
        const status = await post(agent, `${origin}${path}`, origin, cookie, form).catch(() => 0);
        if (status === taken) {
          voter.acknowledged = choices;
          return;
        }
        if (status >= 400 && status < 500) throw new Error(`a ballot was refused: ${String(status)}`);
        await wait(200 + Math.random() * 300);
      }
    },
    close: () => {
      agent.destroy();
    },
  };
}

/** @returns the status; 422 where the server leads back to the page with the mistake */
async function post(agent: Agent, url: string, origin: string, cookie: string, body: string): Promise<number> {
  const headers = {
    ...{ cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
    'content-length': body.length,
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent, timeout: patience }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        resolve(answer.headers.location?.endsWith('/controleren') === true ? 422 : (answer.statusCode ?? 0));
      });
      answer.on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', reject);
    sent.end(body);
  });
}

/**
 * Begins one after another at an even pace, whatever the server does.
 * @returns milliseconds of each, from the moment at which it should have begun
 */
export async function atPace<One>(
  all: readonly One[],
  perSecond: number,
  work: (one: One, n: number) => Promise<void>,
): Promise<number[]> {
  const begun = performance.now();
  const times: number[] = [];
  const under: Promise<void>[] = [];
  for (const [n, one] of all.entries()) {
    const due = begun + (n * 1000) / perSecond;
    if (due > performance.now()) await wait(due - performance.now());
    under.push(
      work(one, n).then(() => {
        times.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(under);
  return times;
}
