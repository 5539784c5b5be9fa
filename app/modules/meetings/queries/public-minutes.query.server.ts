import type { Instant } from '#app/kernel/instant.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Database } from '#app/platform/database.server.ts';
import { readPublishedMinutes, type PublishedMinutes } from '../published-minutes.ts';

export type PublicMinutes = {
  minutes: PublishedMinutes;
  /** Exactly what was published. */
  file: string;
  receipt: string;
  publishedAt: Instant;
  /** Every published version, the newest first. */
  versions: { version: number; publishedAt: Instant }[];
};

/** Published minutes of a meeting. @param version null: the newest @returns null when there are none */
export async function publicMinutes(
  database: Database,
  slug: string,
  version: number | null,
): Promise<PublicMinutes | null> {
  if (!isSlug(slug)) return null;
  const rows = await database.minutesPublication.findMany({
    // a version that was mended and erased says nothing any more
    where: { version: { minutes: { meeting: { slug } } }, published: { not: '' } },
    orderBy: { version: { version: 'desc' } },
    select: { published: true, receipt: true, publishedAt: true, version: { select: { version: true } } },
  });
  const row = version === null ? rows[0] : rows.find((one) => one.version.version === version);
  if (row === undefined) return null;
  return {
    minutes: readPublishedMinutes(row.published),
    file: row.published,
    receipt: row.receipt,
    publishedAt: row.publishedAt,
    versions: rows.map((one) => ({ version: one.version.version, publishedAt: one.publishedAt })),
  };
}

/** A version in an address: a whole number from 1; null when it is left out or is none. */
export function versionAsked(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : null;
}
