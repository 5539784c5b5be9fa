/** Languages of screens and mails. Dutch is the first. */
export const locales = ['nl', 'en'] as const;

export type Locale = (typeof locales)[number];

export const localeCookie = 'taal';

export function isLocale(text: unknown): text is Locale {
  return locales.some((locale) => locale === text);
}

/** What was stored or passed on as plain text, as a language that we have; Dutch where it is none. */
export function localeFrom(text: string | null | undefined): Locale {
  return isLocale(text) ? text : 'nl';
}

/** The language of a request: what somebody chose, else the first language of theirs that we have, else Dutch. */
export function localeOf(headers: { cookie: string | null; acceptLanguage: string | null }): Locale {
  const chosen = /(?:^|;\s*)taal=([a-z]{2})(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  if (isLocale(chosen)) return chosen;
  const wanted = (headers.acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1];
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
  return wanted.find(isLocale) ?? 'nl';
}

export function localeOfRequest(request: Request): Locale {
  return localeOf({ cookie: request.headers.get('cookie'), acceptLanguage: request.headers.get('accept-language') });
}
