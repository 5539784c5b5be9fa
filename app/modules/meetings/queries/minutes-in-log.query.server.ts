import type { Database, Transaction } from '#app/platform/database.server.ts';

/** What was published of minutes: the SHA-256 of each file, taken anew; what mends them is a correction in the log. */
export async function standingMinutes(
  tx: Transaction,
): Promise<{ subject: string; sha256: string; isCorrection: boolean }[]> {
  return tx.$queryRaw`
    select m.number as subject, encode(sha256(convert_to(p.published, 'UTF8')), 'hex') as sha256,
      coalesce(p.published::jsonb ->> 'corrects', '') <> '' as "isCorrection"
    from minutes_publication p join minutes_version v on v.id = p.version_id join minutes m on m.id = v.minutes_id
    where p.published <> '' order by m.number, v.version`;
}

/** Published minutes as the log names them, by their number: where they are, and the newest file. */
export async function minutesOfNumber(
  database: Database,
  number: string,
): Promise<{ slug: string; file: string; receipt: string } | null> {
  if (!/^V\d{4}-\d{4,6}$/.test(number)) return null;
  const row = await database.minutesPublication.findFirst({
    where: { version: { minutes: { number } }, published: { not: '' } },
    orderBy: { version: { version: 'desc' } },
    select: {
      published: true,
      receipt: true,
      version: { select: { minutes: { select: { meeting: { select: { slug: true } } } } } },
    },
  });
  if (row === null) return null;
  return { slug: row.version.minutes.meeting.slug, file: row.published, receipt: row.receipt };
}
