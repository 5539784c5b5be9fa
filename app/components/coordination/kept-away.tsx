import { useTranslation } from 'react-i18next';
import { Notice } from '../page/notice.tsx';

/** Why there is nothing to press for a coordinator with an interest (rule 2), and who can do it. @param others their names */
export function KeptAway({ others }: { others: readonly string[] }) {
  const { t, i18n } = useTranslation('coordination');
  const names = new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(
    others.map((name) => (name.trim() === '' ? t('interest.nameless') : name)),
  );
  return (
    <Notice tone="warning" title={t('interest.title')}>
      <p>{t('interest.text')}</p>
      <p>{others.length === 0 ? t('interest.nobody') : t('interest.others', { names, count: others.length })}</p>
    </Notice>
  );
}

/** What waits is one's own or was typed over by oneself, and there is no colleague to answer it. */
export function NobodyElse() {
  const { t } = useTranslation('coordination');
  return <Notice tone="warning">{t('interest.nobodyElse')}</Notice>;
}
