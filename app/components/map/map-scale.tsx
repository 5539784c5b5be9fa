import { useTranslation } from 'react-i18next';

const depths = ['map-0', 'map-1', 'map-2', 'map-3', 'map-4'] as const;

/** What the greens mean; the numbers say the same. */
export function MapScale() {
  const { t } = useTranslation('map');
  return (
    <p className="map-scale text-sm">
      {t('less')}
      <svg viewBox="0 0 150 20" width="150" height="20" aria-hidden="true">
        {depths.map((depth, index) => (
          <rect key={depth} x={index * 30 + 1} y="1" width="28" height="18" rx="3" className={depth} />
        ))}
      </svg>
      {t('more')}
    </p>
  );
}
