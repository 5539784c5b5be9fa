import { useLoaderData } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#app/components/content/use-formats.ts';
import { AreaPanel } from '#app/components/map/area-panel.tsx';
import { LayerTabs } from '#app/components/map/layer-tabs.tsx';
import { MapFilters } from '#app/components/map/map-filters.tsx';
import { MapScale } from '#app/components/map/map-scale.tsx';
import { PlaceList } from '#app/components/map/place-list.tsx';
import { PlaceMap } from '#app/components/map/place-map.tsx';
import { useMapPlaces } from '#app/components/map/use-map-places.ts';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { mapHref, readMapFilter } from '#app/modules/overview/map-filter.ts';
import { mapArea } from '#app/modules/overview/queries/map-area.query.server.ts';
import { mapView } from '#app/modules/overview/queries/map.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { isWijkCode, wijkOf } from '#app/modules/programme/district.ts';
import { themes } from '#app/modules/programme/queries/themes.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, url, now, locale, platform }) => {
  const asked = readMapFilter(url.searchParams);
  const [view, area, allThemes] = await Promise.all([
    mapView(database, asked, now),
    mapArea(database, asked, now),
    themes(database, locale),
  ]);
  return {
    // an area that is none in this district is no choice
    filter: { ...asked, area: area?.code ?? '' },
    view,
    area,
    themes: allThemes.map(({ slug, name }) => ({ slug, name })),
    tiles: platform.env.mapTiles,
  };
});

export const handle = { hydrate: true };

export const meta = pageTitle<typeof loader>(
  (t, { area }) => (area === null ? t('map:title') : `${area.name}: ${t('map:title')}`),
  (t) => t('map:description'),
);

export default function MapPage() {
  const { filter, view, area, themes: themeChoices, tiles } = useLoaderData<typeof loader>();
  const { t } = useTranslation('map');
  const { money } = useFormats();
  const places = useMapPlaces(view.areas, filter);
  const wijken = view.areas.filter(({ level }) => level === 'wijk');
  const wijk = filter.area === '' ? '' : wijkOf(filter.area);
  const listed = places.filter(({ code }) =>
    wijk === '' ? isWijkCode(code) : !isWijkCode(code) && wijkOf(code) === wijk,
  );
  const counts = view.areas.find(({ code }) => code === filter.area);
  const moneyOfWijk = view.areas.find(({ code }) => code === wijk)?.granted;
  const { layer } = filter;

  const heading = useRef<HTMLHeadingElement>(null);
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    heading.current?.focus();
  }, [filter.area]);

  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} tone="water" stampId="kaart" />
      <div className="flex flex-col gap-4">
        <LayerTabs filter={filter} />
        <MapFilters filter={filter} themes={themeChoices} wijken={wijken} wijk={wijk} />
      </div>
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1.5fr)_minmax(19rem,1fr)]">
        <div className="flex flex-col gap-3 lg:sticky lg:top-4">
          <PlaceMap
            label={t(`label.${layer}`)}
            places={places}
            chosen={filter.area}
            tiles={tiles}
            onChosenByKeyboard={() => {
              wantsFocus.current = true;
            }}
          />
          <MapScale />
          <p className="max-w-prose text-sm text-ink-soft">{layer === 'geld' ? t('shared') : t('exact')}</p>
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          {area === null || counts === undefined ? (
            <p className="text-lg">
              {layer === 'geld'
                ? t('found.geld', { amount: money(view.total.granted) })
                : t(`found.${layer}`, { count: layer === 'plannen' ? view.total.plans : view.total.evenings })}
            </p>
          ) : (
            <AreaPanel
              area={area}
              counts={{ plans: counts.plans, evenings: counts.evenings, granted: moneyOfWijk ?? view.total.granted }}
              filter={filter}
              headingRef={heading}
            />
          )}
          {listed.length === 0 ? null : (
            <section>
              <h2 id="lijst" className="mb-1 text-xl">
                {area === null ? t('perWijk') : t('perBuurt', { name: area.wijk.name })}
              </h2>
              <PlaceList places={listed} chosen={filter.area} labelledBy="lijst" />
            </section>
          )}
          {layer === 'avonden' || filter.area !== '' ? null : (
            <p>
              <a
                href={layer === 'plannen' ? '/initiatieven?gebied=district' : '/budgetten/wijken'}
                className="inline-block py-2"
              >
                {layer === 'plannen'
                  ? t('district.plannen', { count: view.district.plans })
                  : t('district.geld', { amount: money(view.district.granted) })}
              </a>
            </p>
          )}
          <p>
            <a href={mapHref(filter, '/kaart.json')} className="inline-block py-2 text-sm">
              {t('json')}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}
