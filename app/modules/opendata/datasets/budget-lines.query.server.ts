import { z } from 'zod';
import { planLines } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { cents, field, named, titled } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const row = z.strictObject({
  slug: field(z.string(), 'Sleutel van de regel (het fonds).', 'Key of the line (the fund).'),
  name: field(z.string(), 'Naam.', 'Name.'),
  year: field(z.int(), 'Jaar van het bestedingsplan.', 'Year of the bestedingsplan.'),
  body: field(named, 'Het team dat erover besluit.', 'The body that decides on it.'),
  source: field(named, 'Uit welke bron.', 'From which source.'),
  actielijn: field(titled.nullable(), 'De actielijn.', 'The line of action.'),
  label: field(z.string(), 'Waarvoor geoormerkt; leeg: vrij.', 'What it is labelled for; empty: free.'),
  isExample: field(z.boolean(), 'Het bedrag is een voorbeeld.', 'The amount is an example.'),
  budgetCents: field(
    cents,
    'Budget: beschikbaar, toegezegd en betaald samen.',
    'Budget: available, committed and paid together.',
  ),
  availableCents: field(cents, 'Nog beschikbaar.', 'Still available.'),
  committedCents: field(cents, 'Toegezegd en nog niet betaald.', 'Promised and not paid yet.'),
  paidCents: field(cents, 'Betaald.', 'Paid.'),
  releasedCents: field(cents, 'Teruggekomen uit toezeggingen, ooit.', 'Given back out of promises, ever.'),
});

export const budgetLines = defineDataset({
  slug: 'budget-lines',
  title: { nl: 'Fondsen en regels van het bestedingsplan', en: 'Funds and budget lines' },
  description: {
    nl: 'Elk fonds met wat er beschikbaar, toegezegd en betaald is: de cijfers van /budgetten.',
    en: 'Every fund with what is available, promised and paid: the figures of /budgetten.',
  },
  row,
  key: 'slug',
  hasChanges: false,
  keys: Prisma.sql`select slug as key, timestamptz 'epoch' as changed_at from fund`,
  page: (key) => `/fondsen/${key}`,
  rows: async (database, keys) => {
    const wanted = new Set(keys);
    const found = await planLines(database);
    return found
      .filter(({ slug }) => wanted.has(slug))
      .map((one) => ({
        slug: one.slug,
        name: one.name,
        year: one.year,
        body: { slug: one.body.slug, name: one.body.name },
        source: { slug: one.source.slug, name: one.source.name },
        actielijn: one.actielijn,
        label: one.label,
        isExample: one.isExample,
        budgetCents: one.budget,
        availableCents: one.available,
        committedCents: one.committed,
        paidCents: one.paid,
        releasedCents: one.released,
      }));
  },
});
