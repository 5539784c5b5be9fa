import { useTranslation } from 'react-i18next';

export type MapArea = {
  code: string;
  name: string;
  /** SVG path of its outline, in the units of `viewBox`. */
  path: string;
  /** Where the area leads to; without it the area is only drawn. */
  href?: string;
  /** How much there is, from 0 (none) to 4 (most): the fuller, the deeper green. */
  level?: 0 | 1 | 2 | 3 | 4;
  /** What to say about it beside its name: "3 initiatieven". */
  note?: string;
  highlighted?: boolean;
};

type MapLevel = NonNullable<MapArea['level']>;

type DistrictMapProps = { label: string; viewBox: string; areas: readonly MapArea[]; className?: string };

const levels = ['map-0', 'map-1', 'map-2', 'map-3', 'map-4'] as const;

/** The buurten of Nieuw-West. The same areas follow as a list, for who rather reads or listens. */
export function DistrictMap({ label, viewBox, areas, className = '' }: DistrictMapProps) {
  const { t } = useTranslation('components');
  const linked = areas.filter(({ href }) => href !== undefined);
  const names = areas.filter(({ highlighted }) => highlighted === true).map(({ name }) => name);
  // Highlighted areas come last, so that their outline lies on top.
  const drawn = [...areas].sort((one, other) => Number(one.highlighted ?? false) - Number(other.highlighted ?? false));
  return (
    <figure className={className}>
      <svg
        viewBox={viewBox}
        className="district-map h-auto w-full"
        role={linked.length === 0 ? 'img' : 'group'}
        aria-label={names.length === 0 ? label : `${label}: ${names.join(', ')}`}
      >
        {drawn.map((area) => (
          <MapShape key={area.code} area={area} />
        ))}
      </svg>
      {linked.length === 0 ? null : (
        <details className="no-print mt-2">
          <summary className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4">
            {t('map.asList')}
          </summary>
          <ul className="mt-2 gap-x-8 sm:columns-2 lg:columns-3">
            {linked.map((area) => (
              <li key={area.code} className="break-inside-avoid">
                <a href={area.href} className="inline-block py-2">
                  {area.name}
                </a>
                {area.note === undefined ? null : <span className="text-sm text-ink-soft"> {area.note}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </figure>
  );
}

/** What each green of the map stands for, the deepest first. */
export function MapLegend({ steps }: { steps: readonly { level: MapLevel; label: string }[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {steps.map(({ level, label }) => (
        <li key={level} className="flex items-center gap-3">
          <svg viewBox="0 0 28 20" width="28" height="20" aria-hidden="true">
            <rect width="28" height="20" rx="3" className={levels[level]} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

function MapShape({ area }: { area: MapArea }) {
  const words = area.note === undefined ? area.name : `${area.name}: ${area.note}`;
  const shape = (
    <path
      d={area.path}
      className={`map-area ${levels[area.level ?? 0]} ${area.highlighted === true ? 'map-own' : ''}`}
      vectorEffect="non-scaling-stroke"
    >
      <title>{words}</title>
    </path>
  );
  if (area.href === undefined) return shape;
  return (
    <a href={area.href} aria-label={words} className="map-link">
      {shape}
    </a>
  );
}
