import { useTranslation } from 'react-i18next';
import { activeMarketFilters, type MarketFilter } from '#app/modules/portfolios/market-filter.ts';
import { portfolioKinds, resourceKinds } from '#app/modules/portfolios/portfolio.ts';
import { FilterBar, FilterSelect } from '../content/filter-bar.tsx';
import { SearchBox } from '../content/search-box.tsx';

type MarketFiltersProps = {
  filter: MarketFilter;
  themes: readonly { slug: string; name: string }[];
  wijken: readonly { code: string; name: string }[];
};

/** Search and filters of the marketplace. */
export function MarketFilters({ filter, themes, wijken }: MarketFiltersProps) {
  const { t } = useTranslation('portfolios');
  const resources = resourceKinds.map((value) => ({ value, label: t(`resource.${value}`) }));
  return (
    <FilterBar
      action="/portfolios"
      activeCount={activeMarketFilters(filter)}
      search={<SearchBox label={t('list.search')} placeholder={t('list.placeholder')} value={filter.text} />}
    >
      <FilterSelect
        name="nodig"
        label={t('filter.need')}
        value={filter.need}
        all={t('filter.anyResource')}
        options={resources}
      />
      <FilterSelect
        name="biedt"
        label={t('filter.offer')}
        value={filter.offer}
        all={t('filter.anyResource')}
        options={resources}
      />
      <FilterSelect
        name="thema"
        label={t('filter.theme')}
        value={filter.theme}
        all={t('filter.anyTheme')}
        options={themes.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <FilterSelect
        name="wijk"
        label={t('filter.area')}
        value={filter.area}
        all={t('filter.anyArea')}
        options={[
          { value: 'district', label: t('filter.district') },
          ...wijken.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <FilterSelect
        name="soort"
        label={t('filter.kind')}
        value={filter.kind}
        all={t('filter.anyKind')}
        options={portfolioKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
    </FilterBar>
  );
}
