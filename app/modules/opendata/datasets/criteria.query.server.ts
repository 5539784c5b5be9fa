import { z } from 'zod';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { day, field, named, titled } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const criterion = z.strictObject({
  slug: z.string(),
  title: z.string(),
  titleEn: z.string(),
  explanation: z.string(),
  explanationEn: z.string(),
  /** Description per point, from 0 up. */
  scale: z.array(z.string()),
  scaleEn: z.array(z.string()),
  weight: z.int(),
  minimumHundredths: z.int().nullable(),
});

const row = z.strictObject({
  key: field(z.string(), 'Sleutel: set en versie.', 'Key: set and version.'),
  set: field(titled, 'De set.', 'The set.'),
  version: field(z.int(), 'Versie.', 'Version.'),
  body: field(named, 'Het team dat ermee beoordeelt.', 'The body that judges by it.'),
  frozenOn: field(
    day.nullable(),
    'Vanaf deze dag verandert de versie niet meer; leeg zolang zij nog niet is gebruikt.',
    'From this day on the version does not change; null while it was not used yet.',
  ),
  criteria: field(
    z.array(criterion),
    'De criteria met gewicht, schaal (omschrijving per punt, vanaf 0) en het laagste gemiddelde in honderdsten van een punt.',
    'The criteria with weight, scale (description per point, from 0) and the lowest average in hundredths of a point.',
  ),
});

export const criteria = defineDataset({
  slug: 'criteria',
  title: { nl: 'Criteria', en: 'Criteria' },
  description: {
    nl: 'Waarop teams plannen beoordelen: elke versie van elke set.',
    en: 'What bodies judge plans by: every version of every set.',
  },
  row,
  key: 'key',
  hasChanges: false,
  keys: Prisma.sql`
    select s.slug || '@' || v.version::text as key, timestamptz 'epoch' as changed_at
      from criteria_version v join criteria_set s on s.id = v.criteria_set_id`,
  page: (key) => `/criteria/${key.split('@')[0] ?? ''}`,
  rows: async (database, keys) => {
    const found = await database.criteriaVersion.findMany({
      where: { OR: keys.map(placeOf) },
      select: {
        version: true,
        frozenAt: true,
        criteriaSet: { select: { slug: true, title: true, body: { select: { slug: true, name: true } } } },
        criteria: {
          orderBy: { position: 'asc' },
          select: {
            slug: true,
            title: true,
            titleEn: true,
            explanation: true,
            explanationEn: true,
            scale: true,
            scaleEn: true,
            weight: true,
            minimumHundredths: true,
          },
        },
      },
    });
    return found.map(({ criteriaSet, version, frozenAt, ...one }) => ({
      key: `${criteriaSet.slug}@${String(version)}`,
      set: { slug: criteriaSet.slug, title: criteriaSet.title },
      version,
      body: criteriaSet.body,
      frozenOn: frozenAt === null ? null : dayInAmsterdam(frozenAt),
      criteria: one.criteria,
    }));
  },
});

function placeOf(key: string) {
  const [slug = '', version = ''] = key.split('@');
  return { criteriaSet: { slug }, version: /^\d{1,6}$/.test(version) ? Number(version) : -1 };
}
