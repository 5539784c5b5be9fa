import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { calendarDate, toDateColumn } from '#app/kernel/calendar-date.ts';
import { areaPage } from '#app/modules/overview/queries/area-page.query.server.ts';
import { bodiesView } from '#app/modules/overview/queries/bodies.query.server.ts';
import { bodyPage } from '#app/modules/overview/queries/body-page.query.server.ts';
import { homeView } from '#app/modules/overview/queries/home.query.server.ts';
import { papersView } from '#app/modules/overview/queries/papers.query.server.ts';
import { loadProgramme } from '#app/modules/programme/commands/load-programme.server.ts';
import { eligibilityRules } from '#app/modules/programme/queries/eligibility-rules.query.server.ts';
import { forgetful } from '#app/platform/remember.server.ts';
import { makeFund, makeInitiative, makeMembership, makeOrganisation, makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
const today = calendarDate('2026-11-21');

describe('before anything is there', () => {
  test('the pages have something to show all the same', async () => {
    const home = await homeView({ database: own.database, remember: forgetful(own.database) }, today, 'nl');
    expect(home).toMatchObject({
      counts: { initiatives: 0, running: 0, wholeDistrict: 0, decisions: 0 },
      money: null,
      running: [],
      openRounds: [],
      wijken: [],
    });
    expect(await bodiesView(own.database, 'nl')).toEqual([]);
    expect(await papersView(own.database)).toEqual([]);
    expect(await eligibilityRules(own.database, 'nl')).toEqual([]);
  });
});

describe('with the programme loaded', () => {
  const slug = 'eigenaarschap-inclusie-democratie';
  let bodyId: string;
  const place = async (areaCode: string, stage?: 'draft' | 'running') => {
    const initiativeId = await makeInitiative(own.database, { bodyId, stage });
    await own.database.initiativeArea.create({ data: { initiativeId, areaCode } });
    return initiativeId;
  };

  beforeAll(async () => {
    await loadProgramme(own.database);
    ({ id: bodyId } = await own.database.body.findUniqueOrThrow({ where: { slug } }));
    await makeFund(own.database, { bodyId, amountCents: 5_000_00 });
    await makeFund(own.database, { bodyId, amountCents: 2_500_00 });
    const organisationId = await makeOrganisation(own.database, { name: 'Zwemclub Sloterplas' });
    const [resident, sitsFor, reviewer, former] = await Promise.all(
      [1, 2, 3, 4].map(async (number) => makePerson(own.database, { name: `Geheim ${number}` })),
    );
    await makeMembership(own.database, { personId: resident ?? '', bodyId, role: 'member' });
    await makeMembership(own.database, { personId: sitsFor ?? '', bodyId, role: 'chair', organisationId });
    await makeMembership(own.database, { personId: sitsFor ?? '', bodyId, role: 'budget_holder', organisationId });
    await makeMembership(own.database, { personId: reviewer ?? '', bodyId, role: 'reviewer' });
    await makeMembership(own.database, {
      personId: former ?? '',
      bodyId,
      role: 'member',
      endsOn: calendarDate('2026-11-20'),
    });
    await place('FE01', 'running');
    await place('FE');
    await place('FE01', 'draft');
    const both = await place('FE02');
    await own.database.initiativeArea.create({ data: { initiativeId: both, areaCode: 'FE03' } });
  });

  test('the home page counts plans per wijk once, and money of all funds', async () => {
    const home = await homeView({ database: own.database, remember: forgetful(own.database) }, today, 'nl');
    expect(home.wijken).toHaveLength(15);
    expect(home.wijken.find(({ code }) => code === 'FE')).toMatchObject({ count: 3, level: 4 });
    expect(home.wijken.find(({ code }) => code === 'FA')).toMatchObject({ count: 0, level: 0 });
    expect(home.counts).toMatchObject({ initiatives: 3, running: 1 });
    expect(home.money).toMatchObject({
      available: 7_500_00,
      committed: 0,
      budget: 7_500_00,
      fundCount: 2,
      hasExamples: true,
    });
    expect(home.running.map(({ stage }) => stage)).toEqual(['running']);
  });

  test('a team shows organisations and how many residents, never a person', async () => {
    const body = await bodyPage(own.database, slug, today, 'nl');
    expect(body?.residentCount).toBe(1);
    expect(body?.organisations.filter(({ name }) => name === 'Zwemclub Sloterplas')).toHaveLength(1);
    expect(body?.initiativeCount).toBe(3);
    expect(body?.funds.map(({ budget }) => budget).sort()).toEqual([2_500_00, 5_000_00]);
    expect(body?.criteria[0]?.criteria.length).toBeGreaterThan(3);
    const shares = body?.criteria[0]?.criteria.reduce((sum, { sharePercent }) => sum + sharePercent, 0);
    expect(Math.abs((shares ?? 0) - 100)).toBeLessThanOrEqual(3);
  });

  test('every kind of body has a page; an unknown one has none', async () => {
    for (const { slug: each } of await own.database.body.findMany()) {
      expect((await bodyPage(own.database, each, today, 'en'))?.slug).toBe(each);
    }
    for (const unknown of ['bestaat-niet', '', "'; drop table body; --", randomUUID()]) {
      expect(await bodyPage(own.database, unknown, today, 'nl')).toBeNull();
    }
  });

  test('a wijk shows its buurten and plans; a buurt also what is for its whole wijk', async () => {
    const wijk = await areaPage(own.database, 'FE', 'nl');
    expect(wijk).toMatchObject({ level: 'wijk', initiativeCount: 3, money: { count: 0, grants: [] } });
    expect(wijk?.surroundings).toHaveLength(14);
    expect(wijk?.buurten.find(({ code }) => code === 'FE01')?.count).toBe(2);
    const buurt = await areaPage(own.database, 'FE01', 'nl');
    expect(buurt).toMatchObject({ level: 'buurt', wijk: { code: 'FE' }, initiativeCount: 2 });
    expect(buurt?.bodies.map(({ slug: each }) => each)).toContain('wijkalliantie-dichtersbuurt');
    for (const unknown of ['FZ', 'FE99', 'fe', '', '../etc/passwd'])
      expect(await areaPage(own.database, unknown, 'nl')).toBeNull();
  });

  test('a decision from the papers is no money in the ledger; a newer one replaces it', async () => {
    const initiativeId = await place('FE04');
    const decide = async (number: string, amountCents: bigint, replacesId?: string) => {
      const id = randomUUID();
      await own.database.decision.create({
        data: {
          id,
          number,
          origin: 'paper',
          state: 'confirmed',
          bodyId,
          initiativeId,
          title: 'Toegekend',
          outcome: 'grant',
          amountCents,
          method: 'consent',
          motivation: 'Omdat.',
          takenOn: toDateColumn(calendarDate('2026-03-01')),
          published: {},
          receipt: 'x',
          replacesId,
        },
      });
      return id;
    };
    const first = await decide('2026-9001', 100_00n);
    await decide('2026-9002', 80_00n, first);
    // as on the pages of budgets: what adds-up.test.ts counts
    expect((await areaPage(own.database, 'FE', 'nl'))?.money).toMatchObject({ count: 0, sums: { granted: 0 } });
    const decisions = (await bodyPage(own.database, slug, today, 'nl'))?.decisions;
    expect(decisions?.find(({ number }) => number === '2026-9001')?.isReplaced).toBe(true);
  });

  test('nothing public holds a person: no name, address or id', async () => {
    const people = await own.database.person.findMany();
    const shown = JSON.stringify([
      await homeView({ database: own.database, remember: forgetful(own.database) }, today, 'nl'),
      await bodiesView(own.database, 'nl'),
      await bodyPage(own.database, slug, today, 'nl'),
      await areaPage(own.database, 'FE', 'nl'),
      await papersView(own.database),
    ]);
    for (const { id, email, name } of people)
      for (const secret of [id, email, name]) expect(shown).not.toContain(secret);
  });

  test('every fact that names a paper is found under it', async () => {
    const papers = await papersView(own.database);
    const rules = papers.flatMap(({ taken }) =>
      taken.filter(({ kind }) => kind === 'rules').flatMap(({ facts }) => facts),
    );
    expect(rules).toHaveLength(await own.database.eligibilityRule.count({ where: { sourceKey: { not: null } } }));
    expect(papers.at(-1)?.date).toBeNull();
  });
});
