import { localeCookie, type Locale } from '#app/i18n/locale.ts';
import type { Platform } from '#app/platform/platform.server.ts';

/** Keeps the chosen language of the screens for a year. */
export function writeLocale(platform: Pick<Platform, 'env'>, locale: Locale): string {
  const secure = platform.env.publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${localeCookie}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}`;
}
