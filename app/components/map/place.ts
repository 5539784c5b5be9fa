import { isWijkCode, wijkOf } from '#app/modules/programme/district.ts';

/** Something to show in a wijk or buurt: how much there is, and where that leads. */
export type MapPlace = {
  /** Of a wijk or buurt. A wijk of which no buurten are given stays one whole, however near. */
  code: string;
  name: string;
  /** In the bubble: `12`, `€ 8.500`. */
  short: string;
  /** In words, for who listens and who points: `12 plannen`. */
  note: string;
  /** How deep the area is coloured, among those of its kind: 0 nothing, 4 most. */
  depth: 0 | 1 | 2 | 3 | 4;
  /** For the order of the list: a count, or cents. */
  size: number;
  href: string;
};

/** From this zoom on the map shows buurten; before that wijken. */
export const buurtenFrom = 12.7;

/**
 * What the map shows at a zoom: wijken from far away, buurten from nearby, and of the wijk that was chosen always its buurten. Buurten
 * without anything have no bubble.
 * @param chosen code of the area that was chosen, or empty
 */
export function shownPlaces(
  places: readonly MapPlace[],
  { isNear, chosen }: { isNear: boolean; chosen: string },
): { areas: MapPlace[]; bubbles: MapPlace[] } {
  const withBuurten = new Set(places.filter(({ code }) => !isWijkCode(code)).map(({ code }) => wijkOf(code)));
  const isOpen = (wijk: string) => withBuurten.has(wijk) && (isNear || (chosen !== '' && wijkOf(chosen) === wijk));
  const areas = places.filter(({ code }) => isOpen(wijkOf(code)) !== isWijkCode(code));
  return { areas, bubbles: areas.filter(({ code, depth }) => isWijkCode(code) || depth > 0 || code === chosen) };
}
