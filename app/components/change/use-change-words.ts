import { useLocale } from '#app/i18n/use-locale.ts';
import type { MoneyPlace } from '#app/modules/budgets/change-view.ts';

/** Names in the language of the page: sources have one in each. */
export function useChangeWords() {
  const locale = useLocale();
  return { nameOf: ({ name, nameEn }: MoneyPlace) => (locale === 'en' ? nameEn : name) };
}
