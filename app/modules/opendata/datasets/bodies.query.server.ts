import { z } from 'zod';
import { Prisma } from '#app/platform/prisma/client.ts';
import { field, named } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const row = z.strictObject({
  slug: field(z.string(), 'Sleutel van het team.', 'Key of the body.'),
  name: field(z.string(), 'Naam.', 'Name.'),
  kind: field(z.enum(['programme', 'alliantiebestuur', 'opgaveteam', 'werkgroep', 'wijkalliantie']), 'Soort.', 'Kind.'),
  parent: field(named.nullable(), 'Aan wie het verslag doet.', 'The body that it reports to.'),
  chairName: field(
    z.string().nullable(),
    'Voorzitter, die met naam openbaar is; leeg waar de papieren haar of hem niet noemen.',
    'Chair, who is public by name; null where the papers do not name one.',
  ),
  remit: field(z.string(), 'Waar het over gaat.', 'What it is for, in Dutch.'),
  remitEn: field(z.string(), 'Hetzelfde, in het Engels.', 'What it is for, in English.'),
  areas: field(z.array(z.string()), 'Codes van wijken en buurten.', 'Codes of wijken and buurten.'),
  themes: field(z.array(z.string()), 'Thema’s (slugs).', 'Themes (slugs).'),
  organisations: field(
    z.array(named),
    'Organisaties die er volgens de papieren in zitten.',
    'Organisations that sit in it according to the papers.',
  ),
});

export const bodies = defineDataset({
  slug: 'bodies',
  title: { nl: 'Teams en bestuur', en: 'Bodies' },
  description: {
    nl: 'Het alliantiebestuur, de opgaveteams, werkgroepen en wijkallianties.',
    en: 'The alliantiebestuur, the opgaveteams, werkgroepen and wijkallianties.',
  },
  row,
  key: 'slug',
  hasChanges: false,
  keys: Prisma.sql`select slug as key, timestamptz 'epoch' as changed_at from body`,
  page: (key) => `/opgaveteams/${key}`,
  rows: async (database, keys) => {
    const linked = { select: { slug: true, name: true } } as const;
    const found = await database.body.findMany({
      where: { slug: { in: [...keys] } },
      select: {
        slug: true,
        name: true,
        kind: true,
        parent: linked,
        chairName: true,
        remit: true,
        remitEn: true,
        areas: { select: { areaCode: true }, orderBy: { areaCode: 'asc' } },
        themes: { select: { themeSlug: true }, orderBy: { themeSlug: 'asc' } },
        organisations: { select: { organisation: linked }, orderBy: { organisationId: 'asc' } },
      },
    });
    return found.map((one) => ({
      ...one,
      kind: one.kind as (typeof row.shape.kind.options)[number],
      areas: one.areas.map(({ areaCode }) => areaCode),
      themes: one.themes.map(({ themeSlug }) => themeSlug),
      organisations: one.organisations.map(({ organisation }) => organisation),
    }));
  },
});
