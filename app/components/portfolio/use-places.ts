import { useTranslation } from 'react-i18next';

/** Says where a portfolio is: one or two wijken by name, more of them as a number. */
export function usePlaces(): (areas: readonly string[]) => string {
  const { t } = useTranslation('portfolios');
  return (areas) => (areas.length <= 2 ? areas.join(', ') : t('places', { name: areas[0], count: areas.length - 1 }));
}
