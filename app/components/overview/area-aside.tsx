import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../forms/buttons.tsx';
import { DistrictMap } from '../figures/district-map.tsx';
import { Card } from '../page/card.tsx';

type AreaAsideProps = {
  area: {
    code: string;
    name: string;
    wijk: { code: string; name: string };
    viewBox: string;
    /** Every wijk but this one, as ground of the map. */
    surroundings: readonly { code: string; name: string; outline: string }[];
    buurten: readonly { code: string; name: string; count: number; outline: string; level: 0 | 1 | 2 | 3 | 4 }[];
    bodies: readonly { slug: string; name: string }[];
  };
};

/** Where it lies, its buurten, and who works there. */
export function AreaAside({ area }: AreaAsideProps) {
  const { t } = useTranslation(['programme', 'map']);
  const isHere = (code: string) => code === area.code || area.wijk.code === area.code;
  return (
    <>
      <DistrictMap
        label={t('programme:area.map', { name: area.name })}
        viewBox={area.viewBox}
        areas={[
          ...area.surroundings.map(({ code, name, outline }) => ({ code, name, path: outline })),
          ...area.buurten.map(({ code, name, outline }) => ({
            code,
            name,
            path: outline,
            level: isHere(code) ? (4 as const) : (1 as const),
          })),
        ]}
      />
      <p>
        <ButtonLink href={`/kaart?gebied=${area.code}`} tone="quiet" icon="map">
          {t('map:link')}
        </ButtonLink>
      </p>
      <section aria-labelledby="buurten">
        <h2 id="buurten" className="mb-1 text-xl">
          {t('programme:area.buurten', { name: area.wijk.name })}
        </h2>
        <ul>
          {area.code === area.wijk.code ? null : (
            <li>
              <a href={`/gebieden/${area.wijk.code}`} className="inline-block py-2 font-semibold">
                {t('programme:area.whole', { name: area.wijk.name })}
              </a>
            </li>
          )}
          {area.buurten.map((buurt) => (
            <li key={buurt.code} className="flex items-baseline justify-between gap-4">
              <a
                href={`/gebieden/${buurt.code}`}
                aria-current={buurt.code === area.code ? 'page' : undefined}
                className="inline-block py-2 aria-[current]:font-bold aria-[current]:no-underline"
              >
                {buurt.name}
              </a>
              <span className="tabular shrink-0 text-sm text-ink-soft">
                {t('programme:area.plans', { count: buurt.count })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Card tone="sand">
        <h2 className="mb-1 text-xl">{t('programme:area.bodies')}</h2>
        {area.bodies.length === 0 ? (
          <p>{t('programme:area.bodiesNone')}</p>
        ) : (
          <ul>
            {area.bodies.map(({ slug, name }) => (
              <li key={slug}>
                <a href={`/opgaveteams/${slug}`} className="inline-block py-1.5">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
