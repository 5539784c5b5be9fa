import { z } from 'zod';
import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { moneySources as readSources } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { cents, day, field, named } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const row = z.strictObject({
  slug: field(z.string(), 'Sleutel van de bron.', 'Key of the source.'),
  name: field(z.string(), 'Naam.', 'Name in Dutch.'),
  nameEn: field(z.string(), 'Naam in het Engels.', 'Name in English.'),
  kind: field(
    z.enum(['coalition', 'state-grant', 'municipal', 'partner', 'donation']),
    'Soort gever.',
    'Kind of giver.',
  ),
  form: field(
    z.enum(['money', 'hours', 'space', 'in-kind']),
    'Geld, uren, ruimte of spullen.',
    'Money, hours, space or goods.',
  ),
  organisation: field(named.nullable(), 'Welke organisatie het geeft.', 'The organisation that gives it.'),
  beginsOn: field(day, 'Eerste dag waarop het besteed mag worden.', 'First day on which it may be spent.'),
  endsOn: field(day, 'Laatste dag.', 'Last day.'),
  isExample: field(z.boolean(), 'Het bedrag is een voorbeeld.', 'The amount is an example.'),
  pledgedCents: field(cents, 'Gegeven of toegezegd door de bron.', 'Given or promised by the source.'),
  overprogrammedCents: field(cents, 'Gepland boven wat is toegezegd.', 'Planned beyond what was pledged.'),
  unallocatedCents: field(cents, 'Nog niet verdeeld.', 'Not given to a line of the plan yet.'),
});

export const moneySources = defineDataset({
  slug: 'money-sources',
  title: { nl: 'Bronnen van geld', en: 'Money sources' },
  description: {
    nl: 'Waar het geld vandaan komt, hoeveel het is en tot wanneer het mag worden besteed.',
    en: 'Where the money comes from, how much it is and until when it may be spent.',
  },
  row,
  key: 'slug',
  hasChanges: false,
  keys: Prisma.sql`select slug as key, timestamptz 'epoch' as changed_at from money_source`,
  rows: async (database, keys) => {
    const wanted = new Set(keys);
    const found = await readSources(database);
    return found
      .filter(({ slug }) => wanted.has(slug))
      .map((one) => ({
        slug: one.slug,
        name: one.name,
        nameEn: one.nameEn,
        kind: one.kind,
        form: one.form,
        organisation: one.organisation,
        beginsOn: fromDateColumn(one.beginsOn),
        endsOn: fromDateColumn(one.endsOn),
        isExample: one.isExample,
        pledgedCents: one.pledged,
        overprogrammedCents: one.overprogrammed,
        unallocatedCents: one.unallocated,
      }));
  },
});
