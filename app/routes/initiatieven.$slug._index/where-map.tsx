import { useTranslation } from 'react-i18next';
import { DistrictMap } from '#app/components/figures/district-map.tsx';
import type { InitiativePageView } from '#app/modules/initiatives/queries/initiative-page.query.server.ts';
import { areaOutline, districtViewBox, isWijkCode, wijkOf } from '#app/modules/programme/district.ts';
import { areas } from '#prisma/programme/areas.ts';

const buurten = areas.filter(({ level }) => level === 'buurt');

/** Where it is: the buurten it is for, outlined. A plan for the whole district needs no map. */
export function WhereMap({ initiative }: { initiative: InitiativePageView }) {
  const { t } = useTranslation('initiatives');
  if (initiative.wholeDistrict || initiative.areas.length === 0) return null;
  const codes = initiative.areas.map(({ code }) => code);
  const isOwn = (code: string) => codes.includes(code) || codes.some((own) => isWijkCode(own) && own === wijkOf(code));
  return (
    <DistrictMap
      label={t('page.map')}
      viewBox={districtViewBox}
      areas={buurten.map(({ code, name }) => ({
        code,
        name,
        path: areaOutline(code),
        highlighted: isOwn(code),
        level: isOwn(code) ? 3 : 0,
      }))}
    />
  );
}
