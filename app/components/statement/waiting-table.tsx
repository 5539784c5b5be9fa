import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import { endCodeOf } from '#app/modules/payouts/end-code.ts';
import type { WaitingItem } from '#app/modules/payouts/statement-views.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { ItemAmount } from './item-amount.tsx';

type WaitingTableProps = {
  items: readonly WaitingItem[];
  /** Name of the ticks; null: nothing can be ticked. */
  name: string | null;
  chosen: readonly string[];
};

/** Bookings that found no place, each with its reason and what to do. */
export function WaitingTable({ items, name, chosen }: WaitingTableProps) {
  const { t } = useTranslation('statements');
  return (
    <DataTable
      caption={t('work.title')}
      captionHidden
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'when',
          header: t('work.when'),
          cell: (item) => {
            const day = <DateText value={item.bookedOn} format="short" />;
            if (name === null || item.hasProposal) return day;
            return (
              <label className="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  name={name}
                  value={item.id}
                  defaultChecked={chosen.includes(item.id)}
                  className="tick"
                />
                <span>{day}</span>
              </label>
            );
          },
        },
        { key: 'amount', header: t('work.amount'), numeric: true, cell: (item) => <ItemAmount item={item} /> },
        { key: 'who', header: t('work.who'), cell: (item) => <Who item={item} /> },
        { key: 'why', header: t('work.why'), cell: (item) => <Why item={item} /> },
      ]}
    />
  );
}

function Who({ item: { counterparty, counterAccount, text } }: { item: WaitingItem }) {
  const { t } = useTranslation('statements');
  const isSilent = counterparty === '' && counterAccount === '' && text === '';
  if (isSilent) return <span className="text-ink-soft">{t('work.nobody')}</span>;
  return (
    <>
      {counterparty === '' ? null : (
        <span className="block break-words">
          <Written>{counterparty}</Written>
        </span>
      )}
      {counterAccount === '' ? null : <span className="tabular block">{counterAccount}</span>}
      {text === '' ? null : (
        <span className="block text-sm break-words text-ink-soft">
          <Written>{text}</Written>
        </span>
      )}
    </>
  );
}

function Why({ item }: { item: WaitingItem }) {
  const { t } = useTranslation('statements');
  const { locale, money } = useFormats();
  const about = t('work.lookAbout', { day: dateText(item.bookedOn, 'day', locale), amount: money(item.amount) });
  return (
    <>
      <span className="block font-semibold">{t(`why.${item.reason}`)}</span>
      <span className="block">{item.hasProposal ? t('work.proposed') : t(`whatNow.${item.reason}`)}</span>
      <ItemNames item={item} />
      <a href={`/penningmeester/afschriften/${item.id}`} className="inline-flex min-h-11 items-center">
        {t('work.look')}
        <span className="sr-only"> {about}</span>
      </a>
    </>
  );
}

/** Which payment of ours the booking names, and the bank's own code. */
export function ItemNames({ item: { line, batchNumber, returnReason } }: { item: WaitingItem }) {
  const { t } = useTranslation('statements');
  const { money } = useFormats();
  const code = endCodeOf(returnReason);
  return (
    <span className="block text-sm text-ink-soft">
      {line === null ? null : (
        <span className="block">
          {t('work.line', { batch: line.batchNumber, position: line.position, amount: money(line.amount) })}
        </span>
      )}
      {batchNumber === null ? null : <span className="block">{t('work.batch', { batch: batchNumber })}</span>}
      {returnReason === '' || returnReason === 'unstated' ? null : (
        <span className="block">
          {t('work.reason', { code: code === null ? returnReason : t(`returnCode.${code}`) })}
        </span>
      )}
    </span>
  );
}
