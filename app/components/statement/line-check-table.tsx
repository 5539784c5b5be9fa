import { useTranslation } from 'react-i18next';
import { maskedIban } from '#app/modules/bank/iban.ts';
import type { LineCheckAnswer } from '#app/modules/payouts/statement-refusals.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Quoting } from '../content/written.tsx';

type LineCheck = {
  lineId: string;
  position: number;
  name: string;
  account: { country: string; lastFour: string } | null;
  answer: LineCheckAnswer;
  bankName: string;
  checkedBy: string;
  checkedAt: Date;
};

/** What the bank answered about names, line by line. */
export function LineCheckTable({ checks }: { checks: readonly LineCheck[] }) {
  const { t } = useTranslation('statements');
  return (
    <DataTable
      caption={t('names.list')}
      captionHidden
      rows={checks}
      rowKey={({ lineId }) => lineId}
      columns={[
        {
          key: 'who',
          header: t('names.who'),
          cell: ({ position, name }) => (
            <Quoting
              text={t('names.lineText', { position, name: name === '' ? t('item.nameless') : name })}
              written={name}
            />
          ),
        },
        {
          key: 'account',
          header: t('names.account'),
          cell: ({ account }) => (account === null ? null : <span className="tabular">{maskedIban(account)}</span>),
        },
        {
          key: 'said',
          header: t('names.said'),
          cell: ({ answer, bankName }) => (
            <>
              <span className={answer === 'match' ? 'block' : 'block font-semibold'}>
                {t(`names.answers.${answer}`)}
              </span>
              {bankName === '' ? null : <Quoting text={t('names.close', { name: bankName })} written={bankName} />}
            </>
          ),
        },
        {
          key: 'by',
          header: t('names.by'),
          cell: ({ checkedBy, checkedAt }) => (
            <>
              <DateText value={checkedAt} format="short" />{' '}
              <Quoting text={t('list.byText', { name: checkedBy })} written={checkedBy} />
            </>
          ),
        },
      ]}
    />
  );
}
