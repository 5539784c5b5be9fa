import { z } from 'zod';
import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import { newCode } from '#app/modules/voting/code.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { deriveKey, keyedDigest, seal, unseal } from '#app/platform/secret.server.ts';
import { cookieOf } from './session.server.ts';

/**
 * What a browser keeps of somebody's vote: what is chosen and not cast yet, and the ballot code, with which the ballot is changed. Sealed,
 * so that nobody reads it off the device, and never in the database. What was cast is not in it: nobody can be made to show it.
 * What somebody with an account left here is theirs: who signs in next on this device begins anew.
 */
const ownVote = z.object({
  slug: z.string(),
  title: z.string(),
  choices: z.array(z.number().int()).max(500),
  /** Whose choices these are (`holderOf`); null: of who was not signed in. */
  chosenBy: z.string().nullable(),
  /** By chance for this browser: of it and somebody's account follows their ballot code, which is another for each account. */
  seed: z.string(),
  /** The ballot that was cast from here last: its code, and whose it is. */
  cast: z.object({ code: z.string(), by: z.string().nullable() }).nullable(),
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

const keyOf = ({ env }: Settings) => deriveKey(env.sessionSecret, 'own-vote');

function read(platform: Settings, value: unknown): OwnVote | null {
  if (typeof value !== 'string') return null;
  const text = unseal(keyOf(platform), value);
  if (text === null) return null;
  const parsed = ownVote.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/** Who is signed in, as this browser keeps it: says nothing to who has the cookie or the database alone. Null: nobody is. */
export function holderOf({ env }: Settings, actor: Actor): string | null {
  if (!isSignedIn(actor)) return null;
  return keyedDigest(deriveKey(env.sessionSecret, 'own-vote-holder'), actor.person.id).toString('base64url');
}

/** What this browser keeps of a vote for who asks; an empty one where it keeps nothing, or only what is somebody else's. */
export async function readOwnVote(request: Request, platform: Settings, vote: Vote, actor: Actor): Promise<OwnVote> {
  const cookie = cookieOf(platform, nameOf(vote.id), 0);
  const known = read(platform, await cookie.parse(request.headers.get('Cookie')));
  if (known !== null && known.slug === vote.slug) return withoutOthers(known, holderOf(platform, actor));
  const { slug, title } = vote;
  const nothing = { choices: [], chosenBy: null, cast: null };
  return { slug, title, ...nothing, seed: newCode(), closesAt: vote.closesAt.getTime() / 1000 };
}

function withoutOthers(own: OwnVote, holder: string | null): OwnVote {
  const isOthers = (by: string | null) => by !== null && holder !== null && by !== holder;
  return {
    ...own,
    ...(isOthers(own.chosenBy) ? { choices: [], chosenBy: null } : {}),
    cast: own.cast !== null && isOthers(own.cast.by) ? null : own.cast,
  };
}

/** @returns header that makes the browser keep it */
export async function writeOwnVote(platform: Settings, vote: Vote, own: OwnVote, now: Date): Promise<string> {
  return write(platform, nameOf(vote.id), own, now);
}

async function write(platform: Settings, name: string, own: OwnVote, now: Date): Promise<string> {
  const maxAge = Math.max(0, Math.floor(own.closesAt - now.getTime() / 1000)) + daysAfter * 24 * 60 * 60;
  return cookieOf(platform, name, maxAge).serialize(seal(keyOf(platform), JSON.stringify(own)));
}

/** @returns header that makes the browser forget it */
export async function forgetOwnVote(platform: Settings, voteId: string): Promise<string> {
  return cookieOf(platform, nameOf(voteId), 0).serialize('', { maxAge: 0 });
}

/** Votes that this browser keeps something of, by the name of the cookie. */
async function keptVotes(request: Request, platform: Settings): Promise<{ name: string; own: OwnVote }[]> {
  const header = request.headers.get('Cookie') ?? '';
  const names = [...header.matchAll(/(?:^|;\s*)(?:__Host-)?(stem-[0-9a-f]{12})=/g)].map(([, name = '']) => name);
  const votes: { name: string; own: OwnVote }[] = [];
  for (const name of names) {
    const own = read(platform, await cookieOf(platform, name, 0).parse(header));
    if (own !== null) votes.push({ name, own });
  }
  return votes;
}

/** Votes for which this browser has choices of who asks that are not cast, as long as they can be. */
export async function unfinishedVotes(
  request: Request,
  platform: Pick<Platform, 'env' | 'clock'>,
  actor: Actor,
): Promise<{ slug: string; title: string; hasCast: boolean }[]> {
  const holder = holderOf(platform, actor);
  const chosen = (await keptVotes(request, platform))
    .map(({ own }) => withoutOthers(own, holder))
    .filter(({ choices }) => choices.length > 0);
  // asking for the time makes a page that is kept stale every minute; who chose nothing does not ask
  if (chosen.length === 0) return [];
  const now = platform.clock.now().getTime() / 1000;
  return chosen
    .filter(({ closesAt }) => closesAt > now)
    .map(({ slug, title, cast }) => ({ slug, title, hasCast: cast !== null }));
}

/**
 * What somebody chose and did not cast leaves this device with them.
 * @returns headers that make the browser forget it when somebody signs out
 */
export async function leaveChoices(
  request: Request,
  platform: Pick<Platform, 'env' | 'clock'>,
  now: Date,
): Promise<string[]> {
  const kept = (await keptVotes(request, platform)).filter(({ own }) => own.chosenBy !== null);
  return Promise.all(
    kept.map(async ({ name, own }) => write(platform, name, { ...own, choices: [], chosenBy: null }, now)),
  );
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
