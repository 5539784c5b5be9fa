import { z } from 'zod';
import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { day, field } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const row = z.strictObject({
  slug: field(z.string(), 'Sleutel van de organisatie.', 'Key of the organisation.'),
  name: field(z.string(), 'Naam.', 'Name.'),
  kind: field(z.string(), 'Soort organisatie.', 'Kind of organisation.'),
  summary: field(z.string(), 'Wat zij doet.', 'What it does.'),
  website: field(z.string().nullable(), 'Website.', 'Website.'),
  alliancePartnerSince: field(day.nullable(), 'Partner van de alliantie sinds.', 'Partner of the alliance since.'),
});

export const organisations = defineDataset({
  slug: 'organisations',
  title: { nl: 'Organisaties', en: 'Organisations' },
  description: {
    nl: 'Organisaties die meedoen, geld krijgen of in een team zitten. Wie er werkt staat er niet in.',
    en: 'Organisations that take part, receive money or sit in a body. Who works there is left out.',
  },
  row,
  key: 'slug',
  hasChanges: false,
  keys: Prisma.sql`select slug as key, timestamptz 'epoch' as changed_at from organisation`,
  page: (key) => `/budgetten/organisaties/${key}`,
  rows: async (database, keys) => {
    const found = await database.organisation.findMany({
      where: { slug: { in: [...keys] } },
      select: { slug: true, name: true, kind: true, summary: true, website: true, alliancePartnerSince: true },
    });
    return found.map(({ alliancePartnerSince, ...one }) => ({
      ...one,
      alliancePartnerSince: alliancePartnerSince === null ? null : fromDateColumn(alliancePartnerSince),
    }));
  },
});
