import { createHash } from 'node:crypto';
import type { PlanOutlook } from './plan-outlook.ts';

/** SHA-256 of a text in UTF-8, hexadecimal; the database checks the same (`plan_import_sha256`). */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Tells whether somebody approves what they saw: it changes with every line and source that would change. */
export function digestOfOutlook({ steps, sources }: PlanOutlook): string {
  return digestOf(
    JSON.stringify({ steps: steps.map(({ row, kind, fundId, more }) => [row, kind, fundId, more]), sources }),
  );
}
