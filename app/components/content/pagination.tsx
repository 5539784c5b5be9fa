import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';

type PaginationProps = { page: number; pageCount: number; hrefFor: (page: number) => string };

/** Links to the pages of a list: the first, the last and those around this one. */
export function Pagination({ page, pageCount, hrefFor }: PaginationProps) {
  const { t } = useTranslation('components');
  if (pageCount <= 1) return null;
  const shown = Array.from({ length: pageCount }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pageCount || Math.abs(number - page) <= 1,
  );
  return (
    <nav aria-label={t('pagination.label')} className="no-print flex flex-wrap items-center gap-x-1 gap-y-2 sm:gap-x-4">
      {page > 1 ? (
        <a href={hrefFor(page - 1)} rel="prev" className="button button-quiet">
          <Icon name="arrow-left" />
          <span className="sr-only sm:not-sr-only">{t('pagination.previous')}</span>
        </a>
      ) : null}
      <ol className="flex flex-wrap items-center gap-1">
        {shown.map((number, index) => (
          <li key={number} className="flex items-center">
            {number - (shown[index - 1] ?? number - 1) > 1 ? <span aria-hidden="true">…&nbsp;</span> : null}
            <a
              href={hrefFor(number)}
              aria-current={number === page ? 'page' : undefined}
              aria-label={t('pagination.page', { page: number })}
              className="tabular grid size-11 place-items-center rounded text-ink aria-[current]:bg-tint-garden aria-[current]:font-bold aria-[current]:no-underline"
            >
              {number}
            </a>
          </li>
        ))}
      </ol>
      {page < pageCount ? (
        <a href={hrefFor(page + 1)} rel="next" className="button button-quiet">
          <span className="sr-only sm:not-sr-only">{t('pagination.next')}</span>
          <Icon name="arrow-right" />
        </a>
      ) : null}
    </nav>
  );
}
