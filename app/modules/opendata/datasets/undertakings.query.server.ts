import { z } from 'zod';
import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { oneOf } from '#app/modules/actions/action.ts';
import { audiences, undertakingAnswers, undertakingStates } from '#app/modules/actions/undertaking.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { day, field, named } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const answer = z.strictObject({
  answer: z.enum(undertakingAnswers),
  text: z.string(),
  proofLink: z.string(),
  decision: z.string().nullable(),
});

const row = z.strictObject({
  number: field(z.string(), 'Nummer van de toezegging, en sleutel.', 'Number of the undertaking, and key.'),
  what: field(z.string(), 'Wat er is toegezegd.', 'What was promised.'),
  body: field(named, 'Wie het nakomt.', 'Who has to keep it.'),
  saidBy: field(z.string(), 'Wie het zei, als functie.', 'Who said it, by office.'),
  toWhom: field(
    z.enum(audiences),
    'Aan raad, stadsdeelcommissie of bewoners.',
    'To council, district committee or residents.',
  ),
  saidOn: field(day, 'Wanneer.', 'When.'),
  saidAt: field(z.string(), 'Waar.', 'Where.'),
  saidLink: field(z.string(), 'Pagina waar het te lezen of te horen is.', 'Page where it can be read or heard.'),
  dueOn: field(day.nullable(), 'Wanneer het nagekomen moet zijn.', 'By when.'),
  state: field(z.enum(undertakingStates), 'Open, nagekomen, deels of niet.', 'Open, kept, partly or not.'),
  answers: field(
    z.array(answer),
    'Wat ervan is geworden, met bewijs; door twee mensen bevestigd.',
    'What became of it, with proof; confirmed by two people.',
  ),
});

export const undertakings = defineDataset({
  slug: 'undertakings',
  title: { nl: 'Toezeggingen', en: 'Undertakings' },
  description: {
    nl: 'Wat aan de raad, de stadsdeelcommissie of bewoners is toegezegd, en of het is nagekomen.',
    en: 'What was promised to the council, the district committee or residents, and whether it was kept.',
  },
  row,
  key: 'number',
  hasChanges: true,
  keys: Prisma.sql`
    select u.number::text as key, greatest(u.written_at, (select max(w.replaced_at) from undertaking_wording w where w.undertaking_id = u.id),
        (select max(a.answered_at) from undertaking_answer a where a.undertaking_id = u.id and a.state = 'confirmed')) as changed_at
      from undertaking u`,
  page: (key) => `/toezeggingen/${key}`,
  rows: async (database, keys) => {
    const found = await database.undertaking.findMany({
      where: { number: { in: keys.flatMap(readNumber) } },
      select: {
        number: true,
        what: true,
        saidBy: true,
        toWhom: true,
        saidOn: true,
        saidAt: true,
        saidLink: true,
        dueOn: true,
        state: true,
        body: { select: { slug: true, name: true } },
        answers: {
          where: { state: 'confirmed' },
          orderBy: { proposedAt: 'asc' },
          select: {
            answer: true,
            text: true,
            proofLink: true,
            proofDecision: { select: { number: true, state: true } },
          },
        },
      },
    });
    return found.map((one) => ({
      ...one,
      number: String(one.number),
      toWhom: oneOf(audiences, one.toWhom, 'residents'),
      saidOn: fromDateColumn(one.saidOn),
      dueOn: one.dueOn === null ? null : fromDateColumn(one.dueOn),
      state: oneOf(undertakingStates, one.state, 'open'),
      answers: one.answers.map(({ answer: given, text, proofLink, proofDecision }) => ({
        answer: oneOf(undertakingAnswers, given, 'not'),
        text,
        proofLink,
        decision: proofDecision?.state === 'confirmed' ? proofDecision.number : null,
      })),
    }));
  },
});

const readNumber = (key: string) => (/^[1-9]\d{0,8}$/.test(key) ? [Number(key)] : []);
