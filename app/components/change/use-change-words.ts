import { useTranslation } from 'react-i18next';
import { useLocale } from '#app/i18n/use-locale.ts';
import type { ChangeFacts, MoneyPlace } from '#app/modules/budgets/change-view.ts';

/** Sentences about a change, in the language of the page. */
export function useChangeWords() {
  const { t } = useTranslation('changes');
  const locale = useLocale();
  const nameOf = ({ name, nameEn }: MoneyPlace) => (locale === 'en' ? nameEn : name);
  const way = ({ from, to }: Pick<ChangeFacts, 'from' | 'to'>): string | null => {
    if (from !== null && to !== null) return t('way.fromTo', { from: nameOf(from), to: nameOf(to) });
    if (to !== null) return t('way.to', { to: nameOf(to) });
    return from === null ? null : t('way.from', { from: nameOf(from) });
  };
  return { nameOf, way };
}
