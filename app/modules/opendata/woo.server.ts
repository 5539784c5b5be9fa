import type { OpenDataRules, WooCategory } from '#app/modules/programme/setting.ts';
import type { Database } from '#app/platform/database.server.ts';
import { diwooDocument, diwooNamespace, wooIndexName } from './diwoo.ts';
import { wooKinds, type WooKind } from './queries/woo-documents.query.server.ts';
import { sitemap, sitemapIndex, sitemapParts, sitemapSize } from './sitemap.ts';

type Around = { rules: OpenDataRules; publicUrl: string };

/** The categories in which something is published, each with a sitemap index of its own. */
export function wooIndexes(rules: OpenDataRules): string[] {
  return [...new Set(wooKinds.map((kind) => wooIndexName(kind.category(rules))))];
}

/** The sitemap index of a category: the sitemaps of the kinds in it. @returns null when nothing is published in it */
export async function wooIndex(database: Database, name: string, { rules, publicUrl }: Around): Promise<string | null> {
  const kinds = wooKinds.filter((kind) => wooIndexName(kind.category(rules)) === name);
  if (kinds.length === 0) return null;
  const entries = await Promise.all(
    kinds.map(async (kind) => {
      const { count, changedAt } = await kind.size(database);
      return sitemapParts(count).map((part) => ({
        loc: `${publicUrl}/woo/${kind.name}-${String(part)}.xml`,
        changedAt,
      }));
    }),
  );
  return sitemapIndex(entries.flat());
}

/** A sitemap of documents with the metadata of DiWoo. @returns null when there is none with this name */
export async function wooSitemap(database: Database, name: string, around: Around): Promise<string | null> {
  const [, kindName, part] = /^([a-z-]+)-([1-9]\d{0,4})\.xml$/.exec(name) ?? [];
  const kind = wooKinds.find((one) => one.name === kindName);
  if (kind === undefined) return null;
  return documentsOf(database, kind, Number(part), around);
}

async function documentsOf(
  database: Database,
  kind: WooKind,
  part: number,
  { rules, publicUrl }: Around,
): Promise<string | null> {
  const category: WooCategory = kind.category(rules);
  const documents = await kind.documents(database, { skip: (part - 1) * sitemapSize, take: sitemapSize });
  if (documents.length === 0) return null;
  return sitemap(
    documents.map(({ path, changedAt, ...document }) => ({
      loc: `${publicUrl}${path}`,
      changedAt,
      more: diwooDocument({ ...document, category }),
    })),
    { diwoo: diwooNamespace },
  );
}
