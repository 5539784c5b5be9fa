import 'maplibre-gl/dist/maplibre-gl.css';
import { LngLatBounds, Map as LibreMap, Marker, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { groupBorders } from '#app/modules/programme/area-borders.ts';
import { isWijkCode, wijkOf } from '#app/modules/programme/district.ts';
import type { AreaShapesView } from '#app/modules/programme/area-shape.ts';
import { bubbleElement, makeRoom } from './bubble-element.ts';
import { coloursOf, mapStyle, paintOf, type Tiles } from './map-style.ts';
import { buurtenFrom, shownPlaces, type MapPlace } from './place.ts';

setWorkerUrl(workerUrl);

export type LiveMap = {
  /** Shows other places, or another one chosen; moves there when that changed. */
  show(places: readonly MapPlace[], chosen: string): void;
  zoom(direction: 'in' | 'out'): void;
  /** Back to the whole district. */
  whole(): void;
  remove(): void;
};

type LiveMapOptions = {
  container: HTMLElement;
  shapes: AreaShapesView;
  tiles: Tiles | null;
  /** Texts of the library, by its own keys. */
  locale: Record<string, string>;
  /** Somebody chose an area; `byKeyboard` when with Enter on its bubble. */
  onChoose: (place: MapPlace, byKeyboard: boolean) => void;
  /** It is drawn for the first time. */
  onReady: () => void;
};

const around = { padding: 16 };
/** Pixels of a bubble on each side of its middle. */
const roomAtEdge = 24;

/** The moving map. @throws when the browser cannot draw it (no WebGL) */
export function openMap({ container, shapes, tiles, locale, onChoose, onReady }: LiveMapOptions): LiveMap {
  const buurten = shapes.features.map(({ properties: { code, wijk }, geometry }) => ({
    code,
    wijk,
    group: wijk,
    geometry,
  }));
  const everything = boundsOf(buurten);
  const map = new LibreMap({
    container,
    style: mapStyle(shapes, groupBorders(buurten), { colours: coloursOf(container), tiles }),
    bounds: everything,
    fitBoundsOptions: around,
    minZoom: 9.5,
    maxZoom: 17,
    // some kilometres round the district
    maxBounds: [
      [everything.getWest() - 0.1, everything.getSouth() - 0.06],
      [everything.getEast() + 0.1, everything.getNorth() + 0.06],
    ],
    renderWorldCopies: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: true,
    attributionControl: tiles === null ? false : { compact: false },
    locale,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();

  let places: readonly MapPlace[] = [];
  let chosen = '';
  let isNear = false;
  let markers = new Map<string, Marker>();
  let pointed: string[] = [];

  /** The place that a buurt on the map belongs to at this zoom: itself, or its wijk. */
  const placeAt = (buurt: string): MapPlace | undefined => {
    const { areas } = shownPlaces(places, { isNear, chosen });
    return areas.find(({ code }) => code === buurt) ?? areas.find(({ code }) => code === wijkOf(buurt));
  };
  const within = (code: string) => buurten.filter((one) => (isWijkCode(code) ? one.wijk : one.code) === code);
  const point = (codes: string[]) => {
    for (const id of pointed) map.setFeatureState({ source: 'areas', id }, { pointed: false });
    for (const id of codes) map.setFeatureState({ source: 'areas', id }, { pointed: true });
    pointed = codes;
  };

  function draw() {
    const { bubbles } = shownPlaces(places, { isNear, chosen });
    for (const { code } of buurten)
      map.setFeatureState({ source: 'areas', id: code }, { depth: placeAt(code)?.depth ?? 0 });
    const left = markers;
    markers = new Map(
      bubbles.flatMap((place) => {
        const middle = shapes.middles[place.code];
        if (middle === undefined) return [];
        const element = bubbleElement(place, place.code === chosen, {
          onChoose: (byKeyboard) => onChoose(place, byKeyboard),
          onPoint: (isOn) => point(isOn ? within(place.code).map(({ code }) => code) : []),
        });
        return [[place.code, new Marker({ element, anchor: 'center' }).setLngLat(middle).addTo(map)]] as const;
      }),
    );
    for (const marker of left.values()) marker.remove();
    arrange();
  }

  /** Whether a bubble at this pixel can be seen whole: inside the map, and not under its buttons. */
  function isInSight({ x, y }: { x: number; y: number }): boolean {
    const { width, height, left, top } = container.getBoundingClientRect();
    const isInside = x > roomAtEdge && x < width - roomAtEdge && y > roomAtEdge && y < height - roomAtEdge;
    const buttons = container.parentElement?.querySelector('.place-map-buttons')?.getBoundingClientRect();
    if (!isInside || buttons === undefined) return isInside;
    return left + x < buttons.left - roomAtEdge || top + y < buttons.top - roomAtEdge;
  }

  /** What is not in sight is not for the keyboard either: the browser would push the map aside to show it. */
  function arrange() {
    for (const marker of markers.values()) marker.getElement().hidden = !isInSight(map.project(marker.getLngLat()));
    const fullestFirst = places.toSorted(
      (one, other) => Number(other.code === chosen) - Number(one.code === chosen) || other.size - one.size,
    );
    makeRoom(
      fullestFirst.flatMap(({ code }) => {
        const element = markers.get(code)?.getElement();
        return element === undefined || element.hidden ? [] : [element];
      }),
      container.getBoundingClientRect(),
    );
  }

  function moveTo(code: string) {
    const areas = within(code);
    if (areas.length > 0) map.fitBounds(boundsOf(areas), { ...around, maxZoom: 15 });
    else map.fitBounds(everything, around);
  }

  const isDark = window.matchMedia('(prefers-color-scheme: dark)');
  const repaint = () => {
    const paint = paintOf(coloursOf(container), tiles !== null);
    for (const [layer, properties] of Object.entries(paint))
      for (const [name, value] of Object.entries(properties))
        map.setPaintProperty(layer, name as 'fill-color', value as string);
  };
  isDark.addEventListener('change', repaint);

  map.on('moveend', arrange);
  // before it is loaded there is nothing to draw on; where nothing may move it zooms at once
  let isLoaded = false;
  map.on('zoom', () => {
    if (!isLoaded || map.getZoom() >= buurtenFrom === isNear) return;
    isNear = !isNear;
    draw();
  });
  map.on('mousemove', 'areas', ({ features }) => {
    const place = placeAt(String(features?.[0]?.id ?? ''));
    map.getCanvas().style.cursor = place === undefined ? '' : 'pointer';
    if (place !== undefined) point(within(place.code).map(({ code }) => code));
  });
  map.on('mouseleave', 'areas', () => {
    map.getCanvas().style.cursor = '';
    point([]);
  });
  map.on('click', 'areas', ({ features }) => {
    const place = placeAt(String(features?.[0]?.id ?? ''));
    if (place !== undefined) onChoose(place, false);
  });
  map.once('load', () => {
    isLoaded = true;
    isNear = map.getZoom() >= buurtenFrom;
    draw();
    void showChosen();
    onReady();
  });

  async function showChosen() {
    const lines = chosen === '' ? [] : groupBorders(within(chosen).map((area) => ({ ...area, group: chosen })));
    await map.getSource<GeoJSONSource>('chosen')?.setData({ type: 'MultiLineString', coordinates: lines });
  }

  return {
    show(next, code) {
      const isElsewhere = code !== chosen;
      [places, chosen] = [next, code];
      if (isElsewhere) moveTo(code);
      if (!isLoaded) return;
      draw();
      void showChosen();
    },
    zoom(direction) {
      if (direction === 'in') map.zoomIn();
      else map.zoomOut();
    },
    whole: () => void map.fitBounds(everything, around),
    remove() {
      isDark.removeEventListener('change', repaint);
      map.remove();
    },
  };
}

function boundsOf(areas: readonly Pick<AreaShapesView['features'][number], 'geometry'>[]): LngLatBounds {
  const bounds = new LngLatBounds();
  for (const { geometry } of areas)
    for (const corner of (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat(2))
      bounds.extend(corner);
  return bounds;
}
