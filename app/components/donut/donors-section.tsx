import { useTranslation } from 'react-i18next';
import type { DonorView, DonutYearView } from '#app/modules/donutfonds/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

/** Who gave, as each wishes to be shown. */
export function DonorsSection({ donors, donated }: Pick<DonutYearView, 'donors' | 'donated'>) {
  const { t } = useTranslation('donutfonds');
  const { money } = useFormats();
  if (donors.length === 0) return null;
  return (
    <Section
      title={t('donors.title')}
      lead={donated === null ? t('donors.caption') : t('donors.total', { amount: money(donated) })}
    >
      <DataTable
        caption={t('donors.caption')}
        captionHidden
        rows={donors.map((donor, index) => ({ ...donor, key: String(index) }))}
        rowKey={({ key }) => key}
        columns={[
          { key: 'who', header: t('donors.who'), cell: (donor) => <DonorName donor={donor} /> },
          {
            key: 'amount',
            header: t('donors.amount'),
            numeric: true,
            cell: ({ amount }) => (amount === null ? t('donors.hidden') : <Money cents={amount} />),
          },
        ]}
      />
    </Section>
  );
}

function DonorName({ donor }: { donor: DonorView }) {
  const { t } = useTranslation('donutfonds');
  if (donor.organisation !== null) {
    return (
      <a href={`/budgetten/organisaties/${donor.organisation.slug}`}>
        <Written>{donor.organisation.name}</Written>
      </a>
    );
  }
  return donor.name === null ? t(`donors.anonymous.${donor.kind}`) : <Written>{donor.name}</Written>;
}
