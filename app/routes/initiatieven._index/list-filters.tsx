import { useTranslation } from 'react-i18next';
import { FilterBar, FilterSelect } from '#app/components/content/filter-bar.tsx';
import { SearchBox } from '#app/components/content/search-box.tsx';
import { activeFilters, possibleOrders, type ListFilter } from '#app/modules/initiatives/list-filter.ts';
import type { InitiativeListView } from '#app/modules/initiatives/queries/initiative-list.query.server.ts';

type ListFiltersProps = {
  filter: ListFilter;
  /** Null: nothing could be looked for. */
  options: InitiativeListView['options'] | null;
};

/** Search, filters and order; each choice says how many initiatives it leaves. */
export function ListFilters({ filter, options }: ListFiltersProps) {
  const { t } = useTranslation('initiatives');
  return (
    <FilterBar
      action="/initiatieven"
      activeCount={activeFilters(filter)}
      search={<SearchBox label={t('list.search')} placeholder={t('list.placeholder')} value={filter.text} />}
    >
      {options === null ? null : <Choices filter={filter} options={options} />}
    </FilterBar>
  );
}

function Choices({ filter, options }: { filter: ListFilter; options: InitiativeListView['options'] }) {
  const { t } = useTranslation('initiatives');
  const counted = (value: string, label: string, count: number) => ({
    value,
    label: `${label} (${String(count)})`,
  });
  return (
    <>
      <FilterSelect
        name="thema"
        label={t('filter.theme')}
        value={filter.theme}
        all={t('filter.anyTheme')}
        options={options.theme.map(({ value, label, count }) => counted(value, label, count))}
      />
      <FilterSelect
        name="gebied"
        label={t('filter.area')}
        value={filter.area}
        all={t('filter.anyArea')}
        options={[
          options.district === null
            ? { value: 'district', label: t('filter.district') }
            : counted('district', t('filter.district'), options.district),
          ...options.area.map(({ value, label, count, level }) =>
            counted(value, level === 'wijk' ? label : `– ${label}`, count),
          ),
        ]}
      />
      <FilterSelect
        name="team"
        label={t('filter.body')}
        value={filter.body}
        all={t('filter.anyBody')}
        options={options.body.map(({ value, label, count }) => counted(value, label, count))}
      />
      <FilterSelect
        name="fase"
        label={t('filter.stage')}
        value={filter.stage}
        all={t('filter.anyStage')}
        options={options.stage.map(({ value, count }) => counted(value, t(`stageGroup.${value}`), count))}
      />
      <FilterSelect
        name="sorteer"
        label={t('filter.order')}
        value={filter.order}
        options={possibleOrders(filter.text).map((order) => ({ value: order, label: t(`order.${order}`) }))}
      />
    </>
  );
}
