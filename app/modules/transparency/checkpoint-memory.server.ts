import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CheckpointMemory } from './commands/publish-log.server.ts';

/** What was signed last, as a file in the data folder: a database that was put back does not know it any more. */
export function checkpointFile(dataFolder: string): CheckpointMemory {
  const file = join(dataFolder, 'transparency-checkpoint');
  return {
    async read() {
      try {
        return await readFile(file);
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    async write(note) {
      const draft = `${file}.${randomUUID()}`;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(draft, note);
      await rename(draft, file);
    },
  };
}
