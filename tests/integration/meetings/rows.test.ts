import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { makeBody, makeInitiative, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
let bodyId: string;
let personId: string;
const day = 24 * 60;
const content = { version: 1, attendees: [], lines: [], annex: [] };

beforeAll(async () => {
  bodyId = await makeBody(own.database);
  personId = await makePerson(own.database);
});

async function rowOfMeeting(startsAt: Instant, given: { bodyId?: string; state?: string } = {}): Promise<string> {
  const id = newId();
  await own.database.meeting.create({
    data: {
      ...{
        id,
        slug: `m-${id}`,
        bodyId: given.bodyId ?? bodyId,
        title: 'Overleg',
        venueName: 'Plein',
        chairName: 'Vera Voorbeeld',
      },
      ...{ startsAt, endsAt: addMinutes(startsAt, 120), isOpen: true, state: given.state ?? 'announced' },
      agendaBy: toDateColumn(addDays(dayInAmsterdam(startsAt), -7)),
      ...{
        createdById: personId,
        createdAt: addMinutes(startsAt, -60 * day),
        changedAt: addMinutes(startsAt, -60 * day),
      },
    },
  });
  return id;
}

async function rowOfMinutes(meetingId: string): Promise<string> {
  const id = newId();
  await own.database.minutes.create({ data: { id, meetingId, content, begunAt: testNow, changedAt: testNow } });
  return id;
}

describe('the database keeps meetings', () => {
  test('as they were planned: never deleted, never back, cancelled only with a reason', async () => {
    const id = await rowOfMeeting(addMinutes(testNow, 10 * day));
    const { meeting } = own.database;
    await expect(meeting.delete({ where: { id } })).rejects.toThrow('meeting_stays');
    await expect(meeting.update({ where: { id }, data: { state: 'concept' } })).rejects.toThrow('meeting_moves');
    await expect(meeting.update({ where: { id }, data: { state: 'cancelled' } })).rejects.toThrow(
      'meeting_cancelled_why',
    );
    await meeting.update({ where: { id }, data: { state: 'cancelled', cancelReason: 'Ziek' } });
    await expect(meeting.update({ where: { id }, data: { title: 'Anders' } })).rejects.toThrow('meeting_cancelled');
  });

  test('with minutes of what was held only', async () => {
    const coming = await rowOfMeeting(addMinutes(testNow, day));
    await expect(rowOfMinutes(coming)).rejects.toThrow('minutes_of_what_was_held');
    const concept = await rowOfMeeting(addMinutes(testNow, -day), { state: 'concept' });
    await expect(rowOfMinutes(concept)).rejects.toThrow('minutes_of_what_was_held');
  });
});

describe('the database keeps minutes', () => {
  test('in their order, adopted in a later meeting of the same body, and from then on unchanged', async () => {
    const { minutes, minutesVersion, minutesPublication } = own.database;
    const held = await rowOfMeeting(addMinutes(testNow, -20 * day));
    const next = await rowOfMeeting(addMinutes(testNow, -2 * day));
    const id = await rowOfMinutes(held);
    const adoptedAt = testNow;
    await expect(
      minutes.update({ where: { id }, data: { state: 'adopted', adoptedAt, adoptedInId: next, sentAt: testNow } }),
    ).rejects.toThrow('minutes_move');
    await minutes.update({ where: { id }, data: { state: 'sent', sentAt: testNow } });
    const elsewhere = await rowOfMeeting(addMinutes(testNow, -2 * day), { bodyId: await makeBody(own.database) });
    const coming = await rowOfMeeting(addMinutes(testNow, 2 * day));
    for (const adoptedInId of [held, elsewhere, coming])
      await expect(
        minutes.update({ where: { id }, data: { state: 'adopted', adoptedAt, adoptedInId } }),
      ).rejects.toThrow('minutes_adopted_in_next');
    // without its version it is not adopted
    await expect(
      minutes.update({ where: { id }, data: { state: 'adopted', adoptedAt, adoptedInId: next } }),
    ).rejects.toThrow('minutes_have_version');
    const versionId = newId();
    await expect(
      minutesVersion.create({ data: { id: versionId, minutesId: id, version: 1, content, madeAt: testNow } }),
    ).rejects.toThrow('minutes_version_adopted');
    await own.database.$transaction(async (tx) => {
      await tx.minutes.update({ where: { id }, data: { state: 'adopted', adoptedAt, adoptedInId: next } });
      await tx.minutesVersion.create({ data: { id: versionId, minutesId: id, version: 1, content, madeAt: testNow } });
    });
    await expect(minutes.update({ where: { id }, data: { amendments: 'Toch anders' } })).rejects.toThrow(
      'minutes_adopted_stay',
    );
    await expect(minutesVersion.update({ where: { id: versionId }, data: { content: {} } })).rejects.toThrow(
      'minutes_version_stays',
    );
    await expect(minutes.delete({ where: { id } })).rejects.toThrow('meeting_stays');
    // a correction mends what was published
    await expect(
      minutesVersion.create({
        data: { id: newId(), minutesId: id, version: 2, content, reason: 'Fout', madeAt: testNow },
      }),
    ).rejects.toThrow('minutes_version_follows');
    // not adopted with a number, and not released: no publication
    const publication = {
      versionId,
      published: '{}',
      receipt: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    };
    await expect(minutesPublication.create({ data: { ...publication, publishedAt: testNow } })).rejects.toThrow(
      'minutes_publication_adopted',
    );
    await expect(
      own.database.$transaction(async (tx) => {
        await tx.minutes.update({ where: { id }, data: { state: 'published', number: 'V2026-0001' } });
        await tx.minutesPublication.create({ data: { ...publication, publishedAt: testNow } });
      }),
    ).rejects.toThrow('minutes_publication_released');
    await expect(minutes.update({ where: { id }, data: { state: 'published', number: 'V2026-0001' } })).rejects.toThrow(
      'minutes_published_once',
    );
  });
});

describe('the database keeps whole', () => {
  test.each([
    'undertaking_wording',
    'undertaking_answer',
    'undertaking_proof',
    'minutes',
    'minutes_decision',
    'meeting_item',
    'meeting_request',
    'redaction_mark',
  ])('%s, which is not emptied', async (table) => {
    const emptying = own.database.$executeRawUnsafe(`truncate ${table} cascade`);
    await expect(emptying).rejects.toThrow(/record_append_only|meeting_stays|redaction_stays/);
  });

  test('what was put forward, and the decision of a line that was adopted', async () => {
    const id = newId();
    const asked = { id, bodyId, title: 'Meer groen', request: 'Kan het team iets doen aan groen?' };
    const { meetingRequest, minutes, minutesDecision } = own.database;
    await meetingRequest.create({
      data: { ...asked, askedById: personId, askedAt: testNow, answerBy: toDateColumn(dayInAmsterdam(testNow)) },
    });
    await expect(meetingRequest.delete({ where: { id } })).rejects.toThrow('meeting_stays');
    const held = await rowOfMeeting(addMinutes(testNow, -20 * day));
    const next = await rowOfMeeting(addMinutes(testNow, -2 * day));
    const minutesId = await rowOfMinutes(held);
    const decisionId = newId();
    await own.database.decision.create({
      data: {
        ...{ id: decisionId, bodyId, title: 'Een plan', outcome: 'decline', state: 'prepared', origin: 'product' },
        ...{ method: 'consent', motivation: 'Daarom.', preparedAt: testNow, takenOn: new Date('2026-11-01') },
        ...{ proposerId: personId, initiativeId: await makeInitiative(own.database, { bodyId }) },
      },
    });
    const link = { minutesId, lineKey: 'a', decisionId };
    await minutesDecision.create({ data: link });
    await minutesDecision.deleteMany({ where: { minutesId } });
    await minutesDecision.create({ data: link });
    await minutes.update({ where: { id: minutesId }, data: { state: 'sent', sentAt: testNow } });
    await own.database.$transaction(async (tx) => {
      const adopted = { state: 'adopted', adoptedAt: testNow, adoptedInId: next };
      await tx.minutes.update({ where: { id: minutesId }, data: adopted });
      await tx.minutesVersion.create({ data: { id: newId(), minutesId, version: 1, content, madeAt: testNow } });
    });
    await expect(minutesDecision.deleteMany({ where: { minutesId } })).rejects.toThrow('minutes_adopted_stay');
  });
});
