import { z } from 'zod';
import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { actionStates, dueKinds, oneOf, sourceKinds } from '#app/modules/actions/action.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { day, field, moment, named } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const row = z.strictObject({
  number: field(z.string(), 'Nummer op de actielijst, en sleutel.', 'Number on the list of actions, and key.'),
  title: field(z.string(), 'Wat er gebeurt.', 'What is done.'),
  explanation: field(z.string(), 'Toelichting.', 'Explanation.'),
  body: field(named, 'Van welk team.', 'Of which body.'),
  owner: field(
    z.strictObject({ organisation: named.nullable(), words: z.string() }),
    'Wie het doet: een organisatie, of een rol in woorden. Nooit een naam.',
    'Who does it: an organisation, or a role in words. Never a name.',
  ),
  dueKind: field(
    z.enum(dueKinds),
    'Op een dag, zo snel mogelijk of doorlopend.',
    'On a day, as soon as possible or all the time.',
  ),
  dueOn: field(day.nullable(), 'Wanneer het klaar moet zijn.', 'By when.'),
  state: field(z.enum(actionStates), 'Stand.', 'State.'),
  closedAt: field(moment.nullable(), 'Wanneer afgesloten.', 'When it was closed.'),
  source: field(z.enum(sourceKinds), 'Waar de actie vandaan komt.', 'What the action is from.'),
  decision: field(z.string().nullable(), 'Bij welk besluit.', 'Of which decision.'),
  publishedAt: field(moment, 'Wanneer openbaar.', 'When it became public.'),
});

export const actions = defineDataset({
  slug: 'actions',
  title: { nl: 'Acties', en: 'Actions' },
  description: {
    nl: 'Wat teams hebben afgesproken te doen, door wie en wanneer, en of het is gebeurd.',
    en: 'What bodies agreed to do, by whom and by when, and whether it was done.',
  },
  row,
  key: 'number',
  hasChanges: true,
  keys: Prisma.sql`
    select a.number::text as key, greatest(a.published_at, (select max(u.happened_at) from action_update u where u.action_id = a.id)) as changed_at
      from action a where a.published_at is not null`,
  page: (key) => `/acties/${key}`,
  rows: async (database, keys) => {
    const found = await database.action.findMany({
      where: { number: { in: keys.flatMap(readNumber) }, publishedAt: { not: null } },
      select: {
        number: true,
        title: true,
        explanation: true,
        ownerWords: true,
        dueKind: true,
        dueOn: true,
        state: true,
        closedAt: true,
        source: true,
        publishedAt: true,
        body: { select: { slug: true, name: true } },
        ownerOrganisation: { select: { slug: true, name: true } },
        decision: { select: { number: true, state: true } },
      },
    });
    return found.flatMap(({ ownerOrganisation, ownerWords, publishedAt, decision, ...one }) =>
      publishedAt === null
        ? []
        : [
            {
              number: String(one.number),
              title: one.title,
              explanation: one.explanation,
              body: one.body,
              owner: { organisation: ownerOrganisation, words: ownerWords },
              dueKind: oneOf(dueKinds, one.dueKind, 'day'),
              dueOn: one.dueOn === null ? null : fromDateColumn(one.dueOn),
              state: oneOf(actionStates, one.state, 'open'),
              closedAt: one.closedAt === null ? null : one.closedAt.toISOString(),
              source: oneOf(sourceKinds, one.source, 'by-hand'),
              decision: decision?.state === 'confirmed' ? decision.number : null,
              publishedAt: publishedAt.toISOString(),
            },
          ],
    );
  },
});

const readNumber = (key: string) => (/^[1-9]\d{0,8}$/.test(key) ? [Number(key)] : []);
