import { useTranslation } from 'react-i18next';
import { areaOutline, districtViewBox } from '#app/modules/programme/district.ts';
import { areas as knownAreas } from '#prisma/programme/areas.ts';
import { DistrictMap } from '../figures/district-map.tsx';

type AreaOnMap = { slug: string; name: string; buurten: readonly { code: string; name: string }[] };

const buurtOutlines = knownAreas.filter(({ level }) => level === 'buurt');

/** The buurten, those of one area next to another in a different green. The list beside it says the same in words. */
export function AreaMap({ areas, year }: { areas: readonly AreaOnMap[]; year: number }) {
  const { t } = useTranslation('gatherings');
  const placeOf = new Map(areas.flatMap((area, index) => area.buurten.map(({ code }) => [code, { area, index }])));
  return (
    <DistrictMap
      label={t('areas.map', { year })}
      viewBox={districtViewBox}
      areas={buurtOutlines.map(({ code, name }) => {
        const place = placeOf.get(code);
        if (place === undefined) return { code, name, path: areaOutline(code) };
        const level = ((place.index % 4) + 1) as 1 | 2 | 3 | 4;
        return { code, name: place.area.name, path: areaOutline(code), level, note: name };
      })}
    />
  );
}
