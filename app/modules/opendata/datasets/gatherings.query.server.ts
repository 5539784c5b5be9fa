import { z } from 'zod';
import { Prisma } from '#app/platform/prisma/client.ts';
import { field, moment } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const states = ['announced', 'begun', 'closed', 'cancelled'] as const;

const row = z.strictObject({
  slug: field(z.string(), 'Sleutel van de bijeenkomst.', 'Key of the gathering.'),
  title: field(z.string(), 'Titel.', 'Title.'),
  about: field(z.string(), 'Waar het over gaat.', 'What it is about.'),
  form: field(z.enum(['rounds', 'open']), 'In rondes of als markt.', 'In rounds or as a market.'),
  startsAt: field(moment, 'Begin.', 'Begin.'),
  endsAt: field(moment, 'Einde.', 'End.'),
  venueName: field(z.string(), 'Waar.', 'Where.'),
  venueAddress: field(z.string(), 'Adres van het gebouw.', 'Address of the building.'),
  area: field(z.string(), 'Gebied van Meet & Match.', 'Area of Meet & Match.'),
  capacity: field(z.int(), 'Plekken.', 'Places.'),
  languages: field(z.array(z.string()), 'Talen (ISO 639-1).', 'Languages (ISO 639-1).'),
  state: field(z.enum(states), 'Stand.', 'State.'),
  hasReport: field(z.boolean(), 'Er is een verslag.', 'There is a report.'),
});

export const gatherings = defineDataset({
  slug: 'gatherings',
  title: { nl: 'Bijeenkomsten van Meet & Match', en: 'Gatherings of Meet & Match' },
  description: {
    nl: 'Wanneer en waar initiatieven elkaar ontmoeten. Wie er komt staat er niet in.',
    en: 'When and where initiatives meet. Who comes is left out.',
  },
  row,
  key: 'slug',
  hasChanges: true,
  keys: Prisma.sql`
    select g.slug as key, greatest(g.changed_at, r.published_at) as changed_at
      from gathering g left join gathering_report r on r.gathering_id = g.id
      where g.announced_at is not null and g.state <> 'concept'`,
  page: (key) => `/ontmoet/${key}`,
  rows: async (database, keys) => {
    const found = await database.gathering.findMany({
      where: { slug: { in: [...keys] }, announcedAt: { not: null }, state: { not: 'concept' } },
      select: {
        slug: true,
        title: true,
        about: true,
        form: true,
        startsAt: true,
        endsAt: true,
        venueName: true,
        venueAddress: true,
        capacity: true,
        languages: true,
        state: true,
        gatheringArea: { select: { name: true } },
        report: { select: { publishedAt: true } },
      },
    });
    return found.map(({ gatheringArea, report, ...one }) => ({
      ...one,
      form: one.form === 'rounds' ? ('rounds' as const) : ('open' as const),
      state: one.state as (typeof states)[number],
      startsAt: one.startsAt.toISOString(),
      endsAt: one.endsAt.toISOString(),
      area: gatheringArea.name,
      hasReport: report?.publishedAt != null,
    }));
  },
});
