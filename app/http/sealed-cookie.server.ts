import { z } from 'zod';
import type { Platform } from '#app/platform/platform.server.ts';
import { deriveKey, seal, unseal } from '#app/platform/secret.server.ts';
import { cookieOf } from './session.server.ts';

export type CookieSettings = Pick<Platform, 'env' | 'clock'>;

/** What a browser holds for some minutes and cannot read or make; the time also stands in what is sealed. */
export function sealedCookie<Value>(name: string, minutes: number, schema: z.ZodType<Value>) {
  const whole = z.object({ until: z.number(), value: schema });
  const cookie = (platform: CookieSettings, maxAge: number) => cookieOf(platform, name, maxAge);
  const keyOf = ({ env }: CookieSettings) => deriveKey(env.sessionSecret, `cookie/${name}`);
  return {
    async read(request: Request, platform: CookieSettings): Promise<Value | null> {
      const held: unknown = await cookie(platform, 0).parse(request.headers.get('Cookie'));
      const text = typeof held === 'string' ? unseal(keyOf(platform), held) : null;
      const read = text === null ? null : whole.safeParse(JSON.parse(text));
      if (read?.success !== true || read.data.until <= platform.clock.now().getTime()) return null;
      return read.data.value;
    },
    /** @returns header that makes the browser keep it */
    async write(platform: CookieSettings, value: Value): Promise<string> {
      const until = platform.clock.now().getTime() + minutes * 60_000;
      return cookie(platform, minutes * 60).serialize(seal(keyOf(platform), JSON.stringify({ until, value })));
    },
    /** @returns header that makes the browser forget it */
    async clear(platform: CookieSettings): Promise<string> {
      return cookie(platform, 0).serialize('', { maxAge: 0 });
    },
  };
}
