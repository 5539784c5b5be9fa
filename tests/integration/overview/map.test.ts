import { beforeAll, describe, expect, test } from 'vitest';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import { mapArea } from '#app/modules/overview/queries/map-area.query.server.ts';
import { mapView } from '#app/modules/overview/queries/map.query.server.ts';
import { loadProgramme } from '#app/modules/programme/commands/load-programme.server.ts';
import { makeInitiative, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
const all = { theme: '', stage: '' } as const;

async function plan(
  title: string,
  areas: string[],
  { stage = 'running', theme }: { stage?: Stage; theme?: string } = {},
) {
  const id = await makeInitiative(own.database, { title, stage });
  await own.database.initiativeArea.createMany({ data: areas.map((areaCode) => ({ initiativeId: id, areaCode })) });
  if (theme !== undefined) await own.database.initiativeTheme.create({ data: { initiativeId: id, themeSlug: theme } });
  return id;
}

async function counted(filter: Parameters<typeof mapView>[1] = all) {
  const view = await mapView(own.database, filter, testNow);
  const plans = Object.fromEntries(view.areas.flatMap((area) => (area.plans === 0 ? [] : [[area.code, area.plans]])));
  return { view, plans };
}

let themeSlug: string;

beforeAll(async () => {
  await loadProgramme(own.database);
  ({ slug: themeSlug } = await own.database.theme.findFirstOrThrow({ orderBy: { position: 'asc' } }));
  await plan('Twee buurten van een wijk', ['FE01', 'FE02']);
  await plan('Een hele wijk', ['FE'], { theme: themeSlug });
  await plan('Twee wijken', ['FE01', 'FM02'], { stage: 'submitted' });
  await plan('Nog een concept', ['FE01'], { stage: 'draft' });
  const district = await makeInitiative(own.database, { title: 'Overal', stage: 'exploring' });
  await own.database.initiative.update({ where: { id: district }, data: { wholeDistrict: true } });
});

describe('the map', () => {
  test('counts a plan once in a wijk, and what is for a whole wijk in each of its buurten', async () => {
    const { view, plans } = await counted();
    const { FE, FE01, FE02, FM, FM02, ...rest } = plans;
    expect({ FE, FE01, FE02, FM, FM02 }).toEqual({ FE: 3, FE01: 3, FE02: 2, FM: 1, FM02: 1 });
    // the other buurten of that wijk have what is for all of it
    const others = view.areas.filter(
      ({ code, wijk, level }) => wijk === 'FE' && level === 'buurt' && !/0[12]$/.test(code),
    );
    expect(rest).toEqual(Object.fromEntries(others.map(({ code }) => [code, 1])));
    expect(view.total.plans).toBe(4);
    expect(view.district.plans).toBe(1);
    expect(view.areas).toHaveLength(88);
    expect(view.areas.find(({ code }) => code === 'FE')?.depth.plannen).toBe(4);
    expect(view.areas.find(({ code }) => code === 'FA')?.depth.plannen).toBe(0);
  });

  test('by theme and stage, together too', async () => {
    expect((await counted({ ...all, stage: 'in-behandeling' })).plans).toEqual({ FE: 1, FE01: 1, FM: 1, FM02: 1 });
    expect((await counted({ ...all, theme: themeSlug })).view.total.plans).toBe(1);
    expect((await counted({ theme: themeSlug, stage: 'in-behandeling' })).plans).toEqual({});
    expect((await counted({ ...all, theme: "'; drop table area; --" })).plans).toEqual({});
  });

  test('of a chosen area says what is there, and nothing of a concept', async () => {
    const area = await mapArea(own.database, { ...all, area: 'FE01' }, testNow);
    expect(area).toMatchObject({ code: 'FE01', level: 'buurt', wijk: { code: 'FE' }, grants: [], evenings: [] });
    expect(area?.plans.map(({ title }) => title).sort()).toEqual([
      'Een hele wijk',
      'Twee buurten van een wijk',
      'Twee wijken',
    ]);
    const ofTheme = await mapArea(own.database, { ...all, theme: themeSlug, area: 'FE' }, testNow);
    expect(ofTheme?.plans.map(({ title }) => title)).toEqual(['Een hele wijk']);
    expect(await mapArea(own.database, { ...all, area: 'FZ' }, testNow)).toBeNull();
    expect(await mapArea(own.database, { ...all, area: '' }, testNow)).toBeNull();
  });
});
