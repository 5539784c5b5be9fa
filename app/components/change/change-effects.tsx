import { useTranslation } from 'react-i18next';
import type { ProposedChangeView } from '#app/modules/budgets/change-view.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { SignedMoney } from '../fund/signed-money.tsx';
import { Section } from '../page/section.tsx';
import { PlaceLink } from './place-link.tsx';

/** What approving does to each account, as a sum that anybody can check. */
export function ChangeEffects({ effects }: { effects: ProposedChangeView['effects'] }) {
  const { t } = useTranslation('changes');
  return (
    <Section title={t('proposed.effects')} lead={t('proposed.effectsLead')}>
      <DataTable
        caption={t('proposed.effectsCaption')}
        captionHidden
        rows={effects}
        rowKey={({ account, owner }) => `${account} ${owner.slug}`}
        columns={[
          {
            key: 'account',
            header: t('proposed.column.account'),
            cell: ({ account, owner }) => (
              <>
                {t(`account.${account}`)}
                <span className="block text-sm font-normal">
                  <PlaceLink place={owner} />
                </span>
              </>
            ),
          },
          {
            key: 'before',
            header: t('proposed.column.before'),
            numeric: true,
            cell: ({ before }) => <Money cents={before} />,
          },
          {
            key: 'change',
            header: t('proposed.column.change'),
            numeric: true,
            cell: ({ change }) => <SignedMoney cents={change} />,
          },
          {
            key: 'after',
            header: t('proposed.column.after'),
            numeric: true,
            cell: ({ after }) => (
              <strong className={after < 0 ? 'text-brick' : ''}>
                <Money cents={after} />
              </strong>
            ),
          },
        ]}
      />
    </Section>
  );
}
