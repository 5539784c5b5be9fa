import { areaPaths, areaViewBox } from '#prisma/programme/area-shapes.ts';

/** View box of every map of the district, as SVG takes it. */
export const districtViewBox = `0 0 ${areaViewBox.width} ${areaViewBox.height}`;

/** A wijk's code is the start of the codes of its buurten: FA holds FA01 … FA08. */
export function isWijkCode(code: string): boolean {
  return /^F[A-Z]$/.test(code);
}

/** The wijk in which a buurt lies; a wijk lies in itself. */
export function wijkOf(code: string): string {
  return code.slice(0, 2);
}

/** True for text that can be the code of an area; guards queries against anything else in an address. */
export function isAreaCode(code: string): boolean {
  return /^F[A-Z](\d{2})?$/.test(code);
}

/**
 * Outline of an area as an SVG path in the units of the view box: of a buurt its own, of a wijk those of its buurten.
 * Empty when the map does not know the area.
 */
export function areaOutline(code: string): string {
  if (!isWijkCode(code)) return areaPaths[code] ?? '';
  return Object.entries(areaPaths)
    .filter(([buurt]) => wijkOf(buurt) === code)
    .map(([, path]) => path)
    .join('');
}

/** Outline of every buurt that lies in none of these wijken and buurten. */
export function outlineElsewhere(codes: readonly string[]): string {
  const known = new Set(codes);
  return Object.entries(areaPaths)
    .filter(([buurt]) => !known.has(buurt) && !known.has(wijkOf(buurt)))
    .map(([, path]) => path)
    .join('');
}

/** How deep an area is coloured for what there is in it: 0 none, 4 as much as the fullest area. */
export function mapLevel(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0 || most <= 0) return 0;
  return Math.min(4, Math.max(1, Math.ceil((count / most) * 4))) as 1 | 2 | 3 | 4;
}
