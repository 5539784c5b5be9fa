import { canonicalJson, type Json } from '#app/kernel/canonical-json.ts';
import type { FilesReport, Finding, NamedText } from './check-report.ts';
import { checkRounds } from './check-rounds.ts';
import { parseDecisionNumber } from './number.ts';
import { publishedDecision, type PublishedDecision } from './published.ts';
import { recompute } from './recompute.ts';

/**
 * Checks published decisions from their files alone: whether each is what the list of receipts says, whether its numbers follow
 * from what stands in it, and whether decisions of one round and decisions that replace each other fit.
 * @param listed receipts by number; null: there is no list to hold them against
 * @param digest SHA-256 of a text in UTF-8, in hexadecimal
 */
export function checkFiles(
  files: readonly NamedText[],
  listed: ReadonlyMap<string, string> | null,
  digest: (text: string) => string,
): FilesReport {
  const report: FilesReport = { checked: [], findings: [], notes: [] };
  for (const file of files) checkFile(file, listed, digest, report);
  checkChains(report);
  const rounds = checkRounds(report.checked);
  report.findings.push(...rounds.findings);
  report.notes.push(...rounds.notes);
  if (listed === null && files.length > 0) report.notes.push({ file: '', number: null, kind: 'no-receipts' });
  if (listed !== null && files.length > 1) report.notes.push(...notHere(listed, report));
  return report;
}

/** What the list has and the files have not: it was left out, or the list is newer. */
function notHere(listed: ReadonlyMap<string, string>, { checked }: FilesReport): FilesReport['notes'] {
  const here = new Set(checked.map(({ publication }) => publication.number));
  const missing = [...listed.keys()].filter((number) => !here.has(number));
  if (missing.length === 0) return [];
  return [{ file: '', number: null, kind: 'not-here', numbers: missing.join(', ') }];
}

function checkFile(
  { name, text }: NamedText,
  listed: ReadonlyMap<string, string> | null,
  digest: (text: string) => string,
  { checked, findings, notes }: FilesReport,
): void {
  const json = readJson(text);
  if (json === undefined) return void findings.push({ file: name, number: null, kind: 'not-json' });
  const read = publishedDecision.safeParse(json);
  if (!read.success) {
    const field = read.error.issues[0]?.path.join('.') ?? '';
    return void findings.push({ file: name, number: numberIn(json), kind: 'not-a-decision', field });
  }
  const publication = read.data;
  const at = { file: name, number: publication.number };
  const canonical = canonicalJson(json);
  const receipt = digest(canonical);
  checked.push({ file: name, publication, receipt });
  if (canonical !== text.replace(/\n$/, '')) notes.push({ ...at, kind: 'other-layout' });
  if (listed !== null) {
    const promised = listed.get(publication.number);
    if (promised === undefined) findings.push({ ...at, kind: 'receipt-not-listed' });
    else if (promised !== receipt) findings.push({ ...at, kind: 'receipt', listed: promised, found: receipt });
  }
  if (publication.version === 4) {
    const { slug, attempt } = publication.vote;
    notes.push({ ...at, kind: 'recount-is-proof', vote: slug, attempt });
  }
  findings.push(...contentFindings(publication).map((one) => ({ ...at, ...one }) as Finding));
  try {
    const { lines } = recompute(publication);
    for (const line of lines) if (!line.matches) findings.push({ ...at, kind: 'line', line });
    if (lines.length === 0) notes.push({ ...at, kind: 'nothing-to-compute' });
  } catch (error) {
    findings.push({ ...at, kind: 'cannot-be', problem: error instanceof Error ? error.message : String(error) });
  }
}

/** What a decision of the product can never say. */
function contentFindings(publication: PublishedDecision) {
  const { outcome, scores, method, objections, origin, number, takenOn, publishedOn } = publication;
  const year = (origin === 'paper' ? takenOn : publishedOn).slice(0, 4);
  return [
    ...(outcome === 'grant' && scores?.result.meetsMinima === false ? [{ kind: 'grant-below-minimum' }] : []),
    ...(origin === 'product' && method === 'consent' && objections.some(({ answer }) => answer.trim() === '')
      ? [{ kind: 'objection-unmet' }]
      : []),
    ...(publishedOn < takenOn ? [{ kind: 'published-before-taken' }] : []),
    ...(parseDecisionNumber(number) === null || !number.startsWith(`${year}-`)
      ? [{ kind: 'number-of-other-year' }]
      : []),
  ] as const;
}

function checkChains({ checked, findings, notes }: FilesReport): void {
  const byNumber = new Map<string, string>();
  const replacedBy = new Map<string, string>();
  for (const { file, publication } of checked) {
    const { number, replaces } = publication;
    const other = byNumber.get(number);
    if (other === undefined) byNumber.set(number, file);
    else findings.push({ file, number, kind: 'twice', other });
    if (replaces === null) continue;
    const earlier = replacedBy.get(replaces);
    if (earlier !== undefined && earlier !== number)
      findings.push({ file, number, kind: 'replaced-twice', other: replaces });
    replacedBy.set(replaces, number);
  }
  for (const { file, publication } of checked) {
    const by = replacedBy.get(publication.number);
    if (by !== undefined) notes.push({ file, number: publication.number, kind: 'replaced', by });
    const replaced = checked.find((one) => one.publication.number === publication.replaces);
    if (replaced !== undefined && replaced.publication.publishedOn > publication.publishedOn)
      findings.push({ file, number: publication.number, kind: 'replaces-later', other: replaced.publication.number });
  }
}

function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function numberIn(json: Json): string | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const number = (json as { readonly [key: string]: Json }).number;
  return typeof number === 'string' ? number : null;
}

/** Receipts by number, as `sha256sum` writes them beside the names of the files. @returns null for anything else */
export function readReceipts(text: string): Map<string, string> | null {
  const listed = new Map<string, string>();
  for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== '')) {
    const [, receipt = '', number = ''] =
      /^([0-9a-f]{64}) [ *](?:.*\/)?besluit-(\d{4}-\d{4,9})\.json$/.exec(line) ?? [];
    if (receipt === '') return null;
    listed.set(number, receipt);
  }
  return listed;
}
