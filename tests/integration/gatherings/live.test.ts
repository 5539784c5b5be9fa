import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { liveHub, screensPerSeat } from '#app/modules/gatherings/live/hub.server.ts';
import { Room } from '#app/modules/gatherings/live/room.server.ts';
import { liveNumber, wallOf } from '#app/modules/gatherings/queries/live.query.server.ts';
import { openListener, type Listener } from '#app/platform/listener.server.ts';
import { openLog } from '#app/platform/log.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { makeScene, type GatheringScene } from './scene.ts';
import { makeRoom, move, pin, Screen } from './room.ts';

const own = useTestDatabase();
const log = openLog({ logLevel: 'silent' });
let scene: GatheringScene;
let listener: Listener;
let room: Awaited<ReturnType<typeof makeRoom>>;

beforeAll(async () => {
  scene = await makeScene(own.database);
  listener = openListener(own.url, log);
});
afterAll(async () => listener.close());

beforeEach(async () => {
  room = await makeRoom(own.database, scene);
  await move(own.database, scene, room.id, 'begun');
});

const hub = () => liveHub({ database: own.database, listener, log });
const write = async (text: string) => pin(own.database, room.id, room.seats[0]!.registrationId, text);
const soon = { timeout: 10_000, interval: 20 };
const upTo = (number: number) => Array.from({ length: number }, (_, n) => n + 1);

test('what changes comes on each screen in order and once, also what happened before it came', async () => {
  await write('eerste');
  const early = new Screen('early');
  hub().join(room.id, early, 0);
  await expect.poll(() => early.text, soon).toContain('eerste');
  const ids = await Promise.all(upTo(20).map(async (n) => write(`briefje ${String(n)}`)));
  const late = new Screen('late');
  hub().join(room.id, late, 0);
  const last = await liveNumber(own.database, room.id);
  for (const screen of [early, late]) {
    await expect.poll(() => screen.numbers.at(-1), soon).toBe(last);
    expect(screen.numbers).toEqual(upTo(last));
    expect(new Set(screen.changes.flatMap(({ note }) => note?.id ?? []))).toEqual(
      new Set([...ids, ...screen.changes.filter(({ note }) => note?.text === 'eerste').map(({ id }) => id!)]),
    );
  }
});

test('nothing of one gathering comes on the screens of another', async () => {
  const elsewhere = await makeRoom(own.database, scene, 'Elders');
  const screen = new Screen('elsewhere');
  hub().join(elsewhere.id, screen, await liveNumber(own.database, elsewhere.id));
  await write('van hier');
  await pin(own.database, elsewhere.id, elsewhere.seats[0]!.registrationId, 'van daar');
  await expect.poll(() => screen.text, soon).toContain('van daar');
  expect(screen.text).not.toContain('van hier');
});

test('who lost the connection with the database catches up', async () => {
  const screen = new Screen();
  hub().join(room.id, screen, 0);
  await write('voor');
  await expect.poll(() => screen.text, soon).toContain('voor');
  await own.database.$queryRaw`
    select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' or query = 'select 1'`;
  await write('tijdens');
  await expect.poll(() => screen.text, { timeout: 30_000, interval: 50 }).toContain('tijdens');
  expect(screen.numbers).toEqual(upTo(await liveNumber(own.database, room.id)));
});

test('what is hidden is on no screen, not on the wall, and not told to who catches up', async () => {
  const id = await write('weg hiermee');
  const screen = new Screen();
  hub().join(room.id, screen, 0);
  await expect.poll(() => screen.text, soon).toContain('weg hiermee');
  const hidden = { state: 'hidden', hiddenAt: new Date(), hiddenReason: 'Scheldwoord' };
  await own.database.gatheringNote.update({ where: { id }, data: hidden });
  await expect.poll(() => screen.changes.at(-1), soon).toMatchObject({ id, note: null });
  const later = new Screen('later');
  hub().join(room.id, later, 0);
  await expect.poll(() => later.text, soon).toContain('event: synced');
  expect(later.text).not.toContain('weg hiermee');
  expect(later.text).not.toContain('Scheldwoord');
  expect((await wallOf(own.database, room.id)).notes).toEqual([]);
});

test('a screen that does not keep up is cut, one too many of a seat cuts the oldest, and others go on', async () => {
  const slow = new Screen('slow');
  const fast = new Screen('fast');
  hub().join(room.id, slow, 0);
  hub().join(room.id, fast, 0);
  await expect.poll(() => slow.text, soon).toContain('event: synced');
  slow.waits = 10_000_000;
  await write('veel');
  await expect.poll(() => fast.text, soon).toContain('veel');
  expect(slow.ended).toBe('cut');
  const tabs = Array.from({ length: screensPerSeat + 1 }, () => new Screen('tabs'));
  for (const tab of tabs) hub().join(room.id, tab, 0);
  expect(tabs.map(({ ended }) => ended)).toEqual(['cut', ...tabs.slice(1).map(() => null)]);
  expect(fast.ended).toBeNull();
});

test('who may not look any more is sent away when it closes; a number of another world is told', async () => {
  const guest = new Screen('guest');
  const helper = new Screen('helper');
  const stranger = new Screen('stranger');
  for (const screen of [guest, helper]) hub().join(room.id, screen, 0);
  hub().join(room.id, stranger, 900);
  await expect.poll(() => stranger.text, soon).toContain('event: reset');
  guest.standing = 'over';
  await move(own.database, scene, room.id, 'closed');
  await expect.poll(() => guest.ended, soon).toBe('end');
  expect(guest.text).toContain('event: over');
  expect(helper.ended).toBeNull();
});

test('one of whom it cannot be asked keeps nobody else in the room', async () => {
  const broken = new Screen('broken');
  const guest = new Screen('guest');
  broken.check = async () => Promise.reject(new Error('the database is away for a moment'));
  for (const screen of [broken, guest]) hub().join(room.id, screen, 0);
  await expect.poll(() => guest.text, soon).toContain('event: synced');
  guest.standing = 'over';
  await move(own.database, scene, room.id, 'closed');
  await expect.poll(() => guest.ended, soon).toBe('end');
});

test('a page that is newer than what the room has read waits for it, also when the room is reading', async () => {
  const reading = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  let holds = false;
  const slow = new Proxy(own.database, {
    get(target, name) {
      if (name !== 'gatheringChange') return Reflect.get(target, name) as unknown;
      return {
        findMany: async (query: Parameters<typeof target.gatheringChange.findMany>[0]) => {
          const rows = await target.gatheringChange.findMany(query);
          if (holds) {
            reading.resolve();
            await held.promise;
          }
          return rows;
        },
      };
    },
  });
  const followed = new Room(slow, room.id, (error) => {
    throw error;
  });
  const first = new Screen('first');
  await followed.join(first, 0);
  holds = true;
  followed.look();
  await reading.promise;
  holds = false;
  await write('terwijl er gelezen wordt');
  const page = new Screen('page');
  const joined = followed.join(page, await liveNumber(own.database, room.id));
  setTimeout(held.resolve, 50);
  await joined;
  expect(page.text).toContain('event: synced');
  expect(page.text).not.toContain('event: reset');
  await expect.poll(() => first.text, soon).toContain('terwijl er gelezen wordt');
  followed.close();
});

test('the end of the process ends every screen, and takes no more', async () => {
  const other = openListener(own.url, log);
  const ending = liveHub({ database: own.database, listener: other, log });
  const screen = new Screen(newId());
  ending.join(room.id, screen, 0);
  await expect.poll(() => screen.text, soon).toContain('event: synced');
  await other.close();
  expect(screen.ended).toBe('end');
  expect(ending.isFull).toBe(true);
});

test('a process that stops while it still connects does not wait', async () => {
  const other = openListener(own.url, log);
  liveHub({ database: own.database, listener: other, log });
  await other.close();
  const nowhere = openListener('postgres://nobody@127.0.0.1:1/none', log);
  liveHub({ database: own.database, listener: nowhere, log });
  await nowhere.close();
});
