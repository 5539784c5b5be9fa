// <PlaceMap label="Plannen per wijk" places={[{ code: 'FK', name, short: '12', note: '12 plannen', depth: 0–4, href }, …]} chosen="FK"|"" tiles={env.mapTiles} />
// Give a list of the same beside it; the route needs `handle = { hydrate: true }`. Links to the same path stay on the page.
import { useLocation, useNavigate } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaShapesView } from '#app/modules/programme/area-shape.ts';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';
import { DrawnMap } from './drawn-map.tsx';
import type { LiveMap } from './live-map.client.ts';
import type { Tiles } from './map-style.ts';
import type { MapPlace } from './place.ts';

type PlaceMapProps = {
  /** What the map shows, for who does not see it. */
  label: string;
  /** Wijken, and buurten where they are known too. */
  places: readonly MapPlace[];
  /** Code of the wijk or buurt that the page is about; empty: the district. */
  chosen: string;
  tiles: Tiles | null;
  /** Somebody chose with the keyboard: move the focus to what the page says of it. */
  onChosenByKeyboard?: () => void;
};

/** Where the moving map gets its borders. */
const shapesPath = '/kaart/gebieden.json';

/** Who reached for the moving map; `failed`: this browser cannot draw it. */
type Wanted = 'not' | 'with-the-mouse' | 'by-button' | 'failed';

/**
 * Bubbles per wijk, and per buurt from nearby. A drawing with links; the moving map, as much to fetch as five pages, comes when
 * somebody reaches for it.
 */
export function PlaceMap({ label, places, chosen, tiles, onChosenByKeyboard }: PlaceMapProps) {
  const { t } = useTranslation('map');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const container = useRef<HTMLDivElement>(null);
  const live = useRef<LiveMap | null>(null);
  const [isReady, setReady] = useState(false);
  const [wanted, setWanted] = useState<Wanted>('not');
  const [isScripted, setScripted] = useState(false);
  // the map is made once and asks for what the page means now
  const latest = useRef({ choose: (_place: MapPlace, _byKeyboard: boolean) => undefined as void, places, chosen });
  useEffect(() => {
    latest.current = {
      places,
      chosen,
      choose(place, byKeyboard) {
        if (new URL(place.href, window.location.href).pathname !== pathname) {
          window.location.assign(place.href);
          return;
        }
        navigate(place.href, { preventScrollReset: true });
        if (byKeyboard) onChosenByKeyboard?.();
      },
    };
    live.current?.show(places, chosen);
  });

  useEffect(() => setScripted(true), []);

  const isWanted = wanted === 'with-the-mouse' || wanted === 'by-button';
  useEffect(() => {
    if (!isWanted) return;
    const gone = new AbortController();
    const open = async () => {
      const [{ openMap }, answer] = await Promise.all([
        import('./live-map.client.ts'),
        fetch(shapesPath, { signal: gone.signal }),
      ]);
      const shapes = (await answer.json()) as AreaShapesView;
      if (gone.signal.aborted || container.current === null) return;
      live.current = openMap({
        container: container.current,
        shapes,
        tiles,
        locale: {
          'Map.Title': t('canvas'),
          'CooperativeGesturesHandler.WindowsHelpText': t('wheel'),
          'CooperativeGesturesHandler.MacHelpText': t('wheelMac'),
          'CooperativeGesturesHandler.MobileHelpText': t('fingers'),
        },
        onChoose: (place, byKeyboard) => latest.current.choose(place, byKeyboard),
        onReady: () => setReady(true),
      });
      live.current.show(latest.current.places, latest.current.chosen);
    };
    // without WebGL or network the drawing stays
    open().catch(() => {
      if (gone.signal.aborted) return;
      setReady(false);
      setWanted('failed');
    });
    return () => {
      gone.abort();
      live.current?.remove();
      live.current = null;
    };
  }, [isWanted, tiles, t]);

  const focusNext = useRef(false);
  useEffect(() => {
    if (!isReady || !focusNext.current) return;
    focusNext.current = false;
    container.current?.querySelector('canvas')?.focus();
  }, [isReady]);

  return (
    <div
      className="place-map"
      data-ready={isReady}
      onPointerMove={({ pointerType }) => {
        if (pointerType === 'mouse' && wanted === 'not') setWanted('with-the-mouse');
      }}
    >
      {isReady ? null : <DrawnMap label={label} places={places} chosen={chosen} />}
      <div ref={container} className="place-map-live" />
      {isReady ? (
        <div className="place-map-buttons no-print" role="group" aria-label={t('buttons')}>
          <MapButton icon="plus" label={t('closer')} onPress={() => live.current?.zoom('in')} />
          <MapButton icon="minus" label={t('farther')} onPress={() => live.current?.zoom('out')} />
          <MapButton icon="map" label={t('whole')} onPress={() => live.current?.whole()} />
        </div>
      ) : null}
      {isReady || !isScripted ? null : (
        <p className="place-map-begin no-print" role="status">
          {wanted === 'failed' ? (
            <span className="place-map-still text-sm">{t('cannotMove')}</span>
          ) : (
            <button
              type="button"
              className="button button-quiet"
              aria-disabled={isWanted}
              onClick={() => {
                focusNext.current = true;
                if (!isWanted) setWanted('by-button');
              }}
            >
              <Icon name="map" /> {t(wanted === 'by-button' ? 'coming' : 'begin')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function MapButton({ icon, label, onPress }: { icon: IconName; label: string; onPress: () => void }) {
  return (
    <button type="button" className="place-map-button" onClick={onPress} title={label}>
      <Icon name={icon} label={label} />
    </button>
  );
}
