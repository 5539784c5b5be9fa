import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changes as changesEn } from '#app/i18n/en/changes.ts';
import { planImport as planImportEn } from '#app/i18n/en/plan-import.ts';
import { spendingReport as spendingReportEn } from '#app/i18n/en/spending-report.ts';
import { changes } from '#app/i18n/nl/changes.ts';
import { planImport } from '#app/i18n/nl/plan-import.ts';
import { spendingReport } from '#app/i18n/nl/spending-report.ts';

const folder = new URL('./commands/', import.meta.url);

/** In which texts the refusals of a command are said. */
function textsOf(file: string): Record<string, string>[] {
  if (/report|forecasts/.test(file)) return [spendingReport.refusal, spendingReportEn.refusal];
  if (file.includes('plan-import')) return [planImport.refusal, planImportEn.refusal];
  return [changes.refusal, changesEn.refusal];
}

describe('every refusal of a command', () => {
  it.each(readdirSync(folder))('of %s has its words in both languages', (file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const type = /export type \w+Refusal =([^;]*);/.exec(source)?.[1] ?? '';
    const reasons = [...type.matchAll(/'([a-z-]+)'/g)]
      .map(([, reason = '']) => reason)
      .filter((one) => one !== 'not-found');
    for (const words of textsOf(file)) expect(reasons.filter((reason) => !(reason in words))).toEqual([]);
  });
});
