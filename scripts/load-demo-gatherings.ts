import { momentInAmsterdam, parseClockTime, type ClockTime } from '#app/kernel/amsterdam-time.ts';
import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { slugFor } from '#app/modules/initiatives/slug.ts';
import { answerRegistration } from '#app/modules/gatherings/commands/answer-registration.server.ts';
import { markAtDoor, walkIn } from '#app/modules/gatherings/commands/mark-at-door.server.ts';
import { moveGathering } from '#app/modules/gatherings/commands/move-gathering.server.ts';
import { planGathering } from '#app/modules/gatherings/commands/plan-gathering.server.ts';
import { register } from '#app/modules/gatherings/commands/register.server.ts';
import type { GatheringContent } from '#app/modules/gatherings/gathering.ts';
import { yearOf } from '#app/modules/gatherings/gathering.ts';
import { tokenOf } from '#app/modules/gatherings/token.server.ts';
import { demoAreas, demoVisitors, paperAreas } from '#prisma/demo/gatherings.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';
import { holdDemoEvening, planDemoEvening } from './load-demo-evening.ts';
import { loadDemoEvening, loadDemoOutcomes, loadDemoWorkshops } from './load-demo-outcomes.ts';

/** Who organises in the demo: an editor of the programme office. */
const organiser = 'redacteur';

/**
 * Meet & Match in the demo: areas, a gathering half a year ago to which people came, and one in two weeks with a waiting list.
 * @param secret from which personal links follow
 */
export async function loadDemoGatherings(world: DemoWorld, secret: string): Promise<void> {
  const past = evening(world.now, -182);
  const coming = evening(world.now, 16);
  for (const year of new Set([2024, 2025, yearOf(past), yearOf(coming)])) await loadAreas(world, year);
  await loadPast(world, past, secret);
  await loadComing(world, coming, secret);
}

const halfPastSeven = parseClockTime('19:30') as ClockTime;

function evening(now: Instant, days: number): Instant {
  return momentInAmsterdam(addDays(dayInAmsterdam(now), days), halfPastSeven);
}

async function loadAreas({ database, now }: DemoWorld, year: number): Promise<void> {
  if ((await database.gatheringArea.count({ where: { year } })) > 0) return;
  const buurten = await database.area.findMany({ where: { level: 'buurt' }, select: { code: true, parentCode: true } });
  const named = paperAreas[year];
  for (const { name, wijken } of demoAreas.filter((area) => named === undefined || named.includes(area.name))) {
    const id = newId(now.getTime());
    // which buurten belong to which area the papers do not say
    await database.gatheringArea.create({
      data: { id, year, slug: slugFor(name, () => false), name, isExample: true, changedAt: now },
    });
    await database.gatheringAreaBuurt.createMany({
      data: buurten
        .filter(({ parentCode }) => parentCode !== null && wijken.includes(parentCode))
        .map(({ code }) => ({ year, areaCode: code, gatheringAreaId: id })),
    });
  }
}

async function announce(
  { database, now, as }: DemoWorld,
  area: string,
  daysAgo: number,
  content: Omit<GatheringContent, 'gatheringAreaId' | 'endsAt' | 'hosts' | 'languages'>,
): Promise<string> {
  const { id: gatheringAreaId } = await database.gatheringArea.findFirstOrThrow({
    where: { year: yearOf(content.startsAt), name: area },
  });
  const host = await database.organisation.findFirst({
    where: { slug: 'kracht-van-nieuw-west' },
    select: { id: true },
  });
  const id = newId(now.getTime());
  const full = {
    ...content,
    gatheringAreaId,
    endsAt: addMinutes(content.startsAt, 150),
    languages: ['nl', 'en', 'ar', 'tr'],
    hosts: host === null ? [] : [host.id],
  };
  const editor = await as(organiser, daysAgo);
  expectAccepted(await planGathering({ formKey: id, content: full }, editor));
  const order = { gatheringId: id, revision: 1, to: { state: 'announced' } } as const;
  expectAccepted(await moveGathering(order, editor));
  return id;
}

/** Everybody asks in their order, so many of them. @returns ids of the registrations */
async function registerVisitors(
  world: DemoWorld,
  gatheringId: string,
  { daysAgo, most, secret }: { daysAgo: number; most: number; secret: string },
): Promise<string[]> {
  const { database } = world;
  const now = addMinutes(world.now, -daysAgo * 24 * 60);
  const themes = (await database.theme.findMany({ orderBy: { position: 'asc' }, select: { slug: true } })).map(
    ({ slug }) => slug,
  );
  const ids: string[] = [];
  for (const [index, visitor] of demoVisitors.slice(0, most).entries()) {
    const { account, name, comesAs, languages, comesFrom = '', children = 0 } = visitor;
    const id = newId(now.getTime());
    const email = `${account ?? `bezoeker-${String(index)}`}@wijkbeurs.example`;
    const who = account === undefined ? { email } : { personId: world.personId(account), email };
    const content = {
      ...{ name, comesAs, comesFrom, languages, children },
      areaCode: null,
      themes: [themes[index % themes.length] ?? '', themes[(index + 3) % themes.length] ?? ''],
      accessWish: '',
      meetWish: '',
      comesFor: await portfoliosOf(world, account),
      wantsToMeet: [],
    };
    const order = { gatheringId, formKey: id, who, locale: 'nl', requester: email, content } as const;
    expectAccepted(await register(order, { database, now, secret }));
    const come = { token: tokenOf(secret, id), change: { kind: 'come' } } as const;
    if (account === undefined) expectAccepted(await answerRegistration(come, { database, now }));
    ids.push(id);
  }
  return ids;
}

/** What somebody with an account comes for: the portfolio that they keep, if any. */
async function portfoliosOf({ database, personId }: DemoWorld, account: string | undefined): Promise<string[]> {
  if (account === undefined) return [];
  const rows = await database.$queryRaw<{ id: string }[]>`
    select k.portfolio_id::text as id from portfolio_keeps k join portfolio_face f on f.id = k.portfolio_id and f.active
      where k.person_id = ${personId(account)}::uuid order by f.slug limit 1`;
  return rows.map(({ id }) => id);
}

async function loadPast(world: DemoWorld, startsAt: Instant, secret: string): Promise<void> {
  const gatheringId = await announce(world, 'Osdorp Midden', 220, {
    form: 'rounds',
    title: 'Meet & Match Osdorp Midden (voorbeeld)',
    about:
      'We brachten initiatieven uit Osdorp bij elkaar. In drie rondes zochten we wie elkaar verder kan helpen.\n\nDit is een voorbeeld met verzonnen mensen.',
    startsAt,
    venueName: 'Huis van de Wijk (voorbeeld)',
    venueAddress: 'Voorbeeldplein 1, Amsterdam',
    capacity: 40,
    childCare: 'Opvang voor kinderen van 2 tot 10 jaar, in de zaal ernaast.',
    accessibility: 'Alles is gelijkvloers. Er is een ringleiding en een rustige kamer.',
  });
  const ids = await registerVisitors(world, gatheringId, { daysAgo: 205, most: 16, secret });
  const editor = { ...(await world.as(organiser, 182)), now: startsAt };
  expectAccepted(await moveGathering({ gatheringId, revision: 2, to: { state: 'begun' } }, editor));
  // three of them did not come
  const came = ids.filter((_id, index) => index % 5 !== 4);
  const marks = came.map((registrationId, index) => ({
    ...{ key: newId(), registrationId, secondsAgo: index * 40 },
    direction: 'in' as const,
  }));
  const atDoor = { ...editor, now: addMinutes(startsAt, 12) };
  expectAccepted(await markAtDoor({ gatheringId, marks }, atDoor));
  const walkedIn = { formKey: newId(), name: 'Ahmed', comesAs: 'resident', languages: ['nl', 'ar'] } as const;
  const order = { gatheringId, ...walkedIn, languages: [...walkedIn.languages] };
  expectAccepted(await walkIn(order, { ...atDoor, secret }));
  await holdDemoEvening(world, gatheringId, editor, startsAt);
  const evening = { gatheringId, came, startsAt };
  const written = await loadDemoEvening(world, evening);
  const after = { ...editor, now: addMinutes(startsAt, 200) };
  expectAccepted(await moveGathering({ gatheringId, revision: 3, to: { state: 'closed' } }, after));
  await loadDemoOutcomes(world, evening, written);
}

async function loadComing(world: DemoWorld, startsAt: Instant, secret: string): Promise<void> {
  const gatheringId = await announce(world, 'Slotervaart Noord', 20, {
    form: 'open',
    title: 'Meet & Match Slotervaart Noord (voorbeeld)',
    about:
      'Loop rond langs initiatieven uit de buurt. Hang op de muur wat je zoekt en wat je te bieden hebt.\n\nDit is een voorbeeld: de plek is verzonnen.',
    startsAt,
    venueName: 'Buurthuis aan de plas (voorbeeld)',
    venueAddress: 'Voorbeeldoever 12, Amsterdam',
    capacity: 12,
    childCare: 'Opvang voor kinderen van 4 tot 12 jaar.',
    accessibility: 'Er is een lift en een rolstoeltoilet.',
  });
  await planDemoEvening(gatheringId, await world.as(organiser, 10));
  const ids = await registerVisitors(world, gatheringId, { daysAgo: 10, most: 15, secret });
  const comes = await world.database.gatheringRegistration.findMany({
    where: { id: { in: ids }, state: 'confirmed' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  await loadDemoWorkshops(world, { gatheringId, comes: comes.map(({ id }) => id) });
}
