import { createInstance, type i18n } from 'i18next';
import type { Locale } from './locale.ts';
import type { Texts, Translate } from './texts.ts';

const instances = new Map<Locale, i18n>();

/** Makes the texts of a language known: all of both on the server; the browser begins with none (`page-texts.ts`). */
export function addTexts(locale: Locale, texts: Partial<Texts>): i18n {
  const instance = createInstance();
  void instance.init({
    lng: locale,
    resources: { [locale]: texts },
    ns: Object.keys(texts),
    defaultNS: 'shell',
    fallbackLng: false,
    initAsync: false,
    // React escapes
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  instances.set(locale, instance);
  return instance;
}

export function textsOf(locale: Locale): i18n {
  const instance = instances.get(locale);
  if (instance === undefined) throw new Error(`the texts of ${locale} are not loaded`);
  return instance;
}

export function translatorOf(locale: Locale): Translate {
  return textsOf(locale).t;
}
