import type { i18n } from 'i18next';
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

/** The types of i18next would go through every namespace here. */
type OfANamespace = { getFixedT(language: string, namespace: string | null): Used['t'] };

const used = new WeakMap<i18n, Map<string, Used>>();

/** @param namespace the first of several is where a key without one is looked for */
export function useTranslation(namespace?: string | readonly string[]): Used {
  const texts = useContext(TextsContext);
  if (texts === null) throw new Error('a page without texts around it');
  const missing = missingTexts();
  // React goes on with this page when they are there
  if (missing !== null) throw missing;
  const first = (typeof namespace === 'string' ? namespace : namespace?.[0]) ?? '';
  const known = used.get(texts) ?? new Map<string, Used>();
  used.set(texts, known);
  const before = known.get(first);
  if (before !== undefined) return before;
  const made: Used = {
    t: remembering((texts as unknown as OfANamespace).getFixedT(texts.language, first === '' ? null : first)),
    i18n: texts,
  };
  known.set(first, made);
  return made;
}

/**
 * Most texts have nothing to fill in, or a number: what was made of those is kept. What is filled in with words, which may be of a person, is
 * made each time.
 */
function remembering(t: Used['t']): Used['t'] {
  const made = new Map<string, string>();
  const translate = t as unknown as (key: string, ...facts: unknown[]) => string;
  const say = (key: string, ...facts: unknown[]): string => {
    const whole = facts.length === 0 ? key : numbered(key, facts);
    if (whole === null) return translate(key, ...facts);
    const before = made.get(whole);
    if (before !== undefined) return before;
    const text = translate(key, ...facts);
    // keys and numbers that somebody typed would fill the memory
    if (made.size >= mostMade) made.clear();
    made.set(whole, text);
    return text;
  };
  return Object.assign(say, t);
}

/** A key with the numbers that are filled in; null where anything but numbers is. */
function numbered(key: string, facts: readonly unknown[]): string | null {
  const [first] = facts;
  if (facts.length > 1 || typeof first !== 'object' || first === null) return null;
  let whole = key;
  for (const [name, value] of Object.entries(first)) {
    if (typeof value !== 'number') return null;
    whole += `\n${name} ${String(value)}`;
  }
  return whole;
}

const mostMade = 5000;
