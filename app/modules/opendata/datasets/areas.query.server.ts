import { z } from 'zod';
import { Prisma } from '#app/platform/prisma/client.ts';
import { field } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const row = z.strictObject({
  code: field(z.string(), 'Officiële code en sleutel.', 'Official code and key.'),
  name: field(z.string(), 'Naam.', 'Name.'),
  level: field(z.enum(['wijk', 'buurt']), 'Wijk of buurt.', 'Wijk or buurt.'),
  wijk: field(
    z.string().nullable(),
    'Code van de wijk waar een buurt in ligt.',
    'Code of the wijk that holds a buurt.',
  ),
});

export const areas = defineDataset({
  slug: 'areas',
  title: { nl: 'Wijken en buurten', en: 'Areas' },
  description: {
    nl: 'De wijken en buurten van Nieuw-West met hun officiële codes.',
    en: 'The wijken and buurten of Nieuw-West with their official codes.',
  },
  row,
  key: 'code',
  hasChanges: false,
  keys: Prisma.sql`select code as key, timestamptz 'epoch' as changed_at from area`,
  page: (key) => `/gebieden/${key}`,
  rows: async (database, keys) => {
    const found = await database.area.findMany({
      where: { code: { in: [...keys] } },
      select: { code: true, name: true, level: true, parentCode: true },
    });
    return found.map(({ parentCode, level, ...one }) => ({
      ...one,
      level: level === 'wijk' ? ('wijk' as const) : ('buurt' as const),
      wijk: parentCode,
    }));
  },
});
