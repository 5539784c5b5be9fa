import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaView } from '#app/modules/gatherings/views.ts';
import { Written } from '../content/written.tsx';

type AreaListProps = { areas: readonly AreaView[]; titleOf: (area: AreaView) => ReactNode };

/** Areas with the buurten of each. */
export function AreaList({ areas, titleOf }: AreaListProps) {
  const { t } = useTranslation('gatherings');
  return (
    <ul className="flex flex-col gap-6">
      {areas.map((area) => (
        <li key={area.id}>
          <p className="font-heading text-xl font-bold">{titleOf(area)}</p>
          <p className="text-sm text-ink-soft">
            {t('areas.buurten', { count: area.buurten.length })}
            {area.gatherings === 0 ? null : ` · ${t('areas.gatherings', { count: area.gatherings })}`}
          </p>
          <p className="max-w-prose">
            <Written>{area.buurten.map(({ name }) => name).join(', ')}</Written>
          </p>
        </li>
      ))}
    </ul>
  );
}
