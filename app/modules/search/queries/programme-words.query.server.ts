import type { Database } from '#app/platform/database.server.ts';
import type { Listener } from '#app/platform/listener.server.ts';
import type { ProgrammeWords } from '../port.ts';

type Kept = { words: Promise<ProgrammeWords>; until: number };

/** Of each database that this process uses: every search needs them. */
const kept = new WeakMap<Database, Kept>();

/** Milliseconds that words are used when nobody told that they changed. */
const longest = 60_000;

/** Synonyms and places as editors keep them; read once and kept in memory until they change. */
export async function programmeWords(database: Database): Promise<ProgrammeWords> {
  const known = kept.get(database);
  if (known !== undefined && Date.now() < known.until) return known.words;
  const words = readWords(database);
  kept.set(database, { words, until: Date.now() + longest });
  words.catch(() => {
    kept.delete(database);
  });
  return words;
}

/** After a change by this process: its next search knows. */
export function forgetWords(database: Database): void {
  kept.delete(database);
}

/** Has this process forget its words when any process changes them. */
export function renewWords({ database, listener }: { database: Database; listener: Listener }): void {
  const forget = () => {
    forgetWords(database);
  };
  listener.listen('search_words', { onMessage: forget, onReady: forget, onClose: forget });
}

async function readWords(database: Database): Promise<ProgrammeWords> {
  const [synonyms, places] = await Promise.all([
    database.searchSynonym.findMany({ select: { words: true }, orderBy: { id: 'asc' } }),
    database.searchPlace.findMany({
      select: { name: true, areas: { select: { areaCode: true }, orderBy: { areaCode: 'asc' } } },
      orderBy: { name: 'asc' },
    }),
  ]);
  return {
    synonyms: synonyms.map(({ words }) => words),
    places: places.map(({ name, areas }) => ({ name, areas: areas.map(({ areaCode }) => areaCode) })),
  };
}
