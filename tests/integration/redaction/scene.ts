import { addDays, dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import type { MinutesContent } from '#app/modules/meetings/minutes-content.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { makeBody, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';

const day = 24 * 60;

/** Words that must not be left anywhere in what is published. */
export const secrets = [
  'Daniro',
  'Jansma',
  'Marlou',
  'Ruijs',
  'Niels Raatgever',
  'Raatgever',
  'daniro.jansma@sdc.example',
  '06-12345678',
  'NL91 ABNA 0417 1643 00',
  'Röellstraat 212',
  '1064 BM',
];

const line = { kind: 'note', subject: '', text: '', explanation: '', who: '', when: '' } as const;

export const content: MinutesContent = {
  version: 1,
  attendees: [
    { key: 'v', name: 'Jolande Verhulst', organisation: '', task: 'chair', presence: 'present', interest: '' },
    { key: 'a', name: 'Daniro Jansma', organisation: 'SDC', task: 'member', presence: 'present', interest: '' },
    {
      key: 'b',
      name: 'Marlou van der Molen-Ruijs',
      organisation: 'NPSNW',
      task: 'member',
      presence: 'present',
      interest: 'Marlou is hier in dienst',
    },
  ],
  lines: [
    {
      ...line,
      key: '1',
      subject: 'Bewegen',
      text: 'Onderzoeken wat kan',
      explanation:
        'Daniro vertelt over het voorstel. Jolande vat samen. Niels Raatgever (Stadgenoot) komt langs in de Jan van Galenstraat.',
      who: 'Daniro en Marlou',
      when: 'ASAP',
      kind: 'action',
    },
    {
      ...line,
      key: '2',
      subject: 'Vergoeding',
      explanation:
        'Mail daniro.jansma@sdc.example, bel 06-12345678. Betaal op NL91 ABNA 0417 1643 00. Adres: Burgemeester Röellstraat 212, 1064 BM Amsterdam. Raatgever kijkt mee.',
    },
  ],
  annex: [{ key: '1', subject: 'Geen besluit', criteria: 'Marlou legt de criteria uit.', interests: 'Geen' }],
};

export async function as(database: Database, personId: string, now = testNow): Promise<Context<SignedIn>> {
  return { database, now, actor: await actorOfPerson(database, personId, { now, demo: true }) };
}

/** Minutes of a body that were adopted, with an editor, a chair and a member of it. */
export async function makeAdopted(database: Database, given: MinutesContent = content) {
  const bodyId = await makeBody(database);
  const people: Record<'editor' | 'chair' | 'member' | 'stranger', string> = {
    editor: await makePerson(database, { name: 'Rikkert Redacteur' }),
    chair: await makePerson(database, { name: 'Jolande Verhulst' }),
    member: await makePerson(database, { name: 'Lidewij Lid' }),
    stranger: await makePerson(database, { name: 'Ver Weg' }),
  };
  for (const role of ['editor', 'chair', 'member'] as const)
    await makeMembership(database, { personId: people[role], bodyId, role });
  const elsewhere = await makeBody(database);
  await makeMembership(database, { personId: people.stranger, bodyId: elsewhere, role: 'editor' });
  const meeting = async (days: number) => {
    const id = newId();
    const startsAt = addMinutes(testNow, days * day);
    await database.meeting.create({
      data: {
        ...{ id, slug: `m-${id}`, bodyId, title: 'Overleg', venueName: 'Plein 40-45', chairName: 'Jolande Verhulst' },
        ...{ startsAt, endsAt: addMinutes(startsAt, 120), isOpen: true, state: 'announced' },
        agendaBy: toDateColumn(addDays(dayInAmsterdam(startsAt), -7)),
        ...{ createdAt: addMinutes(startsAt, -60 * day), changedAt: addMinutes(startsAt, -60 * day) },
      },
    });
    return { id, slug: `m-${id}` };
  };
  const held = await meeting(-20);
  const next = await meeting(-2);
  const [minutesId, versionId] = [newId(), newId()];
  await database.minutes.create({
    data: { id: minutesId, meetingId: held.id, content: given, begunAt: testNow, changedAt: testNow },
  });
  await database.minutes.update({ where: { id: minutesId }, data: { state: 'sent', sentAt: testNow } });
  await database.$transaction(async (tx) => {
    await tx.minutes.update({
      where: { id: minutesId },
      data: { state: 'adopted', adoptedAt: testNow, adoptedInId: next.id },
    });
    await tx.minutesVersion.create({ data: { id: versionId, minutesId, version: 1, content: given, madeAt: testNow } });
  });
  return { bodyId, people, slug: held.slug, minutesId, versionId };
}
