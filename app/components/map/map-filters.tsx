import { useSubmit } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { stageGroupNames } from '#app/modules/initiatives/list-filter.ts';
import type { MapFilter } from '#app/modules/overview/map-filter.ts';
import { FilterBar, FilterSelect } from '../content/filter-bar.tsx';

type MapFiltersProps = {
  filter: MapFilter;
  themes: readonly { slug: string; name: string }[];
  wijken: readonly { code: string; name: string }[];
  /** The wijk that was chosen, or that of the buurt. */
  wijk: string;
};

/** Theme, stage and wijk in the address; evenings are about no theme and have no stage. */
export function MapFilters({ filter, themes, wijken, wijk }: MapFiltersProps) {
  const { t } = useTranslation(['map', 'initiatives']);
  const submit = useSubmit();
  const isOfPlans = filter.layer !== 'avonden';
  const { theme, stage, layer } = filter;
  return (
    <div
      onSubmitCapture={(event) => {
        event.preventDefault();
        submit(event.target as HTMLFormElement, { preventScrollReset: true });
      }}
    >
      <FilterBar
        // a select keeps what was chosen last, also when the address says otherwise
        key={`${layer} ${theme} ${stage} ${wijk}`}
        action="/kaart"
        // the map shows which area was chosen
        activeCount={[theme, stage].filter((value) => value !== '').length}
      >
        {layer === 'plannen' ? null : <input type="hidden" name="laag" value={layer} />}
        {isOfPlans ? (
          <>
            <FilterSelect
              name="thema"
              label={t('initiatives:filter.theme')}
              value={theme}
              all={t('initiatives:filter.anyTheme')}
              options={themes.map(({ slug, name }) => ({ value: slug, label: name }))}
            />
            <FilterSelect
              name="fase"
              label={t('initiatives:filter.stage')}
              value={stage}
              all={t('initiatives:filter.anyStage')}
              options={stageGroupNames.map((group) => ({ value: group, label: t(`initiatives:stageGroup.${group}`) }))}
            />
          </>
        ) : null}
        <FilterSelect
          name="gebied"
          label={t('initiatives:filter.area')}
          value={wijk}
          all={t('initiatives:filter.anyArea')}
          options={wijken.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </FilterBar>
    </div>
  );
}
