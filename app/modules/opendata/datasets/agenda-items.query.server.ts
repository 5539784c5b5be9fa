import { z } from 'zod';
import { Prisma } from '#app/platform/prisma/client.ts';
import { field, moment, named, titled } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const answers = ['taken-up', 'partly', 'later', 'declined'] as const;

const row = z.strictObject({
  id: field(z.uuid(), 'Sleutel.', 'Key.'),
  title: field(z.string(), 'Onderwerp.', 'Subject.'),
  request: field(z.string(), 'Wat er wordt gevraagd.', 'What is asked.'),
  body: field(named, 'Aan welk team.', 'Of which body.'),
  gathering: field(titled, 'Van welke bijeenkomst.', 'From which gathering.'),
  putForwardAt: field(moment, 'Wanneer ingebracht.', 'When it was put forward.'),
  answer: field(z.enum(answers).nullable(), 'Antwoord; leeg: nog niet.', 'Answer; null: none yet.'),
  answerText: field(z.string(), 'Toelichting bij het antwoord.', 'Explanation of the answer.'),
  answeredAt: field(moment.nullable(), 'Wanneer beantwoord.', 'When it was answered.'),
});

export const agendaItems = defineDataset({
  slug: 'agenda-items',
  title: { nl: 'Ingebrachte punten', en: 'Agenda items' },
  description: {
    nl: 'Wat bijeenkomsten aan teams en bestuur hebben gevraagd, en wat die hebben geantwoord.',
    en: 'What gatherings asked of bodies, and what those answered.',
  },
  row,
  key: 'id',
  hasChanges: true,
  // as on the page of the body: what an evening asked is for everybody once its report is
  keys: Prisma.sql`
    select i.id::text as key, greatest(i.put_forward_at, i.answered_at, r.published_at) as changed_at
      from gathering_agenda_item i join gathering_report r on r.gathering_id = i.gathering_id
      where i.state <> 'withdrawn' and r.published_at is not null`,
  rows: async (database, keys) => {
    const found = await database.gatheringAgendaItem.findMany({
      where: {
        id: { in: [...keys] },
        state: { not: 'withdrawn' },
        gathering: { report: { publishedAt: { not: null } } },
      },
      select: {
        id: true,
        title: true,
        request: true,
        putForwardAt: true,
        answer: true,
        answerText: true,
        answeredAt: true,
        body: { select: { slug: true, name: true } },
        gathering: { select: { slug: true, title: true } },
      },
    });
    return found.map((one) => ({
      ...one,
      putForwardAt: one.putForwardAt.toISOString(),
      answer: answers.find((answer) => answer === one.answer) ?? null,
      answeredAt: one.answeredAt === null ? null : one.answeredAt.toISOString(),
    }));
  },
});
