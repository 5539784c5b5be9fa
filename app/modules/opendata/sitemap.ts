import { element, nested, xmlHead } from './xml.ts';

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Addresses in one sitemap; the protocol allows 50,000 in 50 MB. */
export const sitemapSize = 10_000;

export type SitemapEntry = {
  loc: string;
  /** Null: not known. */
  changedAt: Date | null;
  /** Elements of other namespaces inside the entry. */
  more?: string;
};

const lastModified = (at: Date | null) => (at === null ? '' : element('lastmod', at.toISOString()));

/** A sitemap. @param namespaces of the elements in `more`, by prefix */
export function sitemap(entries: readonly SitemapEntry[], namespaces: Record<string, string> = {}): string {
  const others = Object.entries(namespaces)
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join('');
  const urls = entries.map(({ loc, changedAt, more = '' }) =>
    nested('url', element('loc', loc), lastModified(changedAt), more),
  );
  return `${xmlHead}<urlset xmlns="${namespace}"${others}>\n${urls.join('\n')}\n</urlset>\n`;
}

/** A list of sitemaps. */
export function sitemapIndex(entries: readonly SitemapEntry[]): string {
  const maps = entries.map(({ loc, changedAt }) => nested('sitemap', element('loc', loc), lastModified(changedAt)));
  return `${xmlHead}<sitemapindex xmlns="${namespace}">\n${maps.join('\n')}\n</sitemapindex>\n`;
}

/** Numbers of the sitemaps that hold so many addresses. */
export function sitemapParts(count: number): number[] {
  return Array.from({ length: Math.ceil(count / sitemapSize) }, (_, index) => index + 1);
}
