import type { Locale } from './locale.ts';

/** Where the texts `searchWords` are, seen from `app/i18n`: what `search-words.ts` exports by that name. */
export function textFileOf(locale: Locale, namespace: string): string {
  return `./${locale}/${namespace.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
}

/** `./nl/search-words.ts` → `searchWords` */
export function namespaceOf(file: string): string {
  const name = file.replace(/^.*\//, '').replace(/\.ts$/, '');
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
