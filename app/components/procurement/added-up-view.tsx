import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { inLocale } from '#app/modules/programme/locale.ts';
import { dateText } from '#app/kernel/date-text.ts';
import type { PublishedDecision, PublishedProcurement } from '#app/modules/decisions/published.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Quoting } from '../content/written.tsx';
import { Notice, type NoticeTone } from '../page/notice.tsx';
import { Room } from './room.tsx';
import { StateWord } from './state-word.tsx';

const tones: Record<PublishedProcurement['state'], NoticeTone> = {
  fine: 'success',
  near: 'warning',
  over: 'danger',
  unknown: 'info',
};

type AddedUpViewProps = {
  procurement: PublishedProcurement;
  recipient: Exclude<PublishedDecision, { version: 1 }>['recipient'];
  amountCents: number;
  isPreview: boolean;
  /** Beside the sentence, for who works on it. */
  children?: ReactNode;
};

/** What an assignment adds up to, in words and figures, beside each limit. */
export function AddedUpView({ procurement, recipient, amountCents, isPreview, children }: AddedUpViewProps) {
  const { t, i18n } = useTranslation('procurement');
  const { locale, money } = useFormats();
  const party = recipient?.name ?? '';
  const words = {
    party,
    total: money(cents(procurement.totalCents)),
    kind: inLocale(locale, procurement.kind.name, procurement.kind.nameEn),
    months: procurement.months,
    from: dateText(calendarDate(procurement.windowBeginsOn), 'day', i18n.language),
  };
  return (
    <div className="flex flex-col gap-5">
      <Notice
        tone={tones[procurement.state]}
        title={t(isPreview ? `adds.${procurement.state}` : `adds.given.${procurement.state}`)}
      >
        <p>
          <Quoting text={t(isPreview ? 'adds.sentence' : 'adds.published', words)} written={party} />
        </p>
        {procurement.state === 'unknown' ? <p>{t(isPreview ? 'adds.unknownText' : 'adds.unknownGiven')}</p> : null}
        {children}
      </Notice>
      <DataTable
        caption={t('adds.caption')}
        captionHidden
        rows={procurement.limits}
        rowKey={({ which }) => which}
        columns={[
          { key: 'limit', header: t('adds.column.limit'), cell: ({ which }) => t(`limit.${which}`) },
          {
            key: 'amount',
            header: t('adds.column.amount'),
            numeric: true,
            cell: ({ limitCents }) => (limitCents === null ? t('notFilledIn') : <Money cents={cents(limitCents)} />),
          },
          {
            key: 'room',
            header: t('adds.column.room'),
            numeric: true,
            cell: ({ roomCents }) => <Room cents={roomCents === null ? null : cents(roomCents)} />,
          },
          { key: 'state', header: t('adds.column.state'), cell: ({ state }) => <StateWord state={state} /> },
        ]}
      />
      <DataTable
        caption={t('adds.counted')}
        rows={[
          ...procurement.counted.map(({ number, on, netCents }) => ({ number, on, netCents })),
          { number: null, on: null, netCents: amountCents },
        ]}
        rowKey={({ number }) => number ?? 'this'}
        columns={[
          {
            key: 'number',
            header: t('adds.number'),
            cell: ({ number }) => (number === null ? t('adds.thisOne') : <a href={`/besluiten/${number}`}>{number}</a>),
          },
          {
            key: 'on',
            header: t('adds.on'),
            cell: ({ on }) => (on === null ? null : <DateText value={calendarDate(on)} format="day" />),
          },
          {
            key: 'net',
            header: t('adds.net'),
            numeric: true,
            cell: ({ netCents }) => <Money cents={cents(netCents)} />,
          },
        ]}
        footer={{ number: t('adds.total'), net: <Money cents={cents(procurement.totalCents)} /> }}
      />
      <p className="max-w-prose text-sm text-ink-soft">{t('adds.how', { months: procurement.months })}</p>
    </div>
  );
}
