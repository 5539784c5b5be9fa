import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import type { AreaShapesView } from '#app/modules/programme/area-shape.ts';

/** The colours of the page, as the style sheet has them at this moment. */
export type MapColours = Record<'page' | 'ink' | 'sun' | 'depth0' | 'depth1' | 'depth2' | 'depth3' | 'depth4', string>;

/** @param element any element of the page: light or dark is the page's */
export function coloursOf(element: Element): MapColours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    page: colour('--page'),
    ink: colour('--ink'),
    sun: colour('--sun'),
    depth0: colour('--map-0'),
    depth1: colour('--map-1'),
    depth2: colour('--map-2'),
    depth3: colour('--map-3'),
    depth4: colour('--map-4'),
  };
}

export type Tiles = { url: string; attribution: string };

/** What each layer is painted with; the same keys at night, other colours. */
export function paintOf(colours: MapColours, hasTiles: boolean) {
  const depth: ExpressionSpecification = [
    'match',
    ['coalesce', ['feature-state', 'depth'], 0],
    ...([1, colours.depth1, 2, colours.depth2, 3, colours.depth3] as const),
    ...([4, colours.depth4, colours.depth0] as const),
  ];
  const isPointedAt: ExpressionSpecification = ['boolean', ['feature-state', 'pointed'], false];
  return {
    ground: { 'background-color': colours.page },
    areas: {
      'fill-color': ['case', isPointedAt, colours.sun, depth] as ExpressionSpecification,
      'fill-opacity': hasTiles ? 0.6 : 1,
    },
    buurten: { 'line-color': colours.page, 'line-width': 0.75 },
    wijken: { 'line-color': colours.page, 'line-width': 2.5 },
    chosen: { 'line-color': colours.ink, 'line-width': 3.5 },
  };
}

/** The whole style of the map: our own areas on our own ground, and streets under them only where the operator set them. */
export function mapStyle(
  shapes: Pick<AreaShapesView, 'type' | 'features'>,
  borders: [number, number][][],
  { colours, tiles }: { colours: MapColours; tiles: Tiles | null },
): StyleSpecification {
  const paint = paintOf(colours, tiles !== null);
  const lines = (coordinates: [number, number][][]) => ({
    type: 'geojson' as const,
    data: { type: 'MultiLineString' as const, coordinates },
  });
  return {
    version: 8,
    sources: {
      areas: { type: 'geojson', data: { type: shapes.type, features: shapes.features }, promoteId: 'code' },
      wijken: lines(borders),
      chosen: lines([]),
      ...(tiles === null
        ? {}
        : {
            streets: {
              type: 'raster' as const,
              tiles: [tiles.url],
              tileSize: 256,
              attribution: asText(tiles.attribution),
            },
          }),
    },
    layers: [
      { id: 'ground', type: 'background', paint: paint.ground },
      ...(tiles === null ? [] : [{ id: 'streets', type: 'raster' as const, source: 'streets' }]),
      { id: 'areas', type: 'fill', source: 'areas', paint: paint.areas },
      { id: 'buurten', type: 'line', source: 'areas', paint: paint.buurten },
      { id: 'wijken', type: 'line', source: 'wijken', layout: { 'line-cap': 'round' }, paint: paint.wijken },
      { id: 'chosen', type: 'line', source: 'chosen', layout: { 'line-cap': 'round' }, paint: paint.chosen },
    ],
  };
}

/** The map library takes an attribution for HTML. */
function asText(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
