import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { LogFiles } from './log-files.ts';
import { checkpointPath, parseTilePath } from './tile.ts';

/**
 * A log as a folder of files that any web server can hand out as they are. Nothing waits for the disk: what a power cut takes
 * is written again from the leaves, and a file that is half there is found when it is read.
 */
export function logFolder(folder: string): LogFiles {
  const placeOf = (path: string) => {
    if (path !== checkpointPath && parseTilePath(path) === null) throw new RangeError(`not a file of a log: ${path}`);
    return join(folder, path);
  };
  return {
    async read(path) {
      return readOrNull(placeOf(path));
    },
    async write(path, bytes) {
      const place = placeOf(path);
      const draft = `${place}.${randomUUID()}`;
      await mkdir(dirname(place), { recursive: true });
      try {
        await writeFile(draft, bytes);
        await rename(draft, place);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
}

/** Every file under a folder, by its path with slashes. */
export async function filesUnder(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

async function readOrNull(place: string): Promise<Uint8Array | null> {
  try {
    return await readFile(place);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw error;
  }
}
