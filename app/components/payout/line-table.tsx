import { useTranslation } from 'react-i18next';
import { hoursText } from '#app/modules/allowances/hours-text.ts';
import { maskedIban } from '#app/modules/bank/iban.ts';
import type { LineEnd, PaymentLineView } from '#app/modules/payouts/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { Icon } from '../icon/icon.tsx';

/** Who gets what in a payment, with what needs attention under the name. */
export function LineTable({ lines }: { lines: readonly PaymentLineView[] }) {
  const { t } = useTranslation('payouts');
  return (
    <DataTable
      caption={t('page.linesPage')}
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { key: 'person', header: t('page.person'), cell: (line) => <Person line={line} /> },
        { key: 'work', header: t('page.work'), cell: (line) => <Work line={line} /> },
        {
          key: 'account',
          header: t('page.account'),
          cell: ({ account }) =>
            account === null ? (
              t('page.noAccount')
            ) : (
              <span className="tabular whitespace-nowrap">{maskedIban(account)}</span>
            ),
        },
        { key: 'state', header: t('page.lineState'), cell: (line) => <StateOf line={line} /> },
        { key: 'amount', header: t('page.amount'), numeric: true, cell: ({ amount }) => <Money cents={amount} /> },
      ]}
    />
  );
}

function Person({ line: { name, position, odd } }: { line: PaymentLineView }) {
  const { t } = useTranslation('payouts');
  return (
    <>
      <span className="font-semibold">{name === '' ? t('page.nameless') : <Written>{name}</Written>}</span>{' '}
      <span className="text-sm whitespace-nowrap text-ink-soft">{t('page.position', { position })}</span>
      {odd.map((kind) => (
        <span key={kind} className="flex items-baseline gap-2 text-sand">
          <Icon name="flag" className="size-4 shrink-0 translate-y-0.5" label={t('page.odd')} />
          {t(`odd.${kind}`)}
        </span>
      ))}
    </>
  );
}

function Work({ line: { minutes, expenses, activities } }: { line: PaymentLineView }) {
  const { t } = useTranslation('payouts');
  const { money } = useFormats();
  const parts = [
    ...(minutes > 0 ? [t('page.hours', { hours: hoursText(minutes) })] : []),
    ...(expenses > 0 ? [t('page.expenses', { amount: money(expenses) })] : []),
  ];
  return (
    <>
      {parts.join(', ')}
      {activities.map((activity) => (
        <span key={activity} className="block text-ink-soft">
          <Written>{activity}</Written>
        </span>
      ))}
    </>
  );
}

function StateOf({ line: { state, comingBack, settledOn, end } }: { line: PaymentLineView }) {
  const { t } = useTranslation('payouts');
  return (
    <>
      <span className={comingBack || state === 'returned' || state === 'put_back' ? 'font-semibold text-brick' : ''}>
        {t(comingBack ? 'lineState.comingBack' : `lineState.${state}`)}
      </span>
      {settledOn === null || comingBack ? null : (
        <span className="block text-ink-soft">
          <DateText value={settledOn} format="day" />
        </span>
      )}
      {end === null ? null : (
        <span className="block break-words">
          <WhyEnded end={end} />
        </span>
      )}
    </>
  );
}

function WhyEnded({ end }: { end: LineEnd }) {
  const { t } = useTranslation('statements');
  if ('written' in end) return <Written>{end.written}</Written>;
  return 'code' in end ? t(`returnCode.${end.code}`) : t('unknownCode', { code: end.unknown });
}
