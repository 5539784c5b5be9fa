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

/** A key without its ending for one or more. */
type Counted<Key> = Key extends `${infer Bare}_${'one' | 'other'}` ? Bare : Key;

/** Reasons for which a module has words: a refusal without them does not compile. */
export type RefusalOf<Module extends Namespace> = Texts[Module] extends { refusal: infer Words }
  ? Counted<keyof Words & string>
  : never;
