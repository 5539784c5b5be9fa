import { useTranslation } from 'react-i18next';
import { changed, searchHref, sortWords, sorts, type SearchAddress } from '#app/modules/search/address.ts';
import type { SearchView } from '#app/modules/search/address.ts';
import { Icon } from '../icon/icon.tsx';
import { PartLinks } from '../page/part-links.tsx';
import { NearButton } from './near-button.tsx';
import { searchFormId } from './search-form-id.ts';

const views: readonly SearchView[] = ['list', 'table', 'map'];

type SearchToolbarProps = { state: SearchAddress; onChoose: () => void; onNear: (buurt: string) => void };

/** In which order, and in which form. */
export function SearchToolbar({ state, onChoose, onNear }: SearchToolbarProps) {
  const { t } = useTranslation('search');
  const [usual] = sorts(state);
  return (
    <div className="no-print flex flex-wrap items-start gap-x-3 gap-y-3">
      <div className="max-sm:w-full">
        <PartLinks
          label={t('viewLabel')}
          parts={views.map((view) => ({
            key: view,
            href: searchHref(changed(state, { view })),
            words: t(`view.${view}`),
          }))}
          current={state.view}
        />
      </div>
      <NearButton onNear={onNear} />
      <label className="flex min-w-34 flex-1 items-center gap-x-3 sm:ml-auto sm:flex-none">
        <span className="text-sm font-semibold max-sm:sr-only">{t('sortLabel')}</span>
        <span className="relative block w-full">
          <select
            form={searchFormId}
            name="sorteer"
            value={state.sort === usual ? '' : sortWords[state.sort]}
            onChange={onChoose}
            className="input pr-9 text-ellipsis"
          >
            {sorts(state).map((sort) => (
              <option key={sort} value={sort === usual ? '' : sortWords[sort]}>
                {t(`sort.${sort}`)}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2" />
        </span>
      </label>
    </div>
  );
}
