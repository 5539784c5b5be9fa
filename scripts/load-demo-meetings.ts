import { momentInAmsterdam, parseClockTime, type ClockTime } from '#app/kernel/amsterdam-time.ts';
import { addDays, dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { addItem } from '#app/modules/meetings/commands/change-agenda.server.ts';
import { moveMeeting } from '#app/modules/meetings/commands/move-meeting.server.ts';
import { adoptMinutes, publishMinutes, sendMinutes } from '#app/modules/meetings/commands/move-minutes.server.ts';
import { planMeeting } from '#app/modules/meetings/commands/plan-meeting.server.ts';
import { askForAgenda, placeRequest } from '#app/modules/meetings/commands/put-on-agenda.server.ts';
import { beginMinutes, saveMinutes } from '#app/modules/meetings/commands/write-minutes.server.ts';
import type { MinutesContent } from '#app/modules/meetings/minutes-content.ts';
import { minutesToRedact } from '#app/modules/meetings/queries/minutes-to-redact.query.server.ts';
import { beginRedaction } from '#app/modules/redaction/commands/begin-redaction.server.ts';
import { acceptTheRest } from '#app/modules/redaction/commands/decide-marks.server.ts';
import { offerRedaction, releaseRedaction } from '#app/modules/redaction/commands/release-redaction.server.ts';
import { demoAgenda, demoLater, demoMinutes, demoRequests, demoYouth } from '#prisma/demo/meetings.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

const editor = 'redacteur';
const youth = 'kansen-voor-de-jeugd';
const halfPastNine = parseClockTime('9:30') as ClockTime;

type Planned = { id: string; slug: string; daysAgo: number };

/**
 * Meetings of two teams: one of which everybody reads the minutes, one whose minutes the members have, one whose minutes are being
 * written, and one that comes, with something put forward.
 */
export async function loadDemoMeetings(world: DemoWorld): Promise<void> {
  const youthId = (await world.database.body.findUniqueOrThrow({ where: { slug: youth } })).id;
  const team = {
    bodyId: world.bodyId,
    chairName: 'Anneke Voorzit',
    name: 'Voorbeeld: overleg opgaveteam Eigenaarschap',
  };
  const first = await plan(world, team, 63);
  const second = await plan(world, team, 21);
  const coming = await plan(world, team, -12);
  const ofYouth = await plan(
    world,
    { bodyId: youthId, chairName: 'Sanne Voorzit', name: 'Voorbeeld: overleg opgaveteam Kansen voor de Jeugd' },
    9,
  );
  const minutesId = await write(world, first, demoMinutes);
  expectAccepted(
    await adoptMinutes(
      { id: minutesId, revision: await revisionOf(world, minutesId), meetingId: second.id, amendments: '' },
      await world.as(editor, 18),
    ),
  );
  await redact(world, first.slug);
  const version = await world.database.minutesVersion.findFirstOrThrow({ where: { minutesId } });
  expectAccepted(await publishMinutes({ id: minutesId, versionId: version.id }, await world.as(editor, 15)));
  await write(world, second, demoLater);
  const concept = expectAccepted(await beginMinutes({ meetingId: ofYouth.id }, await world.as(editor, 7)));
  expectAccepted(
    await saveMinutes(
      { id: concept, revision: 1, content: demoYouth, decisions: new Map() },
      await world.as(editor, 7),
    ),
  );
  await ask(world, coming);
}

/** Nobody meets at the weekend: then it is the Friday before or the Monday after. */
function workday(day: CalendarDate): CalendarDate {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, 1) : day;
}

async function plan(
  world: DemoWorld,
  { bodyId, chairName, name }: { bodyId: string; chairName: string; name: string },
  daysAgo: number,
): Promise<Planned> {
  const day = workday(addDays(dayInAmsterdam(world.now), -daysAgo));
  const startsAt = momentInAmsterdam(day, halfPastNine);
  const id = newId();
  const made = daysAgo + 30;
  const slug = expectAccepted(
    await planMeeting(
      {
        formKey: id,
        bodyId,
        previousTitle: 'Verslag vorige vergadering',
        content: {
          ...{ title: name, about: 'Een voorbeeld van een vergadering: de mensen en wat zij zeggen zijn verzonnen.' },
          ...{ startsAt, endsAt: addMinutes(startsAt, 120), chairName, isOpen: true },
          ...{ venueName: 'Van Eesteren Museum', venueAddress: 'Noordzijde 31', agendaBy: addDays(day, -7) },
        },
      },
      await world.as(editor, made),
    ),
  );
  expectAccepted(
    await moveMeeting({ meetingId: id, revision: 1, to: { kind: 'announced' } }, await world.as(editor, made)),
  );
  for (const item of demoAgenda)
    expectAccepted(
      await addItem(
        { meetingId: id, id: newId(), content: { ...item, actielijnId: null, initiativeSlug: '', decisionId: null } },
        await world.as(editor, made),
      ),
    );
  return { id, slug, daysAgo };
}

async function publishAgenda({ database, as }: DemoWorld, { id, daysAgo }: Planned): Promise<void> {
  const { revision } = await database.meeting.findUniqueOrThrow({ where: { id } });
  const order = { meetingId: id, revision, to: { kind: 'agenda-published' } } as const;
  expectAccepted(await moveMeeting(order, await as(editor, Math.max(daysAgo + 9, 1))));
}

const revisionOf = async ({ database }: DemoWorld, id: string) =>
  (await database.minutes.findUniqueOrThrow({ where: { id }, select: { revision: true } })).revision;

/** Minutes that the members have. */
async function write(world: DemoWorld, meeting: Planned, content: MinutesContent): Promise<string> {
  await publishAgenda(world, meeting);
  const after = await world.as(editor, meeting.daysAgo - 2);
  const id = expectAccepted(await beginMinutes({ meetingId: meeting.id }, after));
  const decision = await world.database.decision.findFirst({
    where: { bodyId: world.bodyId, number: { not: null } },
    orderBy: { confirmedAt: 'desc' },
    select: { id: true },
  });
  const decisions = new Map(
    decision !== null && content.lines.some(({ key }) => key === 'feesten') ? [['feesten', decision.id]] : [],
  );
  const revision = expectAccepted(await saveMinutes({ id, revision: 1, content, decisions }, after));
  expectAccepted(await sendMinutes({ id, revision }, after));
  return id;
}

/** Names are taken out by the editor, and released by the chair. */
async function redact({ database, as }: DemoWorld, slug: string): Promise<void> {
  const version = await minutesToRedact(database, slug);
  if (version === null) throw new Error('the demo has no minutes to redact');
  const redactionId = expectAccepted(await beginRedaction(version, await as(editor, 17)));
  expectAccepted(await acceptTheRest(redactionId, await as(editor, 17)));
  const revision = async () => (await database.redaction.findUniqueOrThrow({ where: { id: redactionId } })).revision;
  expectAccepted(await offerRedaction({ redactionId, revision: await revision() }, await as(editor, 17)));
  expectAccepted(await releaseRedaction({ redactionId, revision: await revision() }, await as('voorzitter', 16)));
}

/** Two requests: one that stands on the agenda of the meeting that comes, and one that waits. */
async function ask(world: DemoWorld, coming: Planned): Promise<void> {
  const { database, bodyId, as } = world;
  const organisation = await database.organisation.findUniqueOrThrow({ where: { slug: 'vuilnisoproer' } });
  const { placed, waiting } = demoRequests;
  const id = newId();
  expectAccepted(
    await askForAgenda(
      {
        ...{ id, bodyId, meetingId: coming.id, title: placed.title, request: placed.request },
        for: { kind: 'organisation', id: organisation.id },
      },
      await as(placed.account, 10),
    ),
  );
  const place = { id, revision: 1, meetingId: coming.id, itemId: newId(), minutes: 15 };
  expectAccepted(await placeRequest(place, await as(editor, 6)));
  await publishAgenda(world, coming);
  expectAccepted(
    await askForAgenda(
      {
        ...{ id: newId(), bodyId, meetingId: null, title: waiting.title, request: waiting.request },
        for: { kind: 'resident' },
      },
      await as(waiting.account, 4),
    ),
  );
}
