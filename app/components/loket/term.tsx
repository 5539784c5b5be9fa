import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';

type TermProps = { term: { state: 'late' | 'due'; days: number } | { state: 'no-term' } };

/** How much time is left, or how late it is: in words, with a clock where it is late. */
export function Term({ term }: TermProps) {
  const { t } = useTranslation('loket');
  if (term.state === 'no-term') return <span className="text-ink-soft">{t('term.none')}</span>;
  if (term.state === 'due') return <span>{t('term.due', { count: term.days })}</span>;
  return (
    <strong className="inline-flex items-center gap-1.5 text-brick">
      <Icon name="clock" />
      {t('term.late', { count: term.days })}
    </strong>
  );
}
