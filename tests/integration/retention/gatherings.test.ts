import { beforeEach } from 'vitest';
import { addDays, dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { removePastRetention } from '#app/modules/retention/commands/remove-past-retention.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { backdate, eachGoesAfterItsPeriod, longAgo, two, useAgingDatabase, type Pair, type PairsOf } from './aging.ts';

const own = useAgingDatabase();
const thisYear = new Date().getFullYear();

beforeEach(async () => {
  await removePastRetention(own.database);
});

/** A gathering that was announced. */
async function makeGathering(): Promise<string> {
  const [gatheringAreaId, gatheringId] = [newId(), newId()];
  await own.database.gatheringArea.create({
    data: {
      id: gatheringAreaId,
      year: thisYear,
      slug: `gebied-${gatheringAreaId}`,
      name: 'Gebied',
      changedAt: new Date(),
    },
  });
  const startsAt = new Date(`${String(thisYear)}-12-30T18:00:00Z`);
  await own.database.gathering.create({
    data: {
      ...{ id: gatheringId, slug: `avond-${gatheringId}`, form: 'open', title: 'Avond', gatheringAreaId, startsAt },
      ...{ endsAt: new Date(startsAt.getTime() + 3_600_000), venueName: 'Zaal', venueAddress: 'Straat 1', capacity: 9 },
      ...{ createdAt: new Date(), changedAt: new Date() },
    },
  });
  await own.database.gathering.update({
    where: { id: gatheringId },
    data: { state: 'announced', announcedAt: new Date() },
  });
  return gatheringId;
}

async function register(gatheringId: string, given: object): Promise<void> {
  const key = newId();
  await own.database.gatheringRegistration.create({
    data: {
      ...{ id: key, gatheringId, name: 'x', comesAs: 'resident', state: 'confirmed', registeredAt: new Date() },
      ...{ confirmedAt: new Date(), tokenHash: key, doorCode: key.slice(-5).toUpperCase() },
      ...given,
    },
  });
}

/** It ended in the middle of a day, also when this runs just after midnight: an evening is on one day. */
async function wasLongAgo(gatheringId: string): Promise<void> {
  const midday = `date_trunc('day', ${longAgo}, 'Europe/Amsterdam') + interval '12 hours'`;
  await backdate(
    own.database,
    `update gathering set ends_at = ${midday}, starts_at = ${midday} - interval '1 hour' where id = '${gatheringId}'`,
  );
}

/** A promise that a helper typed for somebody who is not on the list. */
async function promise(gatheringId: string): Promise<void> {
  const writtenAt = new Date();
  await own.database.gathering.update({ where: { id: gatheringId }, data: { state: 'begun', begunAt: writtenAt } });
  await own.database.gatheringPromise.create({
    data: {
      ...{ id: newId(), gatheringId, promiser: 'Iemand', isNamed: true, what: 'Iets doen' },
      ...{ dueOn: toDateColumn(addDays(dayInAmsterdam(writtenAt), 30)), writtenAt },
    },
  });
}

/** One registration of a gathering that was long ago and one of a gathering that was not. */
async function gatheringPair(given: object, kept: object): Promise<Pair> {
  const [old, fresh] = [await makeGathering(), await makeGathering()];
  for (const gatheringId of [old, fresh]) await register(gatheringId, given);
  return {
    old: async () => wasLongAgo(old),
    left: async () =>
      own.database.gatheringRegistration.count({ where: { gatheringId: { in: [old, fresh] }, ...kept } }),
  };
}

const pairs: PairsOf<'gatherings'> = {
  'gathering-unconfirmed': async () => {
    const gatheringId = await makeGathering();
    await two(async (name) => register(gatheringId, { name, state: 'asked', confirmedAt: null }));
    return {
      old: async () =>
        backdate(
          own.database,
          `update gathering_registration set registered_at = ${longAgo} where name = 'old' and gathering_id = '${gatheringId}'`,
        ),
      left: async () => own.database.gatheringRegistration.count({ where: { gatheringId } }),
    };
  },
  'gathering-wishes': async () => gatheringPair({ children: 2 }, { children: { gt: 0 } }),
  'gathering-registrations': async () => gatheringPair({ email: 'who@example.org' }, { email: { not: '' } }),
  'gathering-visits': async () =>
    gatheringPair({ personId: await makePerson(own.database) }, { personId: { not: null } }),
  'gathering-promisers': async () => {
    const [old, fresh] = [await makeGathering(), await makeGathering()];
    for (const gatheringId of [old, fresh]) await promise(gatheringId);
    return {
      old: async () => wasLongAgo(old),
      left: async () =>
        own.database.gatheringPromise.count({ where: { gatheringId: { in: [old, fresh] }, promiser: { not: '' } } }),
    };
  },
  'gathering-hidden-notes': async () => {
    const [old, fresh] = [await makeGathering(), await makeGathering()];
    const typedById = await makePerson(own.database);
    for (const gatheringId of [old, fresh]) {
      const hidden = { state: 'hidden', hiddenAt: new Date(), hiddenReason: 'Noemt een buurman' };
      const note = { id: newId(), gatheringId, kind: 'idea', text: 'Verborgen', typedById, writtenAt: new Date() };
      await own.database.gatheringNote.create({ data: { ...note, ...hidden } });
    }
    return {
      old: async () => wasLongAgo(old),
      left: async () =>
        own.database.gatheringNote.count({ where: { gatheringId: { in: [old, fresh] }, text: 'Verborgen' } }),
    };
  },
  'gathering-note-names': async () => {
    const [old, fresh] = [await makeGathering(), await makeGathering()];
    const typedById = await makePerson(own.database);
    for (const gatheringId of [old, fresh]) {
      const note = { id: newId(), gatheringId, kind: 'idea', text: 'Een bankje', typedById, writtenAt: new Date() };
      await own.database.gatheringNote.create({ data: { ...note, byline: 'Mevrouw uit nummer 4' } });
    }
    return {
      old: async () => wasLongAgo(old),
      left: async () =>
        own.database.gatheringNote.count({ where: { gatheringId: { in: [old, fresh] }, byline: { not: '' } } }),
    };
  },
};

eachGoesAfterItsPeriod(own, 'gatherings', pairs, async () => Promise.resolve());
