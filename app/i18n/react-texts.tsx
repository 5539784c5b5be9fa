import type { i18n, Namespace } from 'i18next';
import { createContext, useContext, type ReactNode } from 'react';
import { missingTexts } from './missing-texts.ts';

/**
 * Stands in for `react-i18next` in what is built (vite.config.ts). That one waits for texts that are still to come and follows changes
 * of language: here the texts are there before a page is made (`missingTexts`: before React shows another page), and a page has one language. On a list of plans it took a seventh of the time of
 * the page, because every use copies everything it knows (docs/performance.md).
 */
const TextsContext = createContext<i18n | null>(null);

export function I18nextProvider({ i18n, children }: { i18n: i18n; children: ReactNode }) {
  return <TextsContext.Provider value={i18n}>{children}</TextsContext.Provider>;
}

type Used = { t: i18n['t']; i18n: i18n };

const used = new WeakMap<i18n, Map<string, Used>>();

/** @param namespace the first of several is where a key without one is looked for */
export function useTranslation(namespace?: string | readonly string[]): Used {
  const texts = useContext(TextsContext);
  if (texts === null) throw new Error('a page without texts around it');
  const missing = missingTexts();
  // React goes on with this page when they are there
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  if (missing !== null) throw missing;
  const first = (typeof namespace === 'string' ? namespace : namespace?.[0]) ?? '';
  const known = used.get(texts) ?? new Map<string, Used>();
  used.set(texts, known);
  const before = known.get(first);
  if (before !== undefined) return before;
  const t: unknown = texts.getFixedT<Namespace>(texts.language, (first === '' ? null : first) as Namespace);
  const made: Used = { t: t as Used['t'], i18n: texts };
  known.set(first, made);
  return made;
}
