import { useTranslation } from 'react-i18next';
import { PartLinks } from '../page/part-links.tsx';

const pages = [
  { key: 'decisions', href: '/besluiten' },
  { key: 'meetings', href: '/vergaderingen' },
  { key: 'actions', href: '/acties' },
  { key: 'undertakings', href: '/toezeggingen' },
  { key: 'interests', href: '/belangen' },
  { key: 'integrity', href: '/integriteit' },
  { key: 'transparency', href: '/transparantie' },
  { key: 'openData', href: '/open-data' },
] as const;

/** The pages by which everybody can check who decided what, and why. */
export function RecordLinks({ current }: { current: (typeof pages)[number]['key'] }) {
  const { t } = useTranslation('components');
  const parts = pages.map(({ key, href }) => ({ key, href, words: t(`record.${key}`) }));
  return <PartLinks label={t('record.label')} parts={parts} current={current} />;
}
