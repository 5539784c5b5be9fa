import { useTranslation } from 'react-i18next';
import type { BatchPage } from '#app/modules/payouts/views.ts';
import { DateText } from '../content/date-text.tsx';
import { Facts } from '../content/facts.tsx';
import { Timeline } from '../content/timeline.tsx';
import { Written } from '../content/written.tsx';

/** What there is to know about a payment beside who gets what. */
export function BatchAside({ batch }: { batch: BatchPage }) {
  const { t } = useTranslation(['payouts', 'statements']);
  const written = (text: string) => (text === '' ? null : <Written>{text}</Written>);
  return (
    <>
      <Facts
        facts={[
          { term: t('page.until'), value: <DateText value={batch.until} format="day" /> },
          { term: t('page.rail'), value: t(`rail.${batch.rail}`) },
          {
            term: t('page.executeOn'),
            value: batch.executeOn === null ? null : <DateText value={batch.executeOn} format="day" />,
          },
          {
            term: t('page.payer'),
            value: batch.payer === null ? null : `${batch.payer.iban} (${batch.payer.holder})`,
          },
          { term: t('page.note'), value: written(batch.note) },
          { term: t('page.oddReason'), value: written(batch.oddReason) },
          { term: t('page.discardReason'), value: written(batch.discardReason) },
        ]}
      />
      {batch.rail === 'sepa' && batch.state !== 'discarded' ? (
        <p>
          <a href={`/penningmeester/${batch.number}/namen`} className="inline-flex min-h-11 items-center">
            {t('statements:names.link')}
          </a>
        </p>
      ) : null}
      <div>
        <h2 className="text-xl">{t('page.steps')}</h2>
        <div className="mt-4">
          <Timeline
            steps={batch.steps.map(({ key, at, by }) => ({
              key,
              title: t(`page.step.${key}`, { name: by }),
              state: 'done',
              date: at,
            }))}
          />
        </div>
      </div>
    </>
  );
}
