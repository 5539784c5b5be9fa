import { z } from 'zod';
import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { day, field, named } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const entry = z.strictObject({
  initiative: z.string(),
  title: z.string(),
  version: z.int(),
  left: z.enum(['taken-out', 'withdrawn']).nullable(),
  decisions: z.array(z.string()),
});

const row = z.strictObject({
  slug: field(z.string(), 'Sleutel van de ronde.', 'Key of the round.'),
  title: field(z.string(), 'Titel.', 'Title.'),
  body: field(named, 'Het team dat beoordeelt.', 'The body that judges.'),
  criteria: field(z.string(), 'Waarop: sleutel in de verzameling criteria.', 'By what: key in the dataset criteria.'),
  opensOn: field(day, 'Eerste dag.', 'First day.'),
  closesOn: field(day, 'Laatste dag.', 'Last day.'),
  state: field(z.enum(['open', 'closed']), 'Loopt of is gesloten.', 'Runs or is closed.'),
  closedOn: field(day.nullable(), 'Dag waarop de ronde dichtging.', 'Day on which the round was closed.'),
  minimumReviews: field(z.int(), 'Zoveel beoordelingen zijn nodig.', 'How many reviews are needed.'),
  entries: field(
    z.array(entry),
    'Initiatieven in de ronde, met de besluiten erover. Scores staan in het besluit.',
    'Initiatives in the round, with the decisions about them. Scores stand in the decision.',
  ),
});

export const rounds = defineDataset({
  slug: 'rounds',
  title: { nl: 'Rondes', en: 'Rounds' },
  description: {
    nl: 'Rondes waarin een team plannen beoordeelt, met de plannen die erin zitten.',
    en: 'Rounds in which a body judges plans, with the plans in them.',
  },
  row,
  key: 'slug',
  hasChanges: false,
  keys: Prisma.sql`select slug as key, timestamptz 'epoch' as changed_at from round`,
  page: (key) => `/rondes/${key}`,
  rows: async (database, keys) => {
    const found = await database.round.findMany({
      where: { slug: { in: [...keys] } },
      select: {
        slug: true,
        title: true,
        state: true,
        opensOn: true,
        closesOn: true,
        closedAt: true,
        minimumReviews: true,
        body: { select: { slug: true, name: true } },
        criteriaVersion: { select: { version: true, criteriaSet: { select: { slug: true } } } },
        entries: {
          where: { initiative: { stage: { not: 'draft' } } },
          orderBy: { initiative: { title: 'asc' } },
          select: {
            version: true,
            leftKind: true,
            initiative: { select: { slug: true, title: true } },
            decisions: { where: { state: 'confirmed' }, select: { number: true } },
          },
        },
      },
    });
    return found.map(({ criteriaVersion, entries, ...one }) => ({
      slug: one.slug,
      title: one.title,
      body: one.body,
      criteria: `${criteriaVersion.criteriaSet.slug}@${String(criteriaVersion.version)}`,
      opensOn: fromDateColumn(one.opensOn),
      closesOn: fromDateColumn(one.closesOn),
      state: one.state === 'closed' ? ('closed' as const) : ('open' as const),
      closedOn: one.closedAt === null ? null : dayInAmsterdam(one.closedAt),
      minimumReviews: one.minimumReviews,
      entries: entries.map(({ initiative, version, leftKind, decisions }) => ({
        initiative: initiative.slug ?? '',
        title: initiative.title,
        version,
        left: leftKind === 'taken-out' || leftKind === 'withdrawn' ? leftKind : null,
        decisions: decisions.flatMap(({ number }) => (number === null ? [] : [number])),
      })),
    }));
  },
});
