import { z } from 'zod';
import { itemKinds, meetingStates } from '#app/modules/meetings/meeting.ts';
import { isKnown, itemColumns, itemView } from '#app/modules/meetings/queries/public-meetings.query.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { field, moment, named } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const item = z.strictObject({
  title: z.string(),
  explanation: z.string(),
  kind: z.enum(itemKinds),
  minutes: z.int(),
  isRemoved: z.boolean(),
  initiative: z.string().nullable(),
  decision: z.string().nullable(),
  actielijn: z.string().nullable(),
  from: z
    .strictObject({ kind: z.enum(['organisation', 'workgroup', 'gathering', 'resident']), name: z.string().nullable() })
    .nullable(),
});

const row = z.strictObject({
  slug: field(z.string(), 'Sleutel van de vergadering.', 'Key of the meeting.'),
  title: field(z.string(), 'Titel.', 'Title.'),
  about: field(z.string(), 'Waar het over gaat.', 'What it is about.'),
  body: field(named, 'Wie vergadert.', 'Who meets.'),
  startsAt: field(moment, 'Begin.', 'Begin.'),
  endsAt: field(moment, 'Einde.', 'End.'),
  venueName: field(z.string(), 'Waar.', 'Where.'),
  venueAddress: field(z.string(), 'Adres van het gebouw.', 'Address of the building.'),
  chairName: field(z.string(), 'Voorzitter, die met naam openbaar is.', 'Chair, who is public by name.'),
  isOpen: field(z.boolean(), 'Iedereen mag komen luisteren.', 'Anybody may come and listen.'),
  state: field(z.enum(meetingStates), 'Aangekondigd of afgezegd.', 'Announced or cancelled.'),
  agendaPublishedAt: field(moment.nullable(), 'Wanneer de agenda openbaar werd.', 'When the agenda became public.'),
  agenda: field(
    z.array(item),
    'De agenda, zodra die openbaar is: punten met soort, minuten, waar ze over gaan en van wie ze komen.',
    'The agenda, once it is public: items with their kind, minutes, what they are about and who asked for them.',
  ),
  minutes: field(
    z.string().nullable(),
    'Nummer van het gepubliceerde verslag: sleutel in minutes.',
    'Number of the published minutes: key in minutes.',
  ),
});

export const meetings = defineDataset({
  slug: 'meetings',
  title: { nl: 'Vergaderingen', en: 'Meetings' },
  description: {
    nl: 'Wanneer teams en bestuur vergaderen, met de agenda zodra die openbaar is.',
    en: 'When bodies meet, with the agenda once it is public.',
  },
  row,
  key: 'slug',
  hasChanges: true,
  keys: Prisma.sql`
    select m.slug as key, greatest(m.changed_at, (select max(c.happened_at) from meeting_change c where c.meeting_id = m.id),
        (select max(p.published_at) from minutes_publication p join minutes_version v on v.id = p.version_id
          join minutes s on s.id = v.minutes_id where s.meeting_id = m.id)) as changed_at
      from meeting m where exists (select from meeting_change c where c.meeting_id = m.id and c.kind = 'announced')`,
  page: (key) => `/vergaderingen/${key}`,
  rows: async (database, keys) => {
    const found = await database.meeting.findMany({
      where: { slug: { in: [...keys] }, ...isKnown },
      select: {
        slug: true,
        title: true,
        about: true,
        startsAt: true,
        endsAt: true,
        venueName: true,
        venueAddress: true,
        chairName: true,
        isOpen: true,
        state: true,
        agendaPublishedAt: true,
        body: { select: { slug: true, name: true } },
        minutes: { select: { number: true, state: true } },
        items: { orderBy: [{ position: 'asc' }, { id: 'asc' }], select: itemColumns },
      },
    });
    return found.map(({ items, minutes, agendaPublishedAt, state, ...one }) => ({
      ...one,
      startsAt: one.startsAt.toISOString(),
      endsAt: one.endsAt.toISOString(),
      state: meetingStates.find((known) => known === state) ?? 'announced',
      agendaPublishedAt: agendaPublishedAt === null ? null : agendaPublishedAt.toISOString(),
      // an agenda is for the body alone until it is published
      agenda:
        agendaPublishedAt === null ? [] : items.map((of) => agendaLine(itemView(of, agendaPublishedAt), of.removedAt)),
      minutes: minutes?.state === 'published' ? minutes.number : null,
    }));
  },
});

function agendaLine(view: ReturnType<typeof itemView>, removedAt: Date | null): z.input<typeof item> {
  return {
    title: view.title,
    explanation: view.explanation,
    kind: view.kind,
    minutes: view.minutes,
    isRemoved: removedAt !== null,
    initiative: view.initiative?.slug ?? null,
    decision: view.decision?.number ?? null,
    actielijn: view.actielijn?.slug ?? null,
    from:
      view.from === null ? null : { kind: view.from.kind, name: view.from.kind === 'resident' ? null : view.from.name },
  };
}
