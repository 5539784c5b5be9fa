import { useTranslation } from 'react-i18next';
import { stageGroupNames } from '#app/modules/initiatives/list-filter.ts';
import { resourceKinds } from '#app/modules/portfolios/portfolio.ts';
import { kindWords } from '#app/modules/search/address.ts';
import { documentKinds, type Facet } from '#app/modules/search/port.ts';
import type { HitView } from '#app/modules/search/views.ts';

/** Says what the values of filters mean; what the database names comes with its name. */
export function useFilterWords() {
  const { t } = useTranslation(['search', 'initiatives', 'portfolios']);
  const stageWord = (stage: string) => {
    const group = stageGroupNames.find((one) => one === stage);
    return group === undefined ? stage : t(`initiatives:stageGroup.${group}`);
  };
  const resourceWord = (value: string) => {
    const kind = resourceKinds.find((one) => one === value);
    return kind === undefined ? value : t(`portfolios:resource.${kind}`);
  };
  const kindWord = (word: string) => {
    const kind = documentKinds.find((one) => kindWords[one] === word);
    return kind === undefined ? word : t(`search:kind.${kind}`);
  };
  return {
    stageWord,
    valueWord: (facet: Facet, value: string, name: string | null): string => {
      if (facet === 'kind') return kindWord(value);
      if (facet === 'stage') return stageWord(value);
      return facet === 'need' || facet === 'offer' ? resourceWord(value) : (name ?? value);
    },
    /** Three names at most; empty when it is nowhere in particular. */
    placeOf: ({ areas, wholeDistrict }: Pick<HitView, 'areas' | 'wholeDistrict'>): string => {
      if (areas.length === 0) return wholeDistrict ? t('search:district') : '';
      return areas.length <= 3 ? areas.join(', ') : `${areas.slice(0, 2).join(', ')} +${areas.length - 2}`;
    },
  };
}
