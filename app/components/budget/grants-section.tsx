import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Pagination } from '../content/pagination.tsx';
import { Section } from '../page/section.tsx';
import { GrantList } from './grant-list.tsx';

type GrantsSectionProps = ComponentProps<typeof GrantList> & {
  count: number;
  page: number;
  pageSize: number;
  hrefFor: (page: number) => string;
};

/** Decisions and small spendings that promise money, a page at a time. */
export function GrantsSection({ count, page, pageSize, hrefFor, ...list }: GrantsSectionProps) {
  const { t } = useTranslation('publicBudget');
  return (
    <Section id="besluiten" title={t('grants.title')} lead={count === 0 ? undefined : t('grants.found', { count })}>
      <GrantList {...list} />
      <div className="mt-6">
        <Pagination page={page} pageCount={Math.ceil(count / pageSize)} hrefFor={(to) => `${hrefFor(to)}#besluiten`} />
      </div>
    </Section>
  );
}
