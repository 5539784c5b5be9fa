import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { mapHref, mapLayers, type MapFilter } from '#app/modules/overview/map-filter.ts';
import { Icon } from '../icon/icon.tsx';

const icons = { plannen: 'tree', avonden: 'people', geld: 'euro' } as const;

/** What the map counts: links, so that they work without JavaScript; with it the map stays where it is. */
export function LayerTabs({ filter }: { filter: MapFilter }) {
  const { t } = useTranslation('map');
  return (
    <nav aria-label={t('layers')}>
      <ul className="flex flex-wrap gap-2">
        {mapLayers.map((layer) => (
          <li key={layer}>
            <Link
              to={mapHref({ ...filter, layer })}
              preventScrollReset
              aria-current={filter.layer === layer ? 'true' : undefined}
              className={`chip gap-2 font-semibold ${filter.layer === layer ? 'chip-on' : ''}`}
            >
              <Icon name={icons[layer]} />
              {t(`layer.${layer}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
