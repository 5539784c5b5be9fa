import { useTranslation } from 'react-i18next';
import type { Cents } from '#app/kernel/money.ts';
import { mapHref, type MapFilter, type MapLayer } from '#app/modules/overview/map-filter.ts';
import { useFormats } from '../content/use-formats.ts';
import type { MapPlace } from './place.ts';

type CountedArea = {
  code: string;
  name: string;
  plans: number;
  evenings: number;
  granted: Cents | null;
  depth: Record<MapLayer, MapPlace['depth']>;
};

/** What the chosen layer counts, as places of the map; buurten without money of their own are left out. */
export function useMapPlaces(areas: readonly CountedArea[], filter: MapFilter): MapPlace[] {
  const { t } = useTranslation('map');
  const { money, thousands } = useFormats();
  const { layer } = filter;
  return areas.flatMap((area): MapPlace[] => {
    const { code, name } = area;
    const place = { code, name, depth: area.depth[layer], href: mapHref({ ...filter, area: code }) };
    if (layer === 'plannen')
      return [{ ...place, size: area.plans, short: String(area.plans), note: t('plans', { count: area.plans }) }];
    if (layer === 'avonden')
      return [
        { ...place, size: area.evenings, short: String(area.evenings), note: t('evenings', { count: area.evenings }) },
      ];
    if (area.granted === null) return [];
    const note = t('granted', { amount: money(area.granted) });
    return [{ ...place, size: area.granted, short: thousands(area.granted), note }];
  });
}
