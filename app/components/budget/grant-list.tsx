import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { groundAddress, type Ground } from '#app/modules/budgets/ground-address.ts';
import { DataTable, type Column } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { Quoting, Written } from '../content/written.tsx';
import { grantFooter, useGrantColumns } from './sum-tables.tsx';
import type { GrantedSums } from './sums.ts';

export type Recipient =
  | { kind: 'organisation'; slug: string; name: string }
  | { kind: 'residents' }
  | { kind: 'shop'; name: string }
  | { kind: 'actielijn'; title: string };

type Grant = GrantedSums & {
  ground: Ground;
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

type GrantListProps = {
  grants: readonly Grant[];
  withoutBody?: boolean;
  withoutRecipient?: boolean;
  /** Where the page is about one fund of one body already. */
  withoutFund?: boolean;
  /** Beside the decision only the part of the wijk: for a narrow column. */
  onlyShare?: boolean;
  /** Of all of them, below. */
  totals?: GrantedSums;
};

/** Decisions and small spendings with what they promised and what became of it; each leads to its reasons and to its entries. */
export function GrantList({
  grants,
  withoutBody = false,
  withoutRecipient = false,
  withoutFund = false,
  onlyShare = false,
  totals,
}: GrantListProps) {
  const { t } = useTranslation('publicBudget');
  const sums = useGrantColumns<Grant>();
  if (grants.length === 0) return <p className="text-ink-soft">{t('grants.none')}</p>;
  const hasShare = grants.some(({ share }) => share !== null);
  const columns: Column<Grant>[] = [
    {
      key: 'decision',
      header: t('grants.decision'),
      cell: (grant) => <Decision grant={grant} withoutBody={withoutBody} withoutFund={withoutFund} />,
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
    ...(onlyShare ? [] : sums),
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
      {...(totals === undefined ? {} : { footer: { decision: t('sum.total'), ...grantFooter(totals) } })}
    />
  );
}

type DecisionProps = { grant: Grant; withoutBody: boolean; withoutFund: boolean };

function Decision({ grant, withoutBody, withoutFund }: DecisionProps) {
  const { t } = useTranslation('publicBudget');
  return (
    <>
      <a href={groundAddress(grant)} className="inline-block py-1 text-ink">
        <Written>{grant.title}</Written>
      </a>
      <span className="block text-sm font-normal text-ink-soft">
        {grant.ground === 'spending' ? `${t('grants.spending')} ` : null}
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
        {withoutFund ? null : (
          <>
            {' · '}
            <a href={`/fondsen/${grant.fund.slug}#boekingen`} className="text-ink-soft">
              <Quoting text={t('grants.fund', { name: grant.fund.name })} written={grant.fund.name} />
            </a>
          </>
        )}
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
    case 'shop':
      return <Written>{recipient.name}</Written>;
    case 'actielijn':
      return <Quoting text={t('grants.actielijn', { title: recipient.title })} written={recipient.title} />;
  }
}
