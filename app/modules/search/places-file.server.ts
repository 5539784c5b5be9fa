import { CsvError, parse } from 'csv-parse/sync';
import type { Database } from '#app/platform/database.server.ts';
import { readPlaces, type FileMistake } from './places-file.ts';
import type { Place } from './port.ts';

/** Bytes; a street register of the whole city is smaller. */
const largest = 2_000_000;

/** Reads a file of places: CSV with semicolon, comma or tab. */
export async function readPlacesFile(
  database: Database,
  bytes: Uint8Array,
): Promise<{ places: Place[]; mistakes: FileMistake[] }> {
  const whole = (kind: FileMistake['kind']) => ({ places: [], mistakes: [{ line: null, kind, given: '' }] });
  if (bytes.byteLength > largest) return whole('too-long');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return whole('not-text');
  }
  if (text.includes('\u0000')) return whole('not-text');
  try {
    const rows = parse(text, {
      delimiter: [';', ',', '\t'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    const areas = await database.area.findMany({ select: { code: true } });
    return readPlaces(
      rows.map(({ info, record }) => ({ line: info.lines, cells: record })),
      new Set(areas.map(({ code }) => code)),
    );
  } catch (error) {
    if (error instanceof CsvError) return whole('not-text');
    throw error;
  }
}
