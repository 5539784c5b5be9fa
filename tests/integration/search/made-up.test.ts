import { beforeAll, expect, test } from 'vitest';
import { readListFilter } from '#app/modules/initiatives/list-filter.ts';
import { initiativeList } from '#app/modules/initiatives/queries/initiative-list.query.server.ts';
import { initiativePage } from '#app/modules/initiatives/queries/initiative-page.query.server.ts';
import { loadProgramme } from '#app/modules/programme/commands/load-programme.server.ts';
import { madeUpPlan } from '#scripts/made-up/plan.ts';
import { madeUpSlug, writeMadeUpPlans } from '#scripts/made-up/rows.ts';
import { forgetful } from '#app/platform/remember.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
const seed = 5;
let before: number;

beforeAll(async () => {
  await loadProgramme(own.database);
  before = await own.database.initiative.count();
  await writeMadeUpPlans(own.database, { count: 1000, seed });
  await writeMadeUpPlans(own.database, { first: 1000, count: 30, seed });
});

test('made-up plans are plans as any other: in the list, with a page, a version and a portfolio', async () => {
  expect(await own.database.initiative.count()).toBe(before + 1030);
  expect(
    (
      await initiativeList(
        { database: own.database, remember: forgetful(own.database) },
        readListFilter(new URLSearchParams()),
        'nl',
      )
    ).total,
  ).toBe(before + 1030);
  const plan = madeUpPlan(seed, 1003);
  const page = await initiativePage(own.database, madeUpSlug(1003), testNow, 'nl');
  expect(page).toMatchObject({ title: plan.title, stage: plan.stage, versionCount: 1 });
  expect(page?.content).toMatchObject({ why: plan.why, what: plan.what });
  expect(page?.areas.map(({ code }) => code).sort()).toEqual([...plan.buurten].sort());
  const alone = await own.database.initiative.count({ where: { stage: { not: 'draft' }, portfolio: null } });
  expect(alone).toBe(0);
});

test('every trigger is on again afterwards', async () => {
  const off = await own.database.$queryRaw<{ name: string }[]>`
    select tgname::text as name from pg_trigger where not tgisinternal and tgenabled = 'D'`;
  expect(off).toEqual([]);
});
