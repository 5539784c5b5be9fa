import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { DataTable, type Column } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { Quoting, Written } from '../content/written.tsx';
import { useGrantColumns } from './sum-tables.tsx';
import type { GrantedSums } from './sums.ts';

export type Recipient =
  { kind: 'organisation'; slug: string; name: string } | { kind: 'residents' } | { kind: 'actielijn'; title: string };

type Grant = GrantedSums & {
  number: string;
  title: string;
  takenOn: CalendarDate;
  isReplaced: boolean;
  body: { slug: string; name: string };
  fund: { slug: string; name: string; year: number };
  recipient: Recipient;
  instrument: 'subsidy' | 'assignment' | 'award' | null;
  share: GrantedSums | null;
};

type GrantListProps = { grants: readonly Grant[]; withoutBody?: boolean; withoutRecipient?: boolean };

/** Decisions with what they promised and what became of it; each leads to its reasons and to its entries. */
export function GrantList({ grants, withoutBody = false, withoutRecipient = false }: GrantListProps) {
  const { t } = useTranslation('publicBudget');
  const sums = useGrantColumns<Grant>();
  if (grants.length === 0) return <p className="text-ink-soft">{t('grants.none')}</p>;
  const hasShare = grants.some(({ share }) => share !== null);
  const columns: Column<Grant>[] = [
    {
      key: 'decision',
      header: t('grants.decision'),
      cell: (grant) => <Decision grant={grant} withoutBody={withoutBody} />,
    },
    ...(withoutRecipient
      ? []
      : [
          {
            key: 'recipient',
            header: t('grants.recipient'),
            cell: ({ recipient }: Grant) => <RecipientName recipient={recipient} />,
          },
        ]),
    ...sums,
    ...(hasShare
      ? [
          {
            key: 'share',
            header: t('grants.share'),
            numeric: true,
            cell: ({ share }: Grant) => (share === null ? null : <Money cents={share.granted} />),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t('grants.title')}
      captionHidden
      rows={grants}
      rowKey={({ number }) => number}
      columns={columns}
    />
  );
}

function Decision({ grant, withoutBody }: { grant: Grant; withoutBody: boolean }) {
  const { t } = useTranslation('publicBudget');
  return (
    <>
      <a href={`/besluiten/${grant.number}`} className="inline-block py-1 text-ink">
        <Written>{grant.title}</Written>
      </a>
      <span className="block text-sm font-normal text-ink-soft">
        <span className="tabular">{grant.number}</span>
        {' · '}
        <DateText value={grant.takenOn} format="short" />
        {grant.instrument === null ? null : ` · ${t(`instrument.${grant.instrument}`)}`}
        {withoutBody ? null : (
          <>
            {' · '}
            <a href={`/budgetten/teams/${grant.body.slug}`} className="text-ink-soft">
              <Written>{grant.body.name}</Written>
            </a>
          </>
        )}
        {' · '}
        <a href={`/fondsen/${grant.fund.slug}#boekingen`} className="text-ink-soft">
          <Quoting text={t('grants.fund', { name: grant.fund.name })} written={grant.fund.name} />
        </a>
      </span>
      {grant.isReplaced ? <span className="block text-sm">{t('grants.replaced')}</span> : null}
    </>
  );
}

function RecipientName({ recipient }: { recipient: Recipient }) {
  const { t } = useTranslation('publicBudget');
  switch (recipient.kind) {
    case 'organisation':
      return <a href={`/budgetten/organisaties/${recipient.slug}`}>{recipient.name}</a>;
    case 'residents':
      return <>{t('grants.residents')}</>;
    case 'actielijn':
      return <Quoting text={t('grants.actielijn', { title: recipient.title })} written={recipient.title} />;
  }
}
