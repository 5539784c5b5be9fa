import { z } from 'zod';
import { canonicalJson, type Json } from '#app/kernel/canonical-json.ts';
import type { NamedText } from './check-report.ts';

/** A row of the decisions alone, or one of all datasets in one file. */
const ofEverything = z.object({ dataset: z.string(), row: z.unknown() });
const decisionRow = z.object({ decision: z.unknown() });

/** Is this a file of rows, as the open data offers whole datasets? */
export const isBulk = (name: string) => /\.ndjson(\.gz)?$/.test(name);

/** The decisions in a file with one row of JSON a line, each as the file that the site offers of it alone. A line that is none stays as it is. */
export function decisionsInRows({ name, text }: NamedText): NamedText[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const at = `${name}:${String(index + 1)}`;
    const json = readJson(line);
    const every = ofEverything.safeParse(json);
    if (every.success && every.data.dataset !== 'decisions') return [];
    const row = decisionRow.safeParse(every.success ? every.data.row : json);
    const decision = row.success ? row.data.decision : undefined;
    return [{ name: at, text: decision === undefined ? line : canonicalJson(decision as Json) }];
  });
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
