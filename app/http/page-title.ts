import type { MetaFunction } from '@remix-run/react';
import { translatorOf } from '#app/i18n/instances.ts';
import { isLocale, type Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/texts.ts';
import { errorPageFor } from './error-page.ts';
import { keptFormIn, keptFormKey } from './kept-form.ts';

type LoaderFunction = (...args: never[]) => unknown;

/** What the loader gives, whether plain or with `data(…)` around it. */
export type Given<Loader> = Loader extends LoaderFunction
  ? Unwrapped<Exclude<Awaited<ReturnType<Loader>>, Response>>
  : unknown;
type Unwrapped<Result> = Result extends { type: string; data: infer Data; init: ResponseInit | null } ? Data : Result;

type Words<Loader> = (t: Translate, data: Given<Loader>) => string;

/**
 * The title of a page, and what search machines show of it.
 * `export const meta = pageTitle<typeof loader>((t, data) => data.title, (t, data) => data.summary);`
 */
export function pageTitle<Loader>(title: Words<Loader>, description?: Words<Loader>): MetaFunction {
  return ({ data, matches }) => {
    // without data an error page follows, whose title the root gives
    if (data === undefined) return [];
    const t = translatorOf(localeIn(matches.find((match) => match.id === 'root')?.data));
    const known = data as Given<Loader>;
    return [
      { title: `${title(t, known)} · Wijkbeurs` },
      ...(description === undefined ? [] : [{ name: 'description', content: description(t, known) }]),
    ];
  };
}

/** For pages without a title of their own: error pages. */
export const rootTitle: MetaFunction = ({ error, matches }) => {
  if (!error) return [{ title: 'Wijkbeurs' }];
  const t = translatorOf(localeIn(matches.find((match) => match.id === 'root')?.data));
  const kept = keptFormIn(error);
  const key = kept === null ? errorPageFor(error).key : keptFormKey(kept);
  return [{ title: `${t(`errors:${key}.title`)} · Wijkbeurs` }];
};

function localeIn(rootData: unknown): Locale {
  const locale = typeof rootData === 'object' && rootData !== null && 'locale' in rootData ? rootData.locale : null;
  return isLocale(locale) ? locale : 'nl';
}
