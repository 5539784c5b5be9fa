import { useTranslation } from 'react-i18next';
import type { CheckRun } from '#app/modules/control/control-view.ts';
import { DateText } from '../content/date-text.tsx';
import { Facts } from '../content/facts.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Notice } from '../page/notice.tsx';

type ControlStateProps = { newest: CheckRun | null; isLate: boolean; broken: number };

/** Whether everything is right, in one glance, and how fresh that is. */
export function ControlState({ newest, isLate, broken }: ControlStateProps) {
  const { t } = useTranslation('control');
  const { figure } = useFormats();
  if (newest === null) {
    return (
      <Notice tone="info" title={t('never')}>
        <p>{t('neverText')}</p>
      </Notice>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      {broken === 0 ? (
        <Notice tone="success" title={t('fine')}>
          <p>{t('fineText')}</p>
        </Notice>
      ) : (
        <Notice tone="danger" title={t('broken', { count: broken })}>
          <p>{t('brokenText')}</p>
        </Notice>
      )}
      {isLate ? (
        <Notice tone="warning" title={t('late')}>
          <p>{t('lateText')}</p>
        </Notice>
      ) : null}
      <Facts
        facts={[
          { term: t('last'), value: <DateText value={newest.checkedAt} format="time" /> },
          { term: t('entries'), value: figure(newest.entries) },
        ]}
      />
    </div>
  );
}
