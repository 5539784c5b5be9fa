import { z } from 'zod';
import { Prisma } from '#app/platform/prisma/client.ts';
import { field } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const row = z.strictObject({
  slug: field(z.string(), 'Sleutel van het thema.', 'Key of the theme.'),
  name: field(z.string(), 'Naam.', 'Name in Dutch.'),
  nameEn: field(z.string(), 'Naam in het Engels.', 'Name in English.'),
  description: field(z.string(), 'Waar het over gaat.', 'What it is about, in Dutch.'),
  descriptionEn: field(z.string(), 'Hetzelfde, in het Engels.', 'What it is about, in English.'),
});

export const themes = defineDataset({
  slug: 'themes',
  title: { nl: 'Thema’s', en: 'Themes' },
  description: {
    nl: 'De thema’s waar initiatieven onder vallen.',
    en: 'The themes that initiatives belong to.',
  },
  row,
  key: 'slug',
  hasChanges: false,
  keys: Prisma.sql`select slug as key, timestamptz 'epoch' as changed_at from theme`,
  page: (key) => `/themas/${key}`,
  rows: (database, keys) =>
    database.theme.findMany({
      where: { slug: { in: [...keys] } },
      select: { slug: true, name: true, nameEn: true, description: true, descriptionEn: true },
    }),
});
