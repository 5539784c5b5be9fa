import type { Database } from '#app/platform/database.server.ts';
import { datasets } from './datasets/index.server.ts';
import { keysOf, sizeOfDataset, type Dataset } from './queries/dataset.query.server.ts';
import { fixedPages, forPeopleHere } from './site-pages.ts';
import { sitemap, sitemapIndex, sitemapParts, sitemapSize } from './sitemap.ts';

/** Datasets whose rows have a page each: several rows on one page, or a page that leads on, would list it twice. */
const withPages = (): Dataset[] =>
  datasets.filter(({ slug, page }) => page !== undefined && !['criteria', 'grants', 'themes'].includes(slug));

/** The list of all sitemaps of pages. */
export async function siteIndex(database: Database, publicUrl: string): Promise<string> {
  const parts = await Promise.all(
    withPages().map(async (dataset) => {
      const { count, changedAt } = await sizeOfDataset(database, dataset);
      return sitemapParts(count).map((part) => ({
        loc: `${publicUrl}/sitemaps/${dataset.slug}-${String(part)}.xml`,
        changedAt,
      }));
    }),
  );
  return sitemapIndex([{ loc: `${publicUrl}/sitemaps/pages.xml`, changedAt: null }, ...parts.flat()]);
}

/** One sitemap of pages. @returns null when there is none with this name */
export async function siteSitemap(database: Database, name: string, publicUrl: string): Promise<string | null> {
  if (name === 'pages.xml') return sitemap(fixedPages.map((page) => ({ loc: `${publicUrl}${page}`, changedAt: null })));
  const [, slug, part] = /^([a-z-]+)-([1-9]\d{0,4})\.xml$/.exec(name) ?? [];
  const dataset = withPages().find((one) => one.slug === slug);
  if (dataset?.page === undefined) return null;
  const { page } = dataset;
  const keys = await keysOf(database, dataset, { size: sitemapSize, part: Number(part) });
  if (keys.length === 0) return null;
  return sitemap(
    keys.map(({ key, changedAt }) => ({ loc: `${publicUrl}${page(encodeURIComponent(key))}`, changedAt })),
  );
}

/** What robots may read, and where every list of addresses is. */
export function robotsText(publicUrl: string, wooIndexes: readonly string[]): string {
  return [
    'User-agent: *',
    ...forPeopleHere.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${publicUrl}/sitemap.xml`,
    ...wooIndexes.map((name) => `Sitemap: ${publicUrl}/woo/${name}`),
    '',
  ].join('\n');
}
