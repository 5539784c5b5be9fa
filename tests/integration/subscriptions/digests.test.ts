import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { deleteAccount } from '#app/modules/people/commands/delete-account.server.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import { changeFollowing } from '#app/modules/subscriptions/commands/change-following.server.ts';
import { follow } from '#app/modules/subscriptions/commands/follow.server.ts';
import { lookFirst } from '#app/modules/subscriptions/commands/look-at-search.server.ts';
import { sendDigests } from '#app/modules/subscriptions/commands/send-digests.server.ts';
import { subscriptionHandlers } from '#app/modules/subscriptions/mails/subscription-handlers.server.ts';
import type { FindNow, FoundNow } from '#app/modules/subscriptions/queries/saved-searches.query.server.ts';
import { subjectName } from '#app/modules/subscriptions/queries/subjects.server.ts';
import { mostSubjects, readSubject, type Subject } from '#app/modules/subscriptions/subject.ts';
import { tokenOf } from '#app/modules/subscriptions/token.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { makeBody, makeInitiative, makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { breakingAt, PowerCut } from '#tests/support/power-cut.ts';
import { testSecret as secret } from '#tests/support/test-secret.ts';

const own = useTestDatabase();

// Friday noon, Saturday noon, Monday noon: in winter seven o'clock in Amsterdam is six in UTC
const friday = new Date('2026-11-20T11:00:00Z');
const saturday = new Date('2026-11-21T11:00:00Z');
const sunday = new Date('2026-11-22T11:00:00Z');
const monday = new Date('2026-11-23T11:00:00Z');

const noHits: FindNow = async () => Promise.resolve([]);

let bodyId: string;
let body: Subject;

beforeEach(async () => {
  await own.database.subscriber.deleteMany();
  await own.database.$executeRaw`delete from graphile_worker._private_jobs`;
  bodyId = await makeBody(own.database);
  const { slug } = await own.database.body.findUniqueOrThrow({ where: { id: bodyId } });
  body = { kind: 'body', key: slug };
});

async function followed(given: { rhythm?: 'daily' | 'weekly'; subject?: Subject } = {}): Promise<string> {
  const personId = await makePerson(own.database);
  const wish = { rhythm: given.rhythm ?? 'daily', subject: given.subject ?? body, locale: 'nl' } as const;
  const outcome = await follow({ who: { personId }, ...wish }, { database: own.database, now: friday, secret });
  expect(outcome.ok).toBe(true);
  return (await own.database.subscriber.findUniqueOrThrow({ where: { personId } })).id;
}

/** A step of a plan at the body. */
async function happens(at: Date, title = 'Buurttuin', stage: 'submitted' | 'draft' = 'submitted'): Promise<string> {
  const initiativeId = await makeInitiative(own.database, { bodyId, title, stage });
  await own.database.initiativeEvent.create({
    data: { id: newId(), initiativeId, kind: 'accepted', bodyId, occurredAt: at },
  });
  return initiativeId;
}

const queued = async (): Promise<{ key: string; payload: { subscriberId: string; period: string } }[]> =>
  own.database.$queryRaw`
    select j.key, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'mail-digest' order by j.key`;

/** Works the queue off once. */
async function mails(findNow: FindNow = noHits): Promise<Mail[]> {
  const sent: Mail[] = [];
  const handler = subscriptionHandlers(findNow).find(({ name }) => name === 'mail-digest');
  for (const { key, payload } of await queued())
    await handler?.run(payload, {
      ...{ database: own.database, secret, now: saturday, publicUrl: 'https://wijkbeurs.example', jobKey: key },
      mailer: { send: async (mail) => Promise.resolve(void sent.push(mail)) },
    });
  return sent;
}

test('what somebody followed goes with their account', async () => {
  const id = await followed();
  const { personId } = await own.database.subscriber.findUniqueOrThrow({ where: { id } });
  const actor = await actorOfPerson(own.database, personId ?? '', { now: saturday, demo: true });
  const left = await deleteAccount(
    { confirmation: 'verwijder' },
    { database: own.database, now: saturday, actor, secret },
  );
  expect(left.ok).toBe(true);
  expect(await own.database.subscriber.count()).toBe(0);
});

describe('a saved search', () => {
  const subject: Subject = { kind: 'search', key: 'gebied=FA&q=moestuin' };
  const friday15 = new Date('2026-11-20T15:00:00Z');
  const before = new Date('2026-11-01T12:00:00Z');
  const found = (slug: string, foundAt: Date, changedAt = foundAt): FoundNow => ({
    ...{ id: `initiative-${slug}`, title: `Moestuin ${slug}`, path: `/initiatieven/${slug}` },
    ...{ foundAt, changedAt },
  });
  const finds =
    (...hits: FoundNow[]): FindNow =>
    async () =>
      Promise.resolve(hits);
  const look = async (id: string, findNow: FindNow, now = friday) =>
    lookFirst({ database: own.database, findNow }, { subscriberId: id, key: subject.key }, now);
  /** The mails of a day: what each tells of. */
  const told = async (now: Date, findNow: FindNow): Promise<string[][]> => {
    await own.database.$executeRaw`delete from graphile_worker._private_jobs`;
    await sendDigests(own.database, now, findNow);
    return (await mails(findNow)).map(({ text }) =>
      [...text.matchAll(/‘Moestuin (.*?)’/g)].map(([, slug = '']) => slug),
    );
  };

  test('tells what it finds newly, once, beside what happened', async () => {
    const id = await followed({ subject });
    await own.database.subscription.create({ data: { subscriberId: id, ...body, since: friday } });
    const initiativeId = await happens(friday15, 'Kas');
    const { slug } = await own.database.initiative.findUniqueOrThrow({ where: { id: initiativeId } });
    const findNow = finds(found('a', friday15), found('old', before), found(slug ?? '', friday15));
    await look(id, findNow);
    expect(await sendDigests(own.database, saturday, findNow)).toBe(1);
    const [mail] = await mails(findNow);
    expect(mail?.text.match(/Nieuw gevonden: ‘Moestuin a’/g)).toHaveLength(1);
    expect(mail?.text).not.toContain('Moestuin old');
    expect(mail?.text.match(/‘Kas’/g)).toHaveLength(1);
    const { itemCount } = await own.database.digest.findFirstOrThrow({ where: { subscriberId: id } });
    expect(itemCount).toBe(2);
  });

  test('tells what starts to match by a change, once; not what it had already, however often that changes', async () => {
    const id = await followed({ subject });
    await look(id, finds(found('had', before)));
    const changed = finds(found('had', before, friday15), found('old', before, friday15));
    expect(await told(saturday, changed)).toEqual([['old']]);
    expect(await own.database.digest.findMany({ select: { itemCount: true } })).toEqual([{ itemCount: 1 }]);
    // the same job again
    expect(await told(saturday, changed)).toEqual([]);
    expect(await told(sunday, finds(found('old', before, saturday), found('had', before, saturday)))).toEqual([]);
  });

  test('tells nothing of what only moved up, unchanged, because something else went', async () => {
    const id = await followed({ subject });
    await look(id, finds(found('had', before)));
    expect(await told(saturday, finds(found('other', before)))).toEqual([]);
  });

  test('forgets what it did not find for a month: when that comes back it is news', async () => {
    const id = await followed({ subject });
    await look(id, finds(found('had', before)));
    const days = (count: number) => new Date(friday.getTime() + count * 86_400_000);
    for (let day = 1; day < 33; day += 1) expect(await told(days(day), finds())).toEqual([]);
    expect(await own.database.searchSeen.count({ where: { subscriberId: id } })).toBe(0);
    expect(await told(days(34), finds(found('had', before, days(33))))).toEqual([['had']]);
  });

  test('that was never looked at, as those of before this was kept, tells only of what could not be found before', async () => {
    await followed({ subject });
    expect(await told(saturday, finds(found('old', before, friday15), found('new', friday15)))).toEqual([['new']]);
    expect(await told(sunday, finds(found('old', before, saturday)))).toEqual([]);
  });

  test('leaves for the next mail what changed after six, and out of a mail what was withdrawn meanwhile', async () => {
    const id = await followed({ subject });
    await look(id, finds());
    const late = found('late', new Date('2026-11-21T05:30:00Z'));
    await sendDigests(own.database, saturday, finds(late, found('gone', friday15)));
    expect(await mails(finds(late))).toEqual([]);
    expect(await told(sunday, finds(late))).toEqual([['late']]);
  });

  test('is looked at when it begins, by a job, and what it found goes with it', async () => {
    const id = await followed({ subject });
    const jobs = await own.database.$queryRaw<{ payload: unknown }[]>`
      select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'look-at-search'`;
    // not what is asked
    expect(jobs).toEqual([{ payload: { subscriberId: id } }]);
    await look(id, finds(found('had', before), found('since', friday15)));
    await look(id, finds(found('other', before)));
    const seen = await own.database.searchSeen.findMany({ select: { documentId: true } });
    expect(seen).toEqual([{ documentId: 'initiative-had' }]);
    await changeFollowing(
      { token: tokenOf(secret, id) },
      { kind: 'drop', subject },
      { database: own.database, now: saturday },
    );
    expect(await own.database.searchSeen.count()).toBe(0);
  });

  test('has a name, is one thing in whatever order it was asked, and must ask something', async () => {
    expect(readSubject('zoek:q=moestuin&gebied=FA')).toEqual(subject);
    expect(readSubject('zoek:gebied=FA&q=moestuin&van=')).toEqual(subject);
    expect(await subjectName(own.database, { kind: 'search', key: 'q=moestuin&jaar=2026' }, 'nl')).toBe(
      '“moestuin” (2026)',
    );
    expect(await subjectName(own.database, { kind: 'search', key: 'fase=bezig&nodig=space' }, 'en')).toBe(
      'Under way, needs: Space',
    );
    expect(await subjectName(own.database, { kind: 'search', key: 'iets=anders' }, 'nl')).toBe(null);
    expect(readSubject(`zoek:q=${'x'.repeat(600)}`)).toBe(null);
    expect(readSubject('zoek:')).toBe(null);
  });

  test('is no longer than the database takes', async () => {
    const id = await followed({ subject });
    const add = async (key: string) =>
      own.database.subscription.create({ data: { subscriberId: id, kind: 'search', key, since: friday } });
    await expect(add('x'.repeat(501))).rejects.toThrow('subscription_key');
    await add('x'.repeat(500));
  });
});

describe('a digest', () => {
  test('tells what happened, once, however often the job runs', async () => {
    const id = await followed();
    await happens(new Date('2026-11-20T15:00:00Z'));
    expect(await sendDigests(own.database, saturday, noHits)).toBe(1);
    expect(await sendDigests(own.database, saturday, noHits)).toBe(0);
    expect(await sendDigests(own.database, new Date('2026-11-21T23:00:00Z'), noHits)).toBe(0);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.text).toContain('Buurttuin');
    const stop = `https://wijkbeurs.example/volgen/uit/${tokenOf(secret, id)}`;
    expect(mail?.text).toContain(stop);
    expect(mail?.headers).toEqual({
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    // the next day tells nothing twice
    expect(await sendDigests(own.database, sunday, noHits)).toBe(0);
  });

  test('is not sent when nothing happened, and what happens after six waits for the next', async () => {
    await followed();
    expect(await sendDigests(own.database, saturday, noHits)).toBe(0);
    await happens(new Date('2026-11-21T05:00:00Z'));
    expect(await sendDigests(own.database, saturday, noHits)).toBe(0);
    expect(await sendDigests(own.database, sunday, noHits)).toBe(1);
  });

  test('goes out from seven o’clock in Amsterdam, and makes up for a day on which no worker ran', async () => {
    await followed();
    await happens(new Date('2026-11-20T15:00:00Z'));
    expect(await sendDigests(own.database, new Date('2026-11-21T05:59:00Z'), noHits)).toBe(0);
    expect(await sendDigests(own.database, monday, noHits)).toBe(1);
    expect(await queued()).toMatchObject([{ payload: { period: '2026-11-23' } }]);
  });

  test('of a week comes on Monday and has the whole week', async () => {
    await followed({ rhythm: 'weekly' });
    await happens(new Date('2026-11-20T15:00:00Z'), 'Eerste');
    await happens(new Date('2026-11-22T15:00:00Z'), 'Tweede');
    expect(await sendDigests(own.database, sunday, noHits)).toBe(0);
    expect(await sendDigests(own.database, monday, noHits)).toBe(1);
    const [mail] = await mails();
    expect(mail?.text).toContain('Eerste');
    expect(mail?.text).toContain('Tweede');
  });

  test('loses and repeats nothing when somebody changes how often it comes', async () => {
    const id = await followed();
    await happens(new Date('2026-11-20T15:00:00Z'), 'Eerste');
    await sendDigests(own.database, saturday, noHits);
    const change = { kind: 'rhythm', rhythm: 'weekly' } as const;
    await changeFollowing({ token: tokenOf(secret, id) }, change, { database: own.database, now: saturday });
    await happens(new Date('2026-11-21T15:00:00Z'), 'Tweede');
    await sendDigests(own.database, monday, noHits);
    const texts = (await mails()).map(({ text }) => [text.includes('Eerste'), text.includes('Tweede')]);
    expect(texts).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('holds nothing of a draft, of another body, or of before one followed', async () => {
    await followed();
    await happens(new Date('2026-11-20T09:00:00Z'));
    await happens(new Date('2026-11-20T15:00:00Z'), 'Geheim', 'draft');
    const other = await makeBody(own.database);
    const elsewhere = await makeInitiative(own.database, { bodyId: other });
    await own.database.initiativeEvent.create({
      data: {
        ...{ id: newId(), initiativeId: elsewhere, kind: 'accepted' },
        ...{ bodyId: other, occurredAt: new Date('2026-11-20T15:00:00Z') },
      },
    });
    expect(await sendDigests(own.database, saturday, noHits)).toBe(0);
  });

  test('goes to nobody who did not confirm, and to nobody who stopped meanwhile', async () => {
    const wish = { subject: body, rhythm: 'daily', locale: 'nl' } as const;
    await follow(
      { who: { email: 'iemand@wijkbeurs.example', requester: '1.2.3.4' }, ...wish },
      { database: own.database, now: friday, secret },
    );
    const stopped = await followed();
    await happens(new Date('2026-11-20T15:00:00Z'));
    expect(await sendDigests(own.database, saturday, noHits)).toBe(1);
    await changeFollowing(
      { token: tokenOf(secret, stopped) },
      { kind: 'stop' },
      { database: own.database, now: saturday },
    );
    expect(await mails()).toEqual([]);
  });
});

describe('the job', () => {
  test('killed half-way goes on with the others: each has one mail', async () => {
    const ids = [await followed(), await followed(), await followed()];
    await happens(new Date('2026-11-20T15:00:00Z'));
    let cuts = 0;
    for (let statement = 0; statement < 60; statement += 1) {
      const broken = breakingAt(own.database, statement);
      const attempt = await sendDigests(broken.database, saturday, noHits).catch((error: unknown) => error);
      if (!(attempt instanceof PowerCut)) break;
      cuts += 1;
    }
    expect(cuts).toBeGreaterThan(5);
    expect((await queued()).map(({ payload }) => payload.subscriberId).sort()).toEqual([...ids].sort());
    expect(await own.database.digest.count()).toBe(3);
  });

  test('twice at once makes one mail each', async () => {
    const ids = await Promise.all([followed(), followed(), followed(), followed()]);
    await happens(new Date('2026-11-20T15:00:00Z'));
    const counts = await Promise.all([1, 2, 3].map(async () => sendDigests(own.database, saturday, noHits)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ids.length);
    expect(await queued()).toHaveLength(ids.length);
  });

  test('cannot leave a gap or tell twice: the database refuses a period that does not follow', async () => {
    const id = await followed();
    const row = { subscriberId: id, period: new Date('2026-11-21'), untilMoment: saturday, itemCount: 0 };
    await expect(own.database.digest.create({ data: { ...row, fromMoment: sunday } })).rejects.toThrow('digest_f');
    await expect(own.database.digest.create({ data: { ...row, fromMoment: new Date(0) } })).rejects.toThrow(
      'digest_follows',
    );
  });
});

describe('following by mail', () => {
  const wish = () => ({ subject: body, rhythm: 'daily', locale: 'nl' }) as const;
  const email = 'iemand@wijkbeurs.example';
  const ask = async (at = friday, requester = '1.2.3.4') =>
    follow({ who: { email, requester }, ...wish() }, { database: own.database, now: at, secret });
  const row = async () => own.database.subscriber.findFirst({ where: { email }, include: { followed: true } });

  test('holds only after the link was opened and its button pressed', async () => {
    expect(await ask()).toEqual({ ok: true, value: undefined });
    const before = await row();
    expect(before?.confirmedAt).toBeNull();
    const token = tokenOf(secret, before?.id ?? '');
    expect((await changeFollowing({ token }, { kind: 'confirm' }, { database: own.database, now: saturday })).ok).toBe(
      true,
    );
    expect(await row()).toMatchObject({ confirmedAt: saturday, toldUntil: saturday });
  });

  test('is not changed by somebody who only knows the address, who gets the same answer', async () => {
    await ask();
    const token = tokenOf(secret, (await row())?.id ?? '');
    await changeFollowing({ token }, { kind: 'confirm' }, { database: own.database, now: friday });
    const other = await makeBody(own.database);
    const { slug } = await own.database.body.findUniqueOrThrow({ where: { id: other } });
    const again = { ...wish(), subject: { kind: 'body', key: slug }, rhythm: 'weekly' } as const;
    const context = { database: own.database, now: saturday, secret };
    expect(await follow({ who: { email: email.toUpperCase(), requester: '9.9.9.9' }, ...again }, context)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await row()).toMatchObject({ rhythm: 'daily', followed: [{ key: body.key }] });
  });

  test('asks an address no more than once in a while, and one place not without end', async () => {
    await ask();
    await ask(new Date(friday.getTime() + 60_000));
    const [{ count } = { count: 0 }] = await own.database.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from graphile_worker._private_jobs`;
    expect(count).toBe(1);
    const answers = [];
    for (let index = 0; index < 12; index += 1)
      answers.push(
        await follow(
          { who: { email: `a${String(index)}@wijkbeurs.example`, requester: '1.2.3.4' }, ...wish() },
          { database: own.database, now: friday, secret },
        ),
      );
    expect(answers.at(-1)).toEqual({ ok: false, reason: 'too-many-here' });
  });

  test('tells by no limit whether an address is known', async () => {
    const from = async (address: string, at: Date, requester: string) =>
      follow({ who: { email: address, requester }, ...wish() }, { database: own.database, now: at, secret });
    const addresses = Array.from({ length: 10 }, (_, index) => `b${String(index)}@wijkbeurs.example`);
    for (const address of addresses) expect((await from(address, friday, '1.1.1.1')).ok).toBe(true);
    await own.database.subscriber.updateMany({ data: { confirmedAt: friday } });
    for (const address of addresses) expect((await from(address, saturday, '2.2.2.2')).ok).toBe(true);
    expect(await from('nieuw@wijkbeurs.example', saturday, '2.2.2.2')).toMatchObject({ reason: 'too-many-here' });

    await ask();
    const subscriberId = (await row())?.id ?? '';
    await own.database.subscription.createMany({
      data: Array.from({ length: mostSubjects }, (_, index) => ({
        ...{ subscriberId, kind: 'body', key: `team-${String(index)}`, since: friday },
      })),
    });
    expect((await ask(saturday)).ok).toBe(true);
  });

  test('stops by the link alone, twice too, and leaves nothing of the address', async () => {
    await ask();
    const token = tokenOf(secret, (await row())?.id ?? '');
    const stop = async () => changeFollowing({ token }, { kind: 'stop' }, { database: own.database, now: friday });
    expect((await stop()).ok).toBe(true);
    expect((await stop()).ok).toBe(true);
    expect(await row()).toBeNull();
    expect(
      (await changeFollowing({ token: 'x'.repeat(43) }, { kind: 'confirm' }, { database: own.database, now: friday }))
        .ok,
    ).toBe(false);
  });

  test('knows no body, theme, wijk or plan that is not public', async () => {
    await makeInitiative(own.database, { stage: 'draft' });
    const context = { database: own.database, now: friday, secret };
    for (const subject of [
      { kind: 'initiative', key: 'geheim' },
      { kind: 'wijk', key: 'ZZ' },
    ] as const)
      expect(await follow({ who: { email, requester: 'x' }, ...wish(), subject }, context)).toEqual({
        ok: false,
        reason: 'subject-unknown',
      });
  });
});
