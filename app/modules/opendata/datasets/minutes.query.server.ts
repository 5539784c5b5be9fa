import { z } from 'zod';
import { publishedMinutes, readPublishedMinutes } from '#app/modules/meetings/published-minutes.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { field, moment } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const row = z.strictObject({
  number: field(z.string(), 'Nummer van het verslag, en sleutel.', 'Number of the minutes, and key.'),
  receipt: field(
    z.string(),
    'Ontvangstbewijs: SHA-256 over het verslag als canonieke JSON (RFC 8785).',
    'Receipt: SHA-256 over the minutes as canonical JSON (RFC 8785).',
  ),
  publishedAt: field(moment, 'Wanneer deze versie verscheen.', 'When this version was published.'),
  minutes: field(
    publishedMinutes,
    'Het verslag zoals het is gepubliceerd, in de nieuwste versie. Mensen staan erin als organisatie; alleen wie voorzat met naam.',
    'The minutes as they were published, in their newest version. People are there as organisations; only who led the meeting by name.',
  ),
});

export const minutes = defineDataset({
  slug: 'minutes',
  title: { nl: 'Verslagen', en: 'Minutes' },
  description: {
    nl: 'Vastgestelde en gepubliceerde verslagen van vergaderingen, met afspraken, acties en besluiten.',
    en: 'Adopted and published minutes of meetings, with agreements, actions and decisions.',
  },
  row,
  key: 'number',
  hasChanges: true,
  keys: Prisma.sql`
    select s.number as key, max(p.published_at) as changed_at
      from minutes s join minutes_version v on v.minutes_id = s.id join minutes_publication p on p.version_id = v.id
      where s.number is not null group by s.number`,
  rows: async (database, keys) => {
    const found = await database.minutesPublication.findMany({
      where: { version: { minutes: { number: { in: [...keys] } } }, published: { not: '' } },
      orderBy: { version: { version: 'asc' } },
      select: {
        published: true,
        receipt: true,
        publishedAt: true,
        version: { select: { minutes: { select: { number: true } } } },
      },
    });
    // the newest version of each comes last
    const newest = new Map(found.map((one) => [one.version.minutes.number, one]));
    return [...newest].map(([number, { published, receipt, publishedAt }]) => ({
      number: number ?? '',
      receipt,
      publishedAt: publishedAt.toISOString(),
      minutes: readPublishedMinutes(published),
    }));
  },
});
