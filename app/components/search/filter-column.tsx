import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activeFilters, type SearchAddress } from '#app/modules/search/address.ts';
import type { Facet } from '#app/modules/search/port.ts';
import type { FacetOption } from '#app/modules/search/views.ts';
import { Icon } from '../icon/icon.tsx';
import { SearchFilters } from './search-filters.tsx';
import { searchFormId } from './search-form-id.ts';

type FilterColumnProps = {
  state: SearchAddress;
  options: Record<Facet, FacetOption[]>;
  onChoose: () => void;
};

/** Beside what was found on a wide screen; on a phone behind one button that says how many filters are set. */
export function FilterColumn({ state, options, onChoose }: FilterColumnProps) {
  const { t } = useTranslation('search');
  const fold = useRef<HTMLDetailsElement>(null);
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const count = activeFilters(state);
  return (
    <details ref={fold} className="unfold-lg no-print rounded bg-surface px-4 lg:bg-transparent lg:px-0">
      <summary className="fold-summary">
        <Icon name="filter" />
        {count === 0 ? t('filters') : t('filtersActive', { count })}
        <Icon name="chevron-down" className="ml-auto size-5 unfolded:rotate-180" />
      </summary>
      <div className="pb-4">
        <h2 className="sr-only">{t('filterLegend')}</h2>
        <SearchFilters state={state} options={options} onChoose={onChoose} />
        <button
          type="submit"
          form={searchFormId}
          // with JavaScript each choice is searched for already: then this leads on a phone to what was found
          onClick={() => fold.current?.removeAttribute('open')}
          className={`button button-quiet mt-2 w-full ${isLive ? 'lg:hidden' : ''}`}
        >
          {t('apply')}
        </button>
      </div>
    </details>
  );
}
