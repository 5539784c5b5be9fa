import { z } from 'zod';
import { groundAddress } from '#app/modules/budgets/ground-address.ts';
import { grantsByNumber } from '#app/modules/budgets/queries/granted-decisions.query.server.ts';
import { instruments } from '#app/modules/decisions/instrument.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { cents, day, field, named } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const row = z.strictObject({
  number: field(z.string(), 'Nummer in het register, en sleutel.', 'Number in its register, and key.'),
  kind: field(
    z.enum(['decision', 'small-spending']),
    'Besluit van een team, of kleine uitgave van een wijkalliantie.',
    'Decision of a body, or small spending of a wijkalliantie.',
  ),
  page: field(z.string(), 'Pagina met de redenen.', 'Page with the reasons.'),
  title: field(z.string(), 'Waarvoor.', 'What for.'),
  takenOn: field(day, 'Dag van het besluit.', 'Day of the decision.'),
  isReplaced: field(z.boolean(), 'Er kwam een ander besluit voor in de plaats.', 'Another decision took its place.'),
  body: field(named, 'Wie besloot.', 'Who decided.'),
  fund: field(z.string(), 'Fonds: sleutel in budget-lines.', 'Fund: key in budget-lines.'),
  source: field(z.string(), 'Bron: sleutel in money-sources.', 'Source: key in money-sources.'),
  initiative: field(z.string().nullable(), 'Initiatief: sleutel in initiatives.', 'Initiative: key in initiatives.'),
  recipient: field(
    z.strictObject({
      kind: z.enum(['organisation', 'residents', 'shop', 'actielijn']),
      organisation: named.nullable(),
      shop: z.string().nullable(),
    }),
    'Wie het kreeg: een organisatie of winkel met naam, bewoners nooit.',
    'Who received it: an organisation or shop by name, residents never.',
  ),
  instrument: field(z.enum(instruments).nullable(), 'Subsidie, opdracht of beloning.', 'Subsidy, assignment or award.'),
  wijken: field(z.array(z.string()), 'Codes van wijken.', 'Codes of wijken.'),
  wholeDistrict: field(z.boolean(), 'Voor heel Nieuw-West.', 'For the whole district.'),
  isExample: field(z.boolean(), 'Het budget van het fonds is een voorbeeld.', 'The budget of the fund is an example.'),
  grantedCents: field(cents, 'Toegekend.', 'Granted.'),
  committedCents: field(cents, 'Toegezegd en nog niet betaald.', 'Promised and not paid yet.'),
  paidCents: field(cents, 'Betaald.', 'Paid.'),
  releasedCents: field(cents, 'Teruggekomen.', 'Given back.'),
});

export type GrantRow = z.output<typeof row>;

export const grants = defineDataset({
  slug: 'grants',
  title: { nl: 'Toegekend geld', en: 'Grants' },
  description: {
    nl: 'Elk besluit en elke kleine uitgave waarmee geld is toegezegd, en wat daarvan is betaald.',
    en: 'Every decision and small spending that promised money, and what was paid of it.',
  },
  row,
  key: 'number',
  hasChanges: true,
  // what batches paid to volunteers is not public, so it changes nothing here either
  keys: Prisma.sql`
    select coalesce(d.number, k.number) as key, greatest(max(e.recorded_at), max(later.confirmed_at)) as changed_at
      from ledger_entry e
        left join decision d on d.id = e.decision_id and d.state = 'confirmed'
        left join small_spending k on k.id = e.spending_id and k.state = 'confirmed'
        left join decision later on later.replaces_id = d.id and later.state = 'confirmed'
      where e.batch_id is null and coalesce(d.number, k.number) is not null
        and exists (select from decision_day day where day.ground_id = coalesce(d.id, k.id) and day.kind = 'commitment')
      group by 1`,
  page: (key) => (key.startsWith('K') ? '/wijkallianties' : `/besluiten/${key}`),
  rows: async (database, keys) => {
    const found = await grantsByNumber(database, keys);
    return found.map(({ recipient, ...one }) => ({
      number: one.number,
      kind: one.ground === 'decision' ? ('decision' as const) : ('small-spending' as const),
      page: groundAddress(one),
      title: one.title,
      takenOn: one.takenOn,
      isReplaced: one.isReplaced,
      body: { slug: one.body.slug, name: one.body.name },
      fund: one.fund.slug,
      source: one.source.slug,
      initiative: one.initiative?.slug ?? null,
      recipient: {
        kind: recipient.kind,
        organisation: recipient.kind === 'organisation' ? { slug: recipient.slug, name: recipient.name } : null,
        shop: recipient.kind === 'shop' ? recipient.name : null,
      },
      instrument: one.instrument,
      wijken: one.wijken,
      wholeDistrict: one.wholeDistrict,
      isExample: one.fund.isExample,
      grantedCents: one.granted,
      committedCents: one.committed,
      paidCents: one.paid,
      releasedCents: one.released,
    }));
  },
});
