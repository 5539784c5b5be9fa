import { useTranslation } from 'react-i18next';
import type { PurposePage } from '#app/modules/donations/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

/** Who gave already with their name, and how much all gave together. */
export function GiversSection({ given, givers }: Pick<PurposePage, 'given' | 'givers'>) {
  const { t } = useTranslation('giving');
  const { money } = useFormats();
  if (given === null && givers.length === 0) return null;
  return (
    <Section
      title={t('given.title')}
      {...(given === null ? {} : { lead: t('given.sum', { people: given.people, amount: money(given.amount) }) })}
    >
      {givers.length === 0 ? null : (
        <DataTable
          caption={t('given.caption')}
          captionHidden
          rows={givers.map((giver, index) => ({ ...giver, key: String(index) }))}
          rowKey={({ key }) => key}
          columns={[
            { key: 'who', header: t('given.who'), cell: ({ name }) => <Written>{name}</Written> },
            {
              key: 'amount',
              header: t('given.amount'),
              numeric: true,
              cell: ({ amount }) => (amount === null ? t('given.hidden') : <Money cents={amount} />),
            },
          ]}
        />
      )}
    </Section>
  );
}
