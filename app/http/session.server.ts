import { createCookie, type Cookie } from '@remix-run/node';
import { z } from 'zod';
import { codeMinutes, sessionDays } from '#app/modules/people/sign-in-code.ts';
import type { Platform } from '#app/platform/platform.server.ts';

type Env = Pick<Platform, 'env'>;

function isSecure({ env }: Env): boolean {
  return env.publicUrl.startsWith('https:');
}

/**
 * A cookie of ours. `lax`: it comes along when somebody is sent here by a payment page or an identity provider.
 * `__Host-` lets no other (sub)domain set the cookie; browsers take that name over https only.
 */
export function cookieOf(platform: Env, name: string, maxAge: number, secrets?: string[]): Cookie {
  const secure = isSecure(platform);
  return createCookie(secure ? `__Host-${name}` : name, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge,
    ...(secrets === undefined ? {} : { secrets }),
  });
}

const sessionCookie = (platform: Env) => cookieOf(platform, 'sessie', sessionDays * 24 * 60 * 60);

/** The token of the session that a browser says it has; whether it is valid the database knows. */
export async function readSession(request: Request, platform: Env): Promise<string | null> {
  const value: unknown = await sessionCookie(platform).parse(request.headers.get('Cookie'));
  return typeof value === 'string' && value.length <= 100 ? value : null;
}

export async function writeSession(platform: Env, token: string): Promise<string> {
  return sessionCookie(platform).serialize(token);
}

export async function clearSession(platform: Env): Promise<string> {
  return sessionCookie(platform).serialize('', { maxAge: 0 });
}

const pending = z.object({ codeId: z.uuid(), email: z.string(), path: z.string() });

/** A seat at one gathering: the registration that a code of the door led to. */
const seat = z.object({ seat: z.uuid(), at: z.uuid(), until: z.number() });

const daySeconds = 24 * 60 * 60;

/** One for each gathering, so that two on one day do not mix; its time also stands in what is signed. */
const seatCookie = (platform: Env, gatheringId: string, maxAge = daySeconds) =>
  cookieOf(platform, `plek-${gatheringId.slice(-12)}`, maxAge, [platform.env.sessionSecret]);

/** @returns id of the registration that this browser took a seat with; whether it has a place the database knows */
export async function readSeat(
  request: Request,
  platform: Pick<Platform, 'env' | 'clock'>,
  gatheringId: string,
): Promise<string | null> {
  const value: unknown = await seatCookie(platform, gatheringId).parse(request.headers.get('Cookie'));
  const read = seat.safeParse(value);
  const isGood =
    read.success && read.data.at === gatheringId && read.data.until > platform.clock.now().getTime() / 1000;
  return isGood ? read.data.seat : null;
}

/** Works until a day after the end of the gathering. */
export async function writeSeat(
  platform: Pick<Platform, 'env' | 'clock'>,
  { gatheringId, registrationId, endsAt }: { gatheringId: string; registrationId: string; endsAt: Date },
): Promise<string> {
  const now = Math.floor(platform.clock.now().getTime() / 1000);
  const until = Math.max(Math.floor(endsAt.getTime() / 1000), now) + daySeconds;
  const value: z.infer<typeof seat> = { seat: registrationId, at: gatheringId, until };
  return seatCookie(platform, gatheringId, until - now).serialize(value);
}

export async function clearSeat(platform: Env, gatheringId: string): Promise<string> {
  return seatCookie(platform, gatheringId).serialize('', { maxAge: 0 });
}

/** A code was asked for: its request, the address it went to, and where to go afterwards. */
export type PendingSignIn = z.infer<typeof pending>;

/** A little longer than the code works, so that who is late is told so. Signed, so that the page shows no other's words. */
const pendingCookie = (platform: Env) =>
  cookieOf(platform, 'inlogcode', (codeMinutes + 20) * 60, [platform.env.sessionSecret]);

export async function readPendingSignIn(request: Request, platform: Platform): Promise<PendingSignIn | null> {
  const read = pending.safeParse(await pendingCookie(platform).parse(request.headers.get('Cookie')));
  return read.success ? read.data : null;
}

export async function writePendingSignIn(platform: Platform, value: PendingSignIn): Promise<string> {
  return pendingCookie(platform).serialize(value);
}

export async function clearPendingSignIn(platform: Platform): Promise<string> {
  return pendingCookie(platform).serialize('', { maxAge: 0 });
}
