import type { i18n } from 'i18next';
import { addTexts } from './instances.ts';
import type { Locale } from './locale.ts';
import { lookForTexts } from './missing-texts.ts';
import { namespaceOf, textFileOf } from './text-file.ts';

declare global {
  /** In the browser: texts that the scripts fetched so far use. Every built script adds its own (scripts/texts-of-scripts.ts). */
  var textsOfScripts: Set<string> | undefined;
}

type TextFile = Record<string, object>;

const files: Record<Locale, Record<string, () => Promise<TextFile>>> = {
  nl: import.meta.glob<TextFile>(['./nl/*.ts', '!./nl/index.ts']),
  en: import.meta.glob<TextFile>(['./en/*.ts', '!./en/index.ts']),
};

/** The texts that the page in the browser uses, and no others; more come when the scripts of another page do. */
export async function fetchPageTexts(locale: Locale): Promise<i18n> {
  const texts = addTexts(locale, {});
  const fetched = new Set<string>();
  const missing = () => textsUsed(locale).filter((namespace) => !fetched.has(namespace));
  const fetchOne = async (namespace: string) => {
    const file = await files[locale][textFileOf(locale, namespace)]?.();
    texts.addResourceBundle(locale, namespace, file?.[namespace] ?? {});
    fetched.add(namespace);
  };
  const fetchMissing = async () => {
    await Promise.all(missing().map(fetchOne));
    coming = null;
  };
  let coming: Promise<void> | null = null;
  for (const namespace of namedInPage()) if (hasFile(locale, namespace)) used().add(namespace);
  await fetchMissing();
  whenSomebodyFillsIn(async () => {
    const others = Object.keys(files[locale]).map(namespaceOf);
    await Promise.all(others.filter((namespace) => !fetched.has(namespace)).map(fetchOne));
  });
  lookForTexts(() => {
    if (missing().length === 0) return null;
    // as Remix does for scripts that it cannot fetch: the address is that of the new page already
    coming ??= fetchMissing().catch(() => window.location.reload());
    return coming;
  });
  return texts;
}

const used = (): Set<string> => (globalThis.textsOfScripts ??= new Set());

const hasFile = (locale: Locale, namespace: string): boolean => textFileOf(locale, namespace) in files[locale];

/** Of messages that the server put in the data of this page (app/i18n/message.ts): no script says their names. */
function namedInPage(): string[] {
  const data = [...document.scripts].filter(({ src }) => src === '').map(({ text }) => text);
  return data.flatMap((words) => [...words.matchAll(/\b(\w+):[a-z]/g)].map(([, namespace = '']) => namespace));
}

/** A form may be answered with a message of any namespace: from the moment that somebody is in one, the others are fetched too. */
function whenSomebodyFillsIn(work: () => Promise<void>): void {
  const look = ({ target }: Event): void => {
    if (!(target instanceof Element) || target.closest('form[method="post" i]') === null) return;
    document.removeEventListener('focusin', look);
    // without a network they come with the next page
    work().catch(() => undefined);
  };
  document.addEventListener('focusin', look);
}

/** While somebody develops nothing is built, and all texts count as used. */
function textsUsed(locale: Locale): string[] {
  return import.meta.env.DEV ? Object.keys(files[locale]).map(namespaceOf) : [...(globalThis.textsOfScripts ?? [])];
}
