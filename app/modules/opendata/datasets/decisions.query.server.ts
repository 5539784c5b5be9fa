import { z } from 'zod';
import { publishedDecision, readPublished } from '#app/modules/decisions/published.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { field } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const row = z.strictObject({
  number: field(z.string(), 'Nummer in het register, en sleutel.', 'Number in the register, and key.'),
  receipt: field(
    z.string(),
    'Ontvangstbewijs: SHA-256 over het besluit als canonieke JSON (RFC 8785).',
    'Receipt: SHA-256 over the decision as canonical JSON (RFC 8785).',
  ),
  replacedBy: field(
    z.string().nullable(),
    'Nummer van het besluit dat hiervoor in de plaats kwam.',
    'Number of the decision that took the place of this one.',
  ),
  decision: field(
    publishedDecision,
    'Het besluit zoals het is gepubliceerd, met criteria, gewichten, scores, motivering en geld.',
    'The decision as it was published, with criteria, weights, scores, motivation and money.',
  ),
});

export const decisions = defineDataset({
  slug: 'decisions',
  title: { nl: 'Besluiten', en: 'Decisions' },
  description: {
    nl: 'Elk gepubliceerd besluit, heel: genoeg om het zelf na te rekenen.',
    en: 'Every published decision, whole: enough to compute it again yourself.',
  },
  row,
  key: 'number',
  hasChanges: true,
  keys: Prisma.sql`
    select d.number as key, coalesce(greatest(d.confirmed_at, later.confirmed_at), (d.published ->> 'publishedOn')::timestamptz) as changed_at
      from decision d left join decision later on later.replaces_id = d.id and later.state = 'confirmed'
      where d.state = 'confirmed' and d.number is not null and d.published is not null and d.receipt is not null`,
  page: (key) => `/besluiten/${key}`,
  rows: async (database, keys) => {
    const found = await database.decision.findMany({
      where: { number: { in: [...keys] }, state: 'confirmed' },
      select: {
        number: true,
        receipt: true,
        published: true,
        replacedBy: { select: { number: true, state: true } },
      },
    });
    return found.flatMap((one) =>
      one.number === null || one.receipt === null
        ? []
        : [
            {
              number: one.number,
              receipt: one.receipt,
              replacedBy: one.replacedBy?.state === 'confirmed' ? one.replacedBy.number : null,
              decision: readPublished(one.published),
            },
          ],
    );
  },
});
