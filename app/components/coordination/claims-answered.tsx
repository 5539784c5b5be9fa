import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { CoordinatedClaim } from '#app/modules/allowances/coordination-views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { ClaimWhat } from './claim-what.tsx';

/** What was approved, refused or withdrawn, the latest first. */
export function ClaimsAnswered({ claims }: { claims: readonly CoordinatedClaim[] }) {
  const { t } = useTranslation(['coordination', 'allowances']);
  const { locale } = useFormats();
  return (
    <DataTable
      caption={t('answered.title')}
      captionHidden
      rows={claims}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          header: t('waiting.person'),
          cell: ({ personName }) => (personName === '' ? t('page.nameless') : <Written>{personName}</Written>),
        },
        { key: 'what', header: t('waiting.what'), cell: (claim) => <ClaimWhat claim={claim} /> },
        {
          key: 'state',
          header: t('answered.state'),
          cell: ({ state, answeredOn, answer }) => (
            <>
              {answeredOn === null
                ? t(`allowances:state.${state}`)
                : t('answered.on', {
                    state: t(`allowances:state.${state}`),
                    date: dateText(answeredOn, 'day', locale),
                  })}
              {answer === '' ? null : (
                <span className="block break-words whitespace-pre-line">
                  <Written>{answer}</Written>
                </span>
              )}
            </>
          ),
        },
        { key: 'amount', header: t('waiting.amount'), numeric: true, cell: ({ amount }) => <Money cents={amount} /> },
      ]}
    />
  );
}
