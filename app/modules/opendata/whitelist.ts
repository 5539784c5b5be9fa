import type { z } from 'zod';

/** A row is not what its schema says: nothing of it may go out. */
export class NotAsDescribed extends Error {
  constructor(dataset: string, problem: string) {
    super(`a row of ${dataset} is not as described: ${problem}`);
  }
}

/** What must happen with a field that no schema knows. */
export type Strictness = {
  /** Tests and the demo: it is a fault. Otherwise it is left out. */
  isStrict: boolean;
  /** Told where a field was left out, never its value. */
  report: (dataset: string, path: string) => void;
};

/**
 * The row as it may leave: held against its schema, which lists every field there is.
 * @throws NotAsDescribed when a field is missing or of another kind, and in strict mode when there is one too many
 */
export function whitelisted(dataset: { slug: string; row: z.ZodType }, row: unknown, strictness: Strictness): unknown {
  const read = dataset.row.safeParse(row);
  if (read.success) return read.data;
  const tooMany = unknownFields(read.error);
  if (strictness.isStrict || tooMany === null) throw new NotAsDescribed(dataset.slug, problemOf(read.error));
  const copy: unknown = structuredClone(row);
  for (const path of tooMany) {
    remove(copy, path);
    strictness.report(dataset.slug, path.join('.'));
  }
  const again = dataset.row.safeParse(copy);
  if (!again.success) throw new NotAsDescribed(dataset.slug, problemOf(again.error));
  return again.data;
}

/** Where and what, without the value that was there: it may be private. */
function problemOf(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      const keys = issue.code === 'unrecognized_keys' ? ` ${issue.keys.join(', ')}` : '';
      return `${issue.path.map(String).join('.')} ${issue.code}${keys}`;
    })
    .join('; ');
}

type Path = (string | number)[];

/** @returns null when something else is wrong besides */
function unknownFields(error: z.ZodError): Path[] | null {
  const paths: Path[] = [];
  for (const issue of error.issues) {
    if (issue.code !== 'unrecognized_keys') return null;
    const place = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    for (const key of issue.keys) paths.push([...place, key]);
  }
  return paths;
}

function remove(value: unknown, path: Path): void {
  const last = path.at(-1);
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((one, step) => (typeof one === 'object' && one !== null ? Reflect.get(one, step) : null), value);
  if (typeof holder === 'object' && holder !== null && last !== undefined) Reflect.deleteProperty(holder, last);
}
