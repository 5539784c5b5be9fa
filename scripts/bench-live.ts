import { setTimeout as wait } from 'node:timers/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { writeSeat } from '#app/http/session.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { liveNumber } from '#app/modules/gatherings/queries/live.query.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { CrowdScreen, percentile, writeNotes } from './live-crowd.ts';

const people = Number(process.env.BENCH_SCREENS ?? 200);
const perSecond = Number(process.env.BENCH_NOTES ?? 20);
const seconds = Number(process.env.BENCH_LIVE_SECONDS ?? 20);

/** A room full of people: how long after a note is true it is on every screen. The screens and the writers are in this process too. */
export async function benchLive(platform: Platform, origin: string): Promise<void> {
  const { database } = platform;
  const room = await fullRoom(platform);
  const cookies = await Promise.all(
    room.seats.map(async (registrationId) => {
      const cookie = await writeSeat(platform, { gatheringId: room.id, registrationId, endsAt: new Date() });
      return cookie.split(';')[0] ?? '';
    }),
  );
  const since = await liveNumber(database, room.id);
  const screens = cookies.map((cookie) => new CrowdScreen(`${origin}/ontmoet/${room.slug}/live`, cookie, since));
  const following = screens.map(async (screen) => screen.follow());
  while (screens.some(({ connections }) => connections === 0)) await wait(50);
  const loop = monitorEventLoopDelay();
  loop.enable();
  const { acknowledged } = await writeNotes({ origin, slug: room.slug, cookies }, { perSecond, seconds });
  const last = await liveNumber(database, room.id);
  while (screens.some((screen) => screen.last < last)) await wait(20);
  loop.disable();
  for (const screen of screens) screen.stop();
  await Promise.all(following);
  const changes = await database.gatheringChange.findMany({ where: { gatheringId: room.id } });
  const changedAt = new Map(changes.map(({ number, changedAt: at }) => [number, at.getTime()]));
  const delays = screens.flatMap(({ heard }) => heard.map(({ number, at }) => at - (changedAt.get(number) ?? at)));
  const of = (part: number) => `${percentile(delays, part).toFixed(0)} ms`;
  console.log(
    `\nlive: ${String(people)} screens, ${String(perSecond)} notes a second for ${String(seconds)} s, ${String(acknowledged.length)} notes\n` +
      `from commit to screen: p50 ${of(0.5)} · p95 ${of(0.95)} · p99 ${of(0.99)} · the longest ${of(1)} · ` +
      `event loop p99 ${(loop.percentile(99) / 1e6).toFixed(0)} ms`,
  );
}

/** A gathering that has begun, with so many people who have a place. */
async function fullRoom({ database }: Platform): Promise<{ id: string; slug: string; seats: string[] }> {
  const [id, areaId, now] = [newId(), newId(), new Date()];
  const [slug, year] = [`meting-${id.slice(-6)}`, now.getUTCFullYear()];
  await database.gatheringArea.create({ data: { id: areaId, year, slug, name: 'Meting', changedAt: now } });
  // noon, so that it begins and ends on one day of this year
  const startsAt = new Date(`${String(year)}-06-15T10:00:00Z`);
  await database.gathering.create({
    data: {
      ...{ id, slug, form: 'open', title: 'Meting', gatheringAreaId: areaId, startsAt, capacity: 500 },
      ...{ endsAt: new Date(startsAt.getTime() + 3_600_000), venueName: 'Zaal', venueAddress: 'Straat 1' },
      ...{ createdAt: now, changedAt: now },
    },
  });
  await database.gathering.update({ where: { id }, data: { state: 'announced', announcedAt: now } });
  const seats = Array.from({ length: people }, () => newId());
  await database.gatheringRegistration.createMany({
    data: seats.map((seat, n) => ({
      ...{ id: seat, gatheringId: id, name: 'Bezoeker', comesAs: 'resident', state: 'confirmed', tokenHash: seat },
      ...{ doorCode: `A${String(n).padStart(4, '0')}`, registeredAt: now, confirmedAt: now },
    })),
  });
  await database.gathering.update({ where: { id }, data: { state: 'begun', begunAt: now } });
  return { id, slug, seats };
}
