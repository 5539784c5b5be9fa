/**
 * `npm run check:decision -- <file or folder>… [--codes <list> | --receipt <receipt>] [--lang nl|en]`: computes published
 * decisions again from their files alone, with no network and no database, and says in words which line differs. The build
 * makes one file of it, `controleer-besluit.mjs`, that any Node from 20 on runs without anything else; the site offers that
 * file. Ends with 0 when all is right, 1 when something is not, 2 when it cannot look at all.
 *
 * A file is one decision (`.json`), or many as the open data has them (`.ndjson`, also packed as `.ndjson.gz`).
 *
 *   --codes <list>       receipts as the site lists them (`controlecodes.txt`); each file must be on it unchanged
 *   --receipt <receipt>  the receipt that you kept of the one decision that is checked
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { createInstance } from 'i18next';
import { decisions as decisionsEn } from '#app/i18n/en/decisions.ts';
import { procurement as procurementEn } from '#app/i18n/en/procurement.ts';
import { decisions as decisionsNl } from '#app/i18n/nl/decisions.ts';
import { procurement as procurementNl } from '#app/i18n/nl/procurement.ts';
import { decisionsInRows, isBulk } from '#app/modules/decisions/bulk-rows.ts';
import { checkFiles, readReceipts } from '#app/modules/decisions/check-files.ts';
import type { NamedText } from '#app/modules/decisions/check-report.ts';
import { sayFinding, sayNote } from '#app/modules/decisions/check-words.ts';
import type { Say } from '#app/modules/decisions/recomputed-words.ts';

class CannotLook extends Error {}

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const options = {
  codes: { type: 'string' },
  receipt: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** What was asked; an option that there is not asks for how it is used. */
function asked() {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch {
    return parseArgs({ args: [], allowPositionals: true, options });
  }
}

const { positionals, values } = asked();
const locale = (values.lang ?? process.env.LC_ALL ?? process.env.LANG ?? 'nl').startsWith('en') ? 'en' : 'nl';
const texts = createInstance();
void texts.init({
  lng: locale,
  resources: {
    nl: { decisions: decisionsNl, procurement: procurementNl },
    en: { decisions: decisionsEn, procurement: procurementEn },
  },
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});
const t = texts.t as Say;
const say = (key: string, facts: Record<string, string | number> = {}) => t(`decisions:checker.${key}`, facts);

async function check(): Promise<number> {
  if (positionals.length === 0) throw new CannotLook(say('usage'));
  const names = (await Promise.all(positionals.map(filesAt))).flat();
  if (names.length === 0) throw new CannotLook(say('noFiles'));
  const files = (await Promise.all(names.map(decisionsIn))).flat();
  if (files.length === 0) throw new CannotLook(say('noFiles'));
  const report = checkFiles(files, await listed(files), digest);

  const wrong = new Set(report.findings.map(({ file }) => file));
  for (const { name } of files) {
    const checked = report.checked.find(({ file }) => file === name);
    const { number = '', title = '' } = checked?.publication ?? {};
    console.log(
      checked === undefined
        ? say('unread', { file: name })
        : say(wrong.has(name) ? 'wrong' : 'right', { number, title }),
    );
    for (const finding of report.findings.filter(({ file }) => file === name))
      console.log(`      - ${sayFinding(finding, checked, t, locale)}`);
    for (const note of report.notes.filter(({ file }) => file === name)) console.log(`      ${sayNote(note, t)}`);
    if (checked !== undefined) console.log(`      ${say('receiptLine', { receipt: checked.receipt })}`);
  }
  for (const note of report.notes.filter(({ file }) => file === '')) console.log(`\n${sayNote(note, t)}`);
  console.log(`\n${say('sum', { count: files.length, wrong: wrong.size })}`);
  return wrong.size === 0 ? 0 : 1;
}

async function filesAt(path: string): Promise<string[]> {
  const stats = await stat(path).catch((error: unknown) => {
    throw cannotRead(path, error);
  });
  if (!stats.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.endsWith('.json') || isBulk(name))
    .sort()
    .map((name) => join(path, name));
}

async function readNamed(name: string): Promise<NamedText> {
  try {
    const bytes = await readFile(name);
    return { name, text: (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8') };
  } catch (error) {
    throw cannotRead(name, error);
  }
}

/** One decision a file, or many in one. */
async function decisionsIn(name: string): Promise<NamedText[]> {
  const file = await readNamed(name);
  return isBulk(name) ? decisionsInRows(file) : [file];
}

function cannotRead(file: string, error: unknown): CannotLook {
  return new CannotLook(say('cannotRead', { file, problem: error instanceof Error ? error.message : String(error) }));
}

/** The list of receipts, or the one that somebody kept of the one file. */
async function listed(files: readonly NamedText[]): Promise<Map<string, string> | null> {
  const { codes, receipt } = values;
  if (receipt !== undefined) {
    const [file] = files;
    const number = /"number":\s*"([^"]+)"/.exec(file?.text ?? '')?.[1];
    const kept = receipt.trim().toLowerCase();
    if (!/^[0-9a-f]{64}$/.test(kept)) throw new CannotLook(say('noReceipt', { receipt }));
    if (files.length > 1 || number === undefined || codes !== undefined) throw new CannotLook(say('oneReceipt'));
    return new Map([[number, kept]]);
  }
  if (codes === undefined) return null;
  const list = readReceipts((await readNamed(codes)).text);
  if (list === null) throw new CannotLook(say('noReceipts', { file: codes }));
  return list;
}

try {
  if (values.help === true) console.log(say('usage'));
  else process.exitCode = await check();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
