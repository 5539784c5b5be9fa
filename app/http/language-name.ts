import type { Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/texts.ts';

/** What a language is called on a page. @param code ISO 639 code */
export function languageName(code: string, locale: Locale, t: Translate): string {
  // the browser's list knows no common name for it
  if (code === 'ber') return t('people:profile.berber');
  return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
}
