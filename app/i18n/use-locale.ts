import { useTranslation } from 'react-i18next';
import { localeFrom, type Locale } from './locale.ts';

/** The language of the page. */
export function useLocale(): Locale {
  return localeFrom(useTranslation().i18n.language);
}
