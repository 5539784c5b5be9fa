import type { TFunction } from 'i18next';
import type { nl } from './nl/index.ts';

/** The same tree of keys with other words. */
type SameKeys<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : SameKeys<Tree[Key]> };

export type Texts = SameKeys<typeof nl>;

export type Namespace = keyof Texts;

/** Translates any text, by its full key: `t('forms:required')`. */
export type Translate = TFunction<['shell', ...Namespace[]]>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: Texts;
  }
}
