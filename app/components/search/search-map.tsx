import { useTranslation } from 'react-i18next';
import { mapLevel } from '#app/modules/programme/district.ts';
import { changed, searchHref, type SearchAddress } from '#app/modules/search/address.ts';
import type { FacetOption } from '#app/modules/search/views.ts';
import { MapScale } from '../map/map-scale.tsx';
import type { Tiles } from '../map/map-style.ts';
import { PlaceMap } from '../map/place-map.tsx';

type SearchMapProps = { state: SearchAddress; areas: readonly FacetOption[]; tiles: Tiles | null };

/** Where what was found is, per wijk and from nearby per buurt; choosing one filters by it. What was found follows as a list. */
export function SearchMap({ state, areas, tiles }: SearchMapProps) {
  const { t } = useTranslation(['search', 'map']);
  const mostOf = (isWijk: boolean) =>
    Math.max(0, ...areas.filter((area) => area.isWijk === isWijk).map(({ count }) => count));
  const most = { wijk: mostOf(true), buurt: mostOf(false) };
  const [chosen, ...others] = state.filters.area;
  return (
    <div className="flex flex-col gap-3">
      <PlaceMap
        label={t('search:mapLabel')}
        places={areas.map(({ value, name, count, isWijk }) => ({
          code: value,
          name: name ?? value,
          short: String(count),
          note: t('search:mapNote', { count }),
          depth: mapLevel(count, isWijk === true ? most.wijk : most.buurt),
          size: count,
          href: searchHref(changed(state, { filters: { ...state.filters, area: [value] } })),
        }))}
        chosen={chosen !== undefined && others.length === 0 ? chosen : ''}
        tiles={tiles}
      />
      <MapScale />
    </div>
  );
}
