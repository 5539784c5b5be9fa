import { createCookie, type Cookie } from '@remix-run/node';
import { z } from 'zod';
import { newCode } from '#app/modules/voting/code.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { deriveKey, seal, unseal } from '#app/platform/secret.server.ts';

/**
 * What a browser keeps of somebody's vote: what is chosen and not cast yet, and the ballot code, with which the ballot is changed. Sealed,
 * so that nobody reads it off the device, and never in the database. What was cast is not in it: nobody can be made to show it.
 */
const ownVote = z.object({
  slug: z.string(),
  title: z.string(),
  choices: z.array(z.number().int()).max(500),
  /** The ballot code; of a letter, or one by chance for an account. */
  code: z.string(),
  isCast: z.boolean(),
  /** Seconds since 1970 at which the vote closes. */
  closesAt: z.number(),
});

export type OwnVote = z.infer<typeof ownVote>;

type Settings = Pick<Platform, 'env'>;
type Vote = { id: string; slug: string; title: string; closesAt: Date };

const prefix = 'stem-';
const nameOf = (voteId: string) => `${prefix}${voteId.slice(-12)}`;

/** Days that a receipt stays on the device after a vote closed. */
const daysAfter = 60;

function cookieOf({ env }: Settings, name: string, maxAge: number): Cookie {
  const secure = env.publicUrl.startsWith('https:');
  return createCookie(secure ? `__Host-${name}` : name, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge });
}

const keyOf = ({ env }: Settings) => deriveKey(env.sessionSecret, 'own-vote');

function read(platform: Settings, value: unknown): OwnVote | null {
  if (typeof value !== 'string') return null;
  const text = unseal(keyOf(platform), value);
  if (text === null) return null;
  const parsed = ownVote.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/** What this browser keeps of a vote; an empty one with a new ballot code where it keeps nothing. */
export async function readOwnVote(request: Request, platform: Settings, vote: Vote): Promise<OwnVote> {
  const cookie = cookieOf(platform, nameOf(vote.id), 0);
  const known = read(platform, await cookie.parse(request.headers.get('Cookie')));
  if (known !== null && known.slug === vote.slug) return known;
  const { slug, title } = vote;
  return { slug, title, choices: [], code: newCode(), isCast: false, closesAt: vote.closesAt.getTime() / 1000 };
}

/** @returns header that makes the browser keep it */
export async function writeOwnVote(platform: Settings, vote: Vote, own: OwnVote, now: Date): Promise<string> {
  const maxAge = Math.max(0, Math.floor((vote.closesAt.getTime() - now.getTime()) / 1000)) + daysAfter * 24 * 60 * 60;
  return cookieOf(platform, nameOf(vote.id), maxAge).serialize(seal(keyOf(platform), JSON.stringify(own)));
}

/** @returns header that makes the browser forget it */
export async function forgetOwnVote(platform: Settings, voteId: string): Promise<string> {
  return cookieOf(platform, nameOf(voteId), 0).serialize('', { maxAge: 0 });
}

/** Votes for which this browser has choices that are not cast, as long as they can be. */
export async function unfinishedVotes(
  request: Request,
  platform: Pick<Platform, 'env' | 'clock'>,
): Promise<{ slug: string; title: string }[]> {
  const header = request.headers.get('Cookie') ?? '';
  // asking for the time makes a page that is kept stale every minute; who has no such cookie does not ask
  const names = [...header.matchAll(/(?:^|;\s*)(?:__Host-)?(stem-[0-9a-f]{12})=/g)].map(([, name = '']) => name);
  const votes: { slug: string; title: string }[] = [];
  for (const name of names) {
    const own = read(platform, await cookieOf(platform, name, 0).parse(header));
    const isWaiting = own !== null && own.choices.length > 0 && own.closesAt > platform.clock.now().getTime() / 1000;
    if (isWaiting) votes.push({ slug: own.slug, title: own.title });
  }
  return votes;
}

/** By chance for each browser: in which order it sees projects. */
const orderCookie = (platform: Settings) => cookieOf(platform, 'volgorde', 180 * 24 * 60 * 60);

export async function readOrder(request: Request, platform: Settings): Promise<string | null> {
  const value: unknown = await orderCookie(platform).parse(request.headers.get('Cookie'));
  return typeof value === 'string' && /^[A-Z2-9]{16}$/.test(value) ? value : null;
}

/** @returns an order by chance, and the header that makes the browser keep it */
export async function newOrder(platform: Settings): Promise<{ order: string; cookie: string }> {
  const order = newCode();
  return { order, cookie: await orderCookie(platform).serialize(order) };
}
