import { z } from 'zod';
import { eventKinds, type EventKind } from '#app/modules/initiatives/stage.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { field, moment, named, titled } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const row = z.strictObject({
  sequence: field(z.string(), 'Volgnummer en sleutel van de stap.', 'Number and key of the step.'),
  initiative: field(titled, 'Het initiatief.', 'The initiative.'),
  kind: field(z.enum(eventKinds), 'Wat er gebeurde.', 'What happened.'),
  occurredAt: field(moment, 'Wanneer.', 'When.'),
  body: field(named.nullable(), 'Het team dat het initiatief toen had.', 'The body that had the initiative then.'),
  reason: field(z.string().nullable(), 'De reden of tekst erbij.', 'The reason or text with it.'),
});

export const initiativeSteps = defineDataset({
  slug: 'initiative-steps',
  title: { nl: 'Stappen van initiatieven', en: 'Steps of initiatives' },
  description: {
    nl: 'De weg van elk initiatief, stap voor stap: ingediend, vraag gesteld, besloten. Wie de stap zette staat er niet bij.',
    en: 'The way of each initiative, step by step: submitted, question asked, decided. Who took the step is left out.',
  },
  row,
  key: 'sequence',
  hasChanges: true,
  keys: Prisma.sql`
    select e.sequence::text as key, e.occurred_at as changed_at
      from initiative_event e join initiative i on i.id = e.initiative_id where i.stage <> 'draft' and i.slug is not null`,
  rows: async (database, keys) => {
    const found = await database.initiativeEvent.findMany({
      where: { sequence: { in: keys.flatMap(readSequence) }, initiative: { stage: { not: 'draft' } } },
      select: {
        sequence: true,
        kind: true,
        reason: true,
        occurredAt: true,
        initiative: { select: { slug: true, title: true } },
        body: { select: { slug: true, name: true } },
      },
    });
    return found.map((one) => ({
      sequence: String(one.sequence),
      initiative: { slug: one.initiative.slug ?? '', title: one.initiative.title },
      kind: one.kind as EventKind,
      occurredAt: one.occurredAt.toISOString(),
      body: one.body,
      reason: one.reason,
    }));
  },
});

const readSequence = (key: string) => (/^\d{1,18}$/.test(key) ? [BigInt(key)] : []);
