import type { MetaFunction } from '@remix-run/react';
import { translatorOf } from '#app/i18n/instances.ts';
import { isLocale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/texts.ts';

type Title<Loader> = (t: Translate, data: Awaited<ReturnType<MetaLoader<Loader>>>) => string;
type MetaLoader<Loader> = Loader extends (...args: never[]) => unknown ? Loader : () => unknown;

/**
 * The title of a page, and what search machines show of it.
 * `export const meta = pageTitle<typeof loader>((t, data) => data.title, (t, data) => data.summary);`
 */
export function pageTitle<Loader>(title: Title<Loader>, description?: Title<Loader>): MetaFunction {
  return ({ data, matches, error }) => {
    const root: unknown = matches.find((match) => match.id === 'root')?.data;
    const locale = typeof root === 'object' && root !== null && 'locale' in root ? root.locale : 'nl';
    const t = translatorOf(isLocale(locale) ? locale : 'nl');
    // without data there is nothing to name: an error page follows
    if (error || data === undefined) return [{ title: 'Wijkbeurs' }];
    const known = data as Parameters<Title<Loader>>[1];
    return [
      { title: `${title(t, known)} · Wijkbeurs` },
      ...(description === undefined ? [] : [{ name: 'description', content: description(t, known) }]),
    ];
  };
}
