import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { Money } from '#app/components/content/money.tsx';
import { DoubleFunding } from '#app/components/initiative/double-funding.tsx';
import { Section } from '#app/components/page/section.tsx';
import type { Cents } from '#app/kernel/money.ts';
import { doubleFunding, type BudgetLine } from '#app/modules/initiatives/budget.ts';
import type { PublicContent } from '#app/modules/initiatives/queries/initiative-page.query.server.ts';

/** What the money is asked for, line by line. */
export function PlanBudget({ budget, total }: { budget: readonly BudgetLine[]; total: Cents }) {
  const { t } = useTranslation('initiatives');
  if (budget.length === 0) return null;
  return (
    <Section title={t('page.budget')}>
      <DataTable
        caption={t('page.budget')}
        captionHidden
        columns={[
          { key: 'cost', header: t('page.cost'), cell: ({ description }) => <Written>{description}</Written> },
          { key: 'amount', header: t('page.amount'), cell: ({ amount }) => <Money cents={amount} />, numeric: true },
        ]}
        rows={budget}
        rowKey={(line) => String(budget.indexOf(line))}
        footer={{ cost: t('page.total'), amount: <Money cents={total} /> }}
      />
    </Section>
  );
}

/** Money elsewhere for the same costs, with a warning where costs could be paid twice. */
export function OtherMoney({ content }: { content: PublicContent }) {
  const { t } = useTranslation('initiatives');
  const { otherFunding } = content;
  if (otherFunding.length === 0) return null;
  const double = doubleFunding(content.budget, otherFunding);
  return (
    <Section title={t('page.otherFunding')}>
      <div className="mb-4 empty:hidden">
        <DoubleFunding double={double} withAdvice={false} />
      </div>
      <DataTable
        caption={t('page.otherFunding')}
        captionHidden
        columns={[
          { key: 'party', header: t('page.party'), cell: ({ party }) => <Written>{party}</Written> },
          { key: 'state', header: t('page.state'), cell: ({ state }) => t(`funding.${state}`) },
          { key: 'amount', header: t('page.amount'), cell: (line) => <Money cents={line.amount} />, numeric: true },
        ]}
        rows={otherFunding}
        rowKey={(line) => String(otherFunding.indexOf(line))}
      />
    </Section>
  );
}

/** When it begins, which steps it takes, and when it is finished. */
export function PlanPeriod({ content }: { content: PublicContent }) {
  const { t } = useTranslation('initiatives');
  const { startsOn, endsOn, milestones } = content;
  return (
    <Section title={t('page.planning')}>
      <Facts
        layout="beside"
        facts={[
          { term: t('page.starts'), value: <DateText value={startsOn} format="day" /> },
          ...milestones.map(({ description, on }) => ({
            term: <Written>{description}</Written>,
            value: on === null ? <span aria-hidden="true">–</span> : <DateText value={on} format="day" />,
          })),
          {
            term: t('page.ends'),
            value: endsOn === null ? t('page.ongoing') : <DateText value={endsOn} format="day" />,
          },
        ]}
      />
    </Section>
  );
}
