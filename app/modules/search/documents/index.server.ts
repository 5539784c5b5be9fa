import type { Database } from '#app/platform/database.server.ts';
import type { DocumentKind, SearchDocument } from '../port.ts';
import { actielijnDocuments } from './actielijnen.query.server.ts';
import { actionDocuments } from './actions.query.server.ts';
import { allianceDocuments, bodyDocuments } from './bodies.query.server.ts';
import { decisionDocuments } from './decisions.query.server.ts';
import { documentId, documentOf } from './document.server.ts';
import { gatheringDocuments } from './gatherings.query.server.ts';
import { initiativeDocuments } from './initiatives.query.server.ts';
import { minutesDocuments } from './minutes.query.server.ts';
import { organisationDocuments } from './organisations.query.server.ts';
import { portfolioDocuments } from './portfolios.query.server.ts';
import type { DocumentSource, Reading } from './source.query.server.ts';

/** Where every kind comes from, in the order of their ids. */
const documentSources: readonly DocumentSource[] = [
  actielijnDocuments,
  actionDocuments,
  allianceDocuments,
  bodyDocuments,
  decisionDocuments,
  gatheringDocuments,
  initiativeDocuments,
  minutesDocuments,
  organisationDocuments,
  portfolioDocuments,
].sort((one, other) => (`${one.kind}-` < `${other.kind}-` ? -1 : 1));

/** One thing of which the document must be made anew. */
export type DocumentKey = { kind: DocumentKind; key: string };

/** `onBroken` is told which document cannot be made, never what stands in it; such a one is not found. */
export type Building = Reading & { onBroken: (of: DocumentKey, error: unknown) => void };

const batchSize = 500;
/** Keys are small: so that a large table is sorted seldom. */
const keysAtOnce = 20_000;

/** Everything that can be found, in order of id. */
export async function* allDocuments(building: Building): AsyncGenerator<SearchDocument[]> {
  for (const source of documentSources) {
    let after = '';
    for (;;) {
      const keys = await source.keys(building.database, { after, size: keysAtOnce });
      for (let start = 0; start < keys.length; start += batchSize) {
        const documents = await documentsOfKind(building, source, keys.slice(start, start + batchSize));
        if (documents.length > 0) yield documents;
      }
      after = keys.at(-1) ?? '';
      if (keys.length < keysAtOnce) break;
    }
  }
}

/** The documents of these as they are now, and the ids of those that are not public (any more). */
export async function documentsOf(
  building: Building,
  wanted: readonly DocumentKey[],
): Promise<{ documents: SearchDocument[]; gone: string[] }> {
  const documents: SearchDocument[] = [];
  for (const source of documentSources) {
    const keys = [...new Set(wanted.filter(({ kind }) => kind === source.kind).map(({ key }) => key))];
    for (let start = 0; start < keys.length; start += batchSize)
      documents.push(...(await documentsOfKind(building, source, keys.slice(start, start + batchSize))));
  }
  const there = new Set(documents.map(({ id }) => id));
  const asked = new Set(wanted.map(({ kind, key }) => documentId(kind, key)));
  return { documents, gone: [...asked].filter((id) => !there.has(id)) };
}

async function documentsOfKind(
  building: Building,
  source: DocumentSource,
  keys: readonly string[],
): Promise<SearchDocument[]> {
  const wijkOf = await wijken(building.database);
  const made = async (some: readonly string[]) =>
    (await source.drafts(building, some)).map((draft) => documentOf(source.kind, draft, wijkOf));
  const inOrder = (documents: SearchDocument[]) => documents.sort((one, other) => (one.id < other.id ? -1 : 1));
  try {
    return inOrder(await made(keys));
  } catch (error) {
    if (keys.length === 1 && keys[0] !== undefined && isAboutTheRow(error)) {
      building.onBroken({ kind: source.kind, key: keys[0] }, error);
      return [];
    }
    if (keys.length <= 1) throw error;
    // one row that cannot be read must not keep the others out
    const documents: SearchDocument[] = [];
    for (const key of keys) documents.push(...(await documentsOfKind(building, source, [key])));
    return inOrder(documents);
  }
}

/** What a database that is away throws passes by itself; what a row throws does not. */
function isAboutTheRow(error: unknown): boolean {
  return error instanceof Error && !/^Prisma|^Driver/.test(error.constructor.name) && !('code' in error);
}

async function wijken(database: Database): Promise<ReadonlyMap<string, string>> {
  const areas = await database.area.findMany({
    where: { parentCode: { not: null } },
    select: { code: true, parentCode: true },
  });
  return new Map(areas.map(({ code, parentCode }) => [code, parentCode ?? code]));
}
