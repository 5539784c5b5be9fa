import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromiseMoneyView } from '#app/modules/budgets/change-view.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { Section } from '../page/section.tsx';

type PromiseMoneyProps = {
  money: PromiseMoneyView;
  /** What can be done with what is open. */
  children?: ReactNode;
};

/**
 * What became of the money that a decision or small spending promised: paid, released and still open, with the changes
 * behind it.
 */
export function PromiseMoney({ money, children }: PromiseMoneyProps) {
  const { t } = useTranslation('changes');
  const sums = ['promised', 'paid', 'released', 'open'] as const;
  return (
    <Section id="geld" title={t('money.title')} lead={t('money.lead')}>
      <dl className="mb-6 flex flex-wrap gap-x-8 gap-y-3">
        {sums.map((name) => (
          <div key={name}>
            <dt className="text-sm text-ink-soft">{t(`money.${name}`)}</dt>
            <dd className="font-semibold">
              <Money cents={money[name]} />
            </dd>
          </div>
        ))}
      </dl>
      {money.changes.length === 0 ? (
        <p>{t('money.nothing')}</p>
      ) : (
        <DataTable
          caption={t('money.caption')}
          captionHidden
          rows={money.changes}
          rowKey={({ number }) => number}
          columns={[
            {
              key: 'what',
              header: t('money.column.what'),
              cell: ({ number, kind, correctedBy }) => (
                <>
                  <a href={`/budgetten/wijzigingen/${number}`} className="inline-block py-1 text-ink">
                    {t(`kind.${kind}`)} <span className="tabular font-normal">{number}</span>
                  </a>
                  {correctedBy === null ? null : (
                    <span className="block text-sm font-normal">
                      {t('register.corrected', { number: correctedBy })}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'on',
              header: t('money.column.on'),
              cell: ({ occurredOn }) => <DateText value={occurredOn} format="short" />,
            },
            {
              key: 'amount',
              header: t('money.column.amount'),
              numeric: true,
              cell: ({ amount }) => <Money cents={amount} />,
            },
          ]}
        />
      )}
      {children === undefined ? null : <div className="no-print mt-6">{children}</div>}
    </Section>
  );
}
