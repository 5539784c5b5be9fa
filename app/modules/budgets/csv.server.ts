import { stringify } from 'csv-stringify/sync';
import { editableCents, type Cents } from '#app/kernel/money.ts';

/** A cell: words, or an amount in cents. */
export type CsvCell = string | { cents: Cents };

/** `dutch` for a spreadsheet here (semicolons, decimal comma); `machine` for programs (commas, decimal point). */
export type CsvFlavour = 'dutch' | 'machine';

/**
 * Words as they can stand in a spreadsheet: what begins like a formula gets an apostrophe before it, so that no
 * spreadsheet runs what somebody typed (OWASP, CSV injection).
 */
function safeWords(text: string): string {
  return /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** A CSV file in UTF-8; the Dutch one with the mark by which Excel knows that. */
export function csvFile(rows: readonly (readonly CsvCell[])[], flavour: CsvFlavour): string {
  const amount = (value: Cents) => (flavour === 'dutch' ? editableCents(value) : (value / 100).toFixed(2));
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? safeWords(cell) : amount(cell.cents))));
  return stringify(cells, {
    bom: flavour === 'dutch',
    delimiter: flavour === 'dutch' ? ';' : ',',
    record_delimiter: 'windows',
  });
}
