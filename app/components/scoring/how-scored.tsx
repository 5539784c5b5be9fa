import { useTranslation } from 'react-i18next';
import { Section } from '../page/section.tsx';

/** The rule of computation in plain words, so that anybody can check a score. */
export function HowScored() {
  const { t } = useTranslation('scoring');
  return (
    <Section title={t('result.how')}>
      <p className="prose">{t('result.howText')}</p>
    </Section>
  );
}
