import { beforeAll, describe, expect, test } from 'vitest';
import { calendarDate, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { makeInitiative, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { addLine, makeGroup, marked } from './marketplace.ts';

const db = useTestDatabase();
let group: string;
let other: string;
let line: string;
let initiative: { id: string; portfolio: string };
let organisation: { id: string; portfolio: string };

beforeAll(async () => {
  await db.database.area.create({ data: { code: 'T', name: 'Wijk', level: 'wijk' } });
  await db.database.sourcePaper.create({ data: { key: 'paper', title: 'Stuk' } });
  await db.database.theme.create({
    data: {
      slug: 'werk',
      name: 'Werk',
      nameEn: 'Work',
      description: '',
      descriptionEn: '',
      position: 0,
      sourceKey: 'paper',
    },
  });
  group = await makeGroup(db.database);
  other = await makeGroup(db.database);
  line = await addLine(db.database, group, ['need', 'space', 'Een zaal']);
  const [initiativeId, organisationId] = [await makeInitiative(db.database), await makeOrganisation(db.database)];
  const of = async (where: object) => (await db.database.portfolio.findFirstOrThrow({ where })).id;
  initiative = { id: initiativeId, portfolio: await of({ initiativeId }) };
  organisation = { id: organisationId, portfolio: await of({ organisationId }) };
});

const forget = async () => {
  await db.database.matchTodo.deleteMany();
  await db.database.$executeRaw`delete from graphile_worker._private_jobs`;
};

const queued = async () => {
  const jobs = await db.database.$queryRaw<{ key: string; queue: string }[]>`
    select key, queue_name as queue from graphile_worker.jobs where task_identifier = 'match-portfolios' order by key`;
  return jobs;
};

const update = async (data: object) => db.database.portfolio.update({ where: { id: group }, data });
const updateLine = async (data: object) => db.database.portfolioLine.update({ where: { id: line }, data });
const plan = async (data: object) => db.database.initiative.update({ where: { id: initiative.id }, data });

const changes: [string, () => string, () => Promise<unknown>][] = [
  ['what it tells of itself', () => group, async () => update({ about: 'Wij koken' })],
  ['its name', () => group, async () => update({ name: 'Anders' })],
  ['how far it is', () => group, async () => update({ phase: 'idea' })],
  ['where it is', () => group, async () => update({ place: 'Plein' })],
  ['being closed', () => group, async () => update({ state: 'closed' })],
  ['being hidden', () => group, async () => update({ state: 'hidden', hiddenFrom: 'open', hiddenReason: 'Reclame' })],
  ['being open again', () => group, async () => update({ state: 'open', hiddenFrom: null, hiddenReason: '' })],
  ['a line more', () => group, async () => addLine(db.database, group, ['offer', 'skills', 'Koken'])],
  ['other words in a line', () => group, async () => updateLine({ text: 'Een kamer' })],
  ['another kind of line', () => group, async () => updateLine({ resource: 'material' })],
  [
    'until when a line counts',
    () => group,
    async () => updateLine({ until: toDateColumn(calendarDate('2027-01-01')) }),
  ],
  ['a need that was met', () => group, async () => updateLine({ doneAt: testNow })],
  ['a line less', () => group, async () => db.database.portfolioLine.delete({ where: { id: line } })],
  [
    'an area more',
    () => group,
    async () => db.database.portfolioArea.create({ data: { portfolioId: group, areaCode: 'T' } }),
  ],
  ['an area less', () => group, async () => db.database.portfolioArea.deleteMany({ where: { portfolioId: group } })],
  [
    'a theme more',
    () => group,
    async () => db.database.portfolioTheme.create({ data: { portfolioId: group, themeSlug: 'werk' } }),
  ],
  ['a theme less', () => group, async () => db.database.portfolioTheme.deleteMany({ where: { portfolioId: group } })],
  ['the title of a plan', () => initiative.portfolio, async () => plan({ title: 'Anders' })],
  ['the summary of a plan', () => initiative.portfolio, async () => plan({ summary: 'Anders' })],
  ['the stage of a plan', () => initiative.portfolio, async () => plan({ stage: 'withdrawn' })],
  [
    'an area of a plan',
    () => initiative.portfolio,
    async () => db.database.initiativeArea.create({ data: { initiativeId: initiative.id, areaCode: 'T' } }),
  ],
  [
    'a theme of a plan',
    () => initiative.portfolio,
    async () => db.database.initiativeTheme.create({ data: { initiativeId: initiative.id, themeSlug: 'werk' } }),
  ],
  [
    'a partner of a plan',
    () => initiative.portfolio,
    async () =>
      db.database.initiativePartner.create({ data: { initiativeId: initiative.id, organisationId: organisation.id } }),
  ],
  [
    'the name of an organisation',
    () => organisation.portfolio,
    async () => db.database.organisation.update({ where: { id: organisation.id }, data: { name: 'Anders' } }),
  ],
  [
    'what an organisation is',
    () => organisation.portfolio,
    async () => db.database.organisation.update({ where: { id: organisation.id }, data: { summary: 'Anders' } }),
  ],
  [
    'a new keeper',
    () => group,
    async () => {
      const [personId, at] = [await makePerson(db.database), testNow];
      await db.database.keeperInvitation.create({
        data: {
          id: newId(),
          portfolioId: group,
          email: 'erbij@wijkbeurs.example',
          invitedAt: at,
          answer: 'accepted',
          answeredAt: at,
          acceptedById: personId,
        },
      });
      await db.database.portfolioKeeper.create({ data: { id: newId(), portfolioId: group, personId, addedAt: at } });
    },
  ],
  [
    'a dismissal',
    () => group,
    async () =>
      db.database.suggestionDismissal.create({
        data: { portfolioId: group, otherId: other, byId: await makePerson(db.database), at: testNow },
      }),
  ],
  [
    'a dismissal taken back',
    () => group,
    async () => db.database.suggestionDismissal.deleteMany({ where: { portfolioId: group } }),
  ],
];

describe('is matched again after', () => {
  test.each(changes)('%s', async (_what, whose, change) => {
    await forget();
    await change();
    expect(await marked(db.database)).toEqual([whose()]);
    expect(await queued()).toEqual([{ key: `match:${whose()}`, queue: 'matching' }]);
  });

  test('a new organisation, group or plan', async () => {
    await forget();
    const made = await Promise.all([makeOrganisation(db.database), makeInitiative(db.database)]);
    const portfolios = await db.database.portfolio.findMany({
      where: { OR: [{ organisationId: made[0] }, { initiativeId: made[1] }] },
    });
    expect(new Set(await marked(db.database))).toEqual(new Set(portfolios.map(({ id }) => id)));
    expect(portfolios).toHaveLength(2);
  });
});

describe('is left alone by', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a change that nobody sees', async () => update({ revision: { increment: 1 }, changedAt: new Date() })],
    ['the same words again', async () => update({ about: 'Wij koken' })],
  ])('%s', async (_what, change) => {
    await forget();
    await change();
    expect(await marked(db.database)).toEqual([]);
    expect(await queued()).toEqual([]);
  });

  test('a draft', async () => {
    const draft = await makeInitiative(db.database, { stage: 'draft' });
    await forget();
    await db.database.initiative.update({ where: { id: draft }, data: { title: 'Nog geheim' } });
    expect(await marked(db.database)).toEqual([]);
  });
});

test('a change that is not made leaves no mark and no work', async () => {
  await forget();
  await expect(
    db.database.$transaction(async (tx) => {
      await tx.portfolio.update({ where: { id: group }, data: { about: 'Nee toch niet' } });
      throw new Error('out of paper');
    }),
  ).rejects.toThrow('out of paper');
  expect(await marked(db.database)).toEqual([]);
  expect(await queued()).toEqual([]);
});

test('two who change different portfolios do not wait for each other', async () => {
  await db.database.$transaction(async (tx) => {
    await tx.portfolio.update({ where: { id: group }, data: { about: 'De een' } });
    // on another connection, while the first is not ready
    await db.database.portfolio.update({ where: { id: other }, data: { about: 'De ander' } });
  });
  expect(new Set(await marked(db.database))).toEqual(new Set([group, other]));
});
