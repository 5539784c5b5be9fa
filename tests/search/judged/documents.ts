import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { documentKinds, type DocumentKind, type SearchDocument } from '#app/modules/search/port.ts';

/** How the texts in `documents/` name a theme. */
const themes: Record<string, { slug: string; body: string }> = {
  bz: { slug: 'bestaanszekerheid', body: 'werk-en-bestaanszekerheid' },
  dem: { slug: 'democratie', body: 'eigenaarschap-inclusie-democratie' },
  eig: { slug: 'eigenaarschap', body: 'eigenaarschap-inclusie-democratie' },
  inc: { slug: 'inclusie', body: 'eigenaarschap-inclusie-democratie' },
  j12: { slug: 'kansen-voor-de-jeugd-tot-13', body: 'kansen-voor-de-jeugd' },
  j13: { slug: 'kansen-voor-de-jeugd-vanaf-13', body: 'kansen-voor-de-jeugd' },
  leef: { slug: 'leefomgeving', body: 'wonen-en-leefomgeving' },
  veil: { slug: 'veiligheid', body: 'veiligheid' },
  werk: { slug: 'werk', body: 'werk-en-bestaanszekerheid' },
  won: { slug: 'wonen', body: 'wonen-en-leefomgeving' },
  gez: { slug: 'gezondheid', body: 'eigenaarschap-inclusie-democratie' },
  cul: { slug: 'cultuur', body: 'eigenaarschap-inclusie-democratie' },
};

const stageOfYear: Record<string, string> = { 2023: 'klaar', 2024: 'bezig', 2025: 'bezig', 2026: 'in-behandeling' };

/** The made-up documents that the judgements are about. @throws Error when a text in `documents/` is not as it should be */
export function judgedDocuments(): SearchDocument[] {
  const folder = new URL('documents/', import.meta.url);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split(/^= /m))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(documentOf);
}

/** `kind key areas themes year`, then a line each for title, summary and text; a year of 0 is none, an area `-` the whole district. */
function documentOf(entry: string): SearchDocument {
  const [head = '', title = '', summary = '', text = ''] = entry.split('\n');
  const [kindName = '', key = '', areas = '', themeNames = '', year = '', ...lines] = head.split(' ');
  const kind = kindOf(kindName, head);
  const of = themeNames.split(',').map((name) => themes[name] ?? fail(`theme ${name}`, head));
  const codes = areas === '-' ? [] : areas.split(',').flatMap((code) => [code, code.slice(0, 2)]);
  const resources = (label: string) =>
    lines.filter((line) => line.startsWith(label)).map((line) => line.slice(label.length));
  const document = {
    id: `${kind}-${key}`,
    kind,
    path: `/${kind}/${key}`,
    title,
    summary,
    text,
    themes: of.map(({ slug }) => slug),
    areas: [...new Set(codes)].sort(),
    wholeDistrict: areas === '-',
    bodies: [...new Set(of.map(({ body }) => body))],
    stage: kind === 'initiative' ? (stageOfYear[year] ?? fail(`year ${year}`, head)) : null,
    needs: resources('needs:'),
    offers: resources('offers:'),
    cents: kind === 'initiative' ? 100_000 + title.length * 50_000 : null,
    year: year === '0' ? null : Number(year),
    date: year === '0' ? null : `${year}-03-01`,
  };
  return { ...document, stamp: createHash('sha256').update(JSON.stringify(document)).digest('hex') };
}

function kindOf(name: string, head: string): DocumentKind {
  return documentKinds.find((kind) => kind === name) ?? fail(`kind ${name}`, head);
}

function fail(what: string, head: string): never {
  throw new Error(`unknown ${what} in "${head}"`);
}
