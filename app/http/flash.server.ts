import { createCookie } from '@remix-run/node';
import { z } from 'zod';
import type { Platform } from '#app/platform/platform.server.ts';

/** What the last action did, for the next page: a key in the texts (app/i18n/message.ts), so that the cookie holds no names. */
const flash = z.object({ tone: z.enum(['success', 'info', 'warning', 'danger']), message: z.string().max(300) });

export type Flash = z.infer<typeof flash>;

function cookieOf({ env }: Platform) {
  return createCookie('melding', {
    secrets: [env.sessionSecret],
    httpOnly: true,
    sameSite: 'lax',
    secure: env.publicUrl.startsWith('https:'),
    path: '/',
    maxAge: 60,
  });
}

export async function writeFlash(platform: Platform, message: Flash): Promise<string> {
  return cookieOf(platform).serialize(message);
}

export async function readFlash(request: Request, platform: Platform): Promise<Flash | null> {
  const read = flash.safeParse(await cookieOf(platform).parse(request.headers.get('Cookie')));
  return read.success ? read.data : null;
}

/** Header that takes the message away after it was shown. */
export async function clearFlash(platform: Platform): Promise<string> {
  return cookieOf(platform).serialize('', { maxAge: 0 });
}
