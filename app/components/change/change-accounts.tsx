import { useTranslation } from 'react-i18next';
import type { AccountChange } from '#app/modules/budgets/change-view.ts';
import { DataTable } from '../content/data-table.tsx';
import { SignedMoney } from '../fund/signed-money.tsx';
import { PlaceLink } from './place-link.tsx';

/** What an approved change added to or took from each account. */
export function ChangeAccounts({ accounts }: { accounts: readonly AccountChange[] }) {
  const { t } = useTranslation('changes');
  return (
    <DataTable
      caption={t('page.whatCaption')}
      captionHidden
      rows={accounts}
      rowKey={({ account, owner }) => `${account} ${owner.slug}`}
      columns={[
        { key: 'account', header: t('page.column.account'), cell: ({ account }) => t(`account.${account}`) },
        { key: 'owner', header: t('page.column.owner'), cell: ({ owner }) => <PlaceLink place={owner} /> },
        {
          key: 'change',
          header: t('page.column.change'),
          numeric: true,
          cell: ({ change }) => <SignedMoney cents={change} />,
        },
      ]}
    />
  );
}
