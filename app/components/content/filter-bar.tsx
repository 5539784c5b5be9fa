import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';

type FilterBarProps = {
  /** Where the form goes: the address of the list itself. */
  action: string;
  /** Selects and boxes, e.g. `FilterSelect`. */
  children: ReactNode;
  /** Always in sight, above the filters: a `SearchBox`. */
  search?: ReactNode;
  /** How many filters are set; then there is a link that clears them. */
  activeCount?: number;
};

/** Filters of a list as a GET form: the address holds the choice, so it can be shared. Folds up on a phone. */
export function FilterBar({ action, children, search, activeCount = 0 }: FilterBarProps) {
  const { t } = useTranslation('components');
  return (
    <form method="get" action={action} className="no-print flex flex-col gap-4 rounded bg-surface p-4 sm:p-5">
      {search}
      <details className="unfold-md" open={activeCount > 0}>
        <summary className="fold-summary">
          <Icon name="filter" />
          {activeCount > 0 ? t('filter.titleActive', { count: activeCount }) : t('filter.title')}
          <Icon name="chevron-down" className="ml-auto size-5 unfolded:rotate-180" />
        </summary>
        <div className="grid items-end gap-4 pt-3 sm:grid-cols-2 md:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] md:pt-0">
          {children}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <button type="submit" className="button button-quiet">
              {t('filter.apply')}
            </button>
            {activeCount > 0 ? (
              <a href={action} className="button button-text">
                {t('filter.clear')}
              </a>
            ) : null}
          </div>
        </div>
      </details>
    </form>
  );
}

type FilterSelectProps = {
  name: string;
  label: string;
  /** Of the choice that filters nothing: it comes first, with value ''. A select that only orders has none. */
  all?: string;
  options: readonly { value: string; label: string }[];
  value: string;
};

export function FilterSelect({ name, label, all, options, value }: FilterSelectProps) {
  return (
    <label className="flex flex-col gap-1">
      <span className="text-sm font-semibold">{label}</span>
      <span className="relative block">
        <select name={name} defaultValue={value} className="input">
          {all === undefined ? null : <option value="">{all}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2" />
      </span>
    </label>
  );
}
