/** Where the files of a log are: a folder, or whatever serves them. Paths are those of `tile.ts`. */
export type LogFiles = {
  /** @returns null when there is no such file */
  read(path: string): Promise<Uint8Array | null>;
  /** Whole or not at all: who reads at the same moment gets the file from before. */
  write(path: string, bytes: Uint8Array): Promise<void>;
};
