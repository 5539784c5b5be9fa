import { z } from 'zod';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { levels, questionKinds } from '#app/modules/integrity/question.ts';
import { publicIntegrity } from '#app/modules/integrity/queries/outcomes.query.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { field } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const row = z.strictObject({
  number: field(z.string(), 'Nummer, en sleutel.', 'Number, and key.'),
  kind: field(z.enum(questionKinds), 'Vraag of melding.', 'Question or report.'),
  level: field(z.enum(levels), 'Wie hem beantwoordde.', 'Who answered it.'),
  days: field(z.int(), 'Hoeveel dagen dat duurde.', 'How many days that took.'),
  outcome: field(z.string(), 'Wat eruit kwam, zonder namen.', 'What came of it, without names.'),
});

/** No moments of change, as on the page: the day would tell who asked. */
export const integrityOutcomes = defineDataset({
  slug: 'integrity-outcomes',
  title: { nl: 'Uitkomsten van vragen over integriteit', en: 'Outcomes of questions of integrity' },
  description: {
    nl: 'Wat er uit vragen en meldingen kwam, vrijgegeven door twee mensen. Zonder namen, team of dag.',
    en: 'What came of questions and reports, released by two people. Without names, body or day.',
  },
  row,
  key: 'number',
  hasChanges: false,
  keys: Prisma.sql`
    select number as key, timestamptz 'epoch' as changed_at from (
      select number from integrity_question where released_at is not null order by number desc limit 200) released`,
  rows: async (database, keys) => {
    const [{ now }] = await database.$queryRaw<[{ now: Date }]>`select now()`;
    const { outcomes } = await publicIntegrity(database, dayInAmsterdam(now));
    const wanted = new Set(keys);
    return outcomes.filter(({ number }) => wanted.has(number));
  },
});
