import type { Place } from './port.ts';
import { longestWord } from './words-form.ts';

export type FileMistake = {
  /** Of the file, from 1; null: the file as a whole. */
  line: number | null;
  kind: 'not-text' | 'empty' | 'too-long' | 'columns' | 'name' | 'area';
  /** What stands there, cut. */
  given: string;
};

const mostPlaces = 20_000;
const mostMistakes = 25;

/**
 * Reads lines of a street register: the name and the code of a buurt or wijk. A name on several lines is in all of those.
 * @param rows cells of each line with the number of that line
 */
export function readPlaces(
  rows: readonly { line: number; cells: readonly string[] }[],
  knownAreas: ReadonlySet<string>,
): { places: Place[]; mistakes: FileMistake[] } {
  const places = new Map<string, { name: string; areas: Set<string> }>();
  const mistakes: FileMistake[] = [];
  const mistake = (line: number, kind: FileMistake['kind'], given: string) => {
    if (mistakes.length < mostMistakes) mistakes.push({ line, kind, given: given.slice(0, longestWord) });
  };
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  for (const [index, { line, cells }] of filled.entries()) {
    const [name = '', code = ''] = cells.map((cell) => cell.trim().replaceAll(/\s+/g, ' '));
    // the first line may say what the columns are
    if (index === 0 && /^(naam|name|straat)$/i.test(name)) continue;
    if (cells.length !== 2) mistake(line, 'columns', cells.join('; '));
    else if (name.length < 2 || name.length > longestWord) mistake(line, 'name', name);
    else if (!knownAreas.has(code.toUpperCase())) mistake(line, 'area', code);
    else {
      const key = name.toLocaleLowerCase('nl');
      const place = places.get(key) ?? { name, areas: new Set<string>() };
      places.set(key, { name: place.name, areas: place.areas.add(code.toUpperCase()) });
    }
  }
  if (places.size > mostPlaces) mistakes.push({ line: null, kind: 'too-long', given: String(places.size) });
  if (places.size === 0 && mistakes.length === 0) mistakes.push({ line: null, kind: 'empty', given: '' });
  return { places: [...places.values()].map(({ name, areas }) => ({ name, areas: [...areas].sort() })), mistakes };
}
