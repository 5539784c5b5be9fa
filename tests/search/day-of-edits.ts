import { newId } from '#app/kernel/ids.ts';
import type { Database } from '#app/platform/database.server.ts';
import { makeBody, makeInitiative, makeOrganisation, testNow } from '#tests/factories/index.ts';
import { confirmed, initiativeOf, makeScene, prepared, type Scene } from '#tests/integration/decisions/scene.ts';
import { makeAction } from '#app/modules/actions/commands/make-action.server.ts';
import { as, contentOf, given } from '#tests/integration/actions/scene.ts';
import {
  makeGathering,
  makeScene as makeGatheringScene,
  type GatheringScene,
} from '#tests/integration/gatherings/scene.ts';

/** A source of chance that gives the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type World = {
  database: Database;
  decisions: Scene;
  gatherings: GatheringScene;
  organisations: string[];
  bodies: string[];
  initiatives: string[];
  random: () => number;
};

const areas = ['FJ', 'FK', 'FJ01', 'FJ02', 'FK01'];
const themes = ['veiligheid', 'leefomgeving', 'jeugd'];

export async function makeWorld(database: Database, seed: number): Promise<World> {
  const decisions = await makeScene(database, { fundCents: 100_000_000 });
  const gatherings = await makeGatheringScene(database);
  await database.area.createMany({
    data: [...areas].sort().map((code) => ({
      code,
      name: code,
      level: code.length === 2 ? 'wijk' : 'buurt',
      parentCode: code.length === 2 ? null : code.slice(0, 2),
    })),
    skipDuplicates: true,
  });
  await database.theme.createMany({
    data: themes.map((slug, position) => ({
      ...{ slug, position, name: slug, nameEn: slug, description: '', descriptionEn: '' },
    })),
    skipDuplicates: true,
  });
  const world: World = {
    ...{ database, decisions, gatherings, organisations: [], bodies: [decisions.bodyId], initiatives: [] },
    random: chance(seed),
  };
  for (let n = 0; n < 5; n += 1) world.organisations.push(await makeOrganisation(database));
  for (let n = 0; n < 3; n += 1) world.bodies.push(await makeBody(database));
  for (let n = 0; n < 25; n += 1) await edits.submit(world);
  return world;
}

function pick<Item>({ random }: World, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

const word = ({ random }: World) => `woord${String(Math.floor(random() * 1_000_000))}`;

/** Everything that happens on a day, by what people would call it. */
const edits = {
  async submit(world: World) {
    const { database } = world;
    const id = await makeInitiative(database, {
      title: `Plan ${word(world)}`,
      bodyId: pick(world, world.bodies),
      ...(world.random() < 0.5 ? { organisationId: pick(world, world.organisations) } : {}),
    });
    await database.initiativeArea.create({ data: { initiativeId: id, areaCode: pick(world, areas) } });
    await database.initiativeTheme.create({ data: { initiativeId: id, themeSlug: pick(world, themes) } });
    world.initiatives.push(id);
  },
  async revise(world: World) {
    const id = pick(world, world.initiatives);
    await world.database.$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<{ version: number }[]>`
        select current_version as version from initiative where id = ${id}::uuid for update`;
      const version = (row?.version ?? 0) + 1;
      await tx.initiativeVersion.create({
        data: { initiativeId: id, version, content: { what: word(world) }, createdAt: testNow },
      });
      await tx.initiative.update({
        where: { id },
        data: { title: `Plan ${word(world)}`, summary: word(world), currentVersion: version },
      });
    });
  },
  async move(world: World) {
    const stage = pick(world, ['withdrawn', 'accepted', 'parked', 'submitted', 'completed']);
    await world.database.initiative.update({ where: { id: pick(world, world.initiatives) }, data: { stage } });
  },
  async hand(world: World) {
    await world.database.initiative.update({
      where: { id: pick(world, world.initiatives) },
      data: { bodyId: pick(world, world.bodies), wholeDistrict: world.random() < 0.3 },
    });
  },
  async place(world: World) {
    const initiativeId = pick(world, world.initiatives);
    await world.database.initiativeArea.deleteMany({ where: { initiativeId } });
    await world.database.initiativeArea.createMany({
      data: [{ initiativeId, areaCode: pick(world, areas) }],
      skipDuplicates: true,
    });
  },
  async partner(world: World) {
    const of = { initiativeId: pick(world, world.initiatives), organisationId: pick(world, world.organisations) };
    const { count } = await world.database.initiativePartner.deleteMany({ where: of });
    if (count === 0) await world.database.initiativePartner.createMany({ data: [of], skipDuplicates: true });
  },
  async renameOrganisation(world: World) {
    await world.database.organisation.update({
      where: { id: pick(world, world.organisations) },
      data: { name: `Stichting ${word(world)}`, summary: word(world) },
    });
  },
  async renameBody(world: World) {
    await world.database.body.update({
      where: { id: pick(world, world.bodies) },
      data: { name: `Team ${word(world)}`, slug: `team-${word(world)}` },
    });
  },
  async portfolio(world: World) {
    const found = await world.database.portfolio.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
    const { id } = pick(world, found);
    const state = pick(world, ['open', 'closed', 'open']);
    await world.database.portfolio.update({ where: { id }, data: { state, place: word(world), changedAt: testNow } });
  },
  async line(world: World) {
    const found = await world.database.portfolio.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
    const { id: portfolioId } = pick(world, found);
    await world.database.portfolioLine.deleteMany({ where: { portfolioId, position: { gte: 100 } } });
    await world.database.portfolioLine.create({
      data: {
        ...{ id: newId(), portfolioId, direction: pick(world, ['need', 'offer']), resource: 'space' },
        ...{ text: word(world), position: 100, addedAt: testNow, until: new Date('2026-12-31') },
      },
    });
  },
  async decide(world: World) {
    const { database, decisions } = world;
    const id = await initiativeOf(database, decisions);
    const decisionId = await prepared(database, decisions, id);
    if (world.random() < 0.7) await confirmed(database, decisions, decisionId);
  },
  async action(world: World) {
    const { database, decisions } = world;
    const content = contentOf({ title: `Actie ${word(world)}` });
    const chair = await as(database, decisions.people.chair);
    given(await makeAction({ id: newId(), bodyId: decisions.bodyId, content, decisionNumber: '' }, chair));
  },
  async gathering(world: World) {
    await makeGathering(world.database, world.gatherings, { title: `Avond ${word(world)}` });
  },
  async changeEvening(world: World) {
    await world.database.gathering.updateMany({ data: { about: word(world) } });
  },
  async rollBack(world: World) {
    const changed = world.database.$transaction(async (tx) => {
      await tx.organisation.update({ where: { id: pick(world, world.organisations) }, data: { name: word(world) } });
      await tx.organisation.create({ data: { id: newId(), slug: word(world), name: 'Nooit', kind: 'foundation' } });
      throw new RolledBack();
    });
    await changed.catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  },
} satisfies Record<string, (world: World) => Promise<void>>;

class RolledBack extends Error {}

const names = Object.keys(edits) as (keyof typeof edits)[];

/** Deciding takes as long as ten others, and happens as much less often. */
const rare = new Set<string>(['decide', 'gathering', 'renameBody']);

/** One thing that somebody does; now and then two at once. @returns what was done */
export async function editSomething(world: World): Promise<string[]> {
  const chosen = () => {
    const name = pick(world, names);
    return rare.has(name) && world.random() < 0.7 ? 'revise' : name;
  };
  const done = world.random() < 0.25 ? [chosen(), chosen()] : [chosen()];
  await Promise.all(done.map(async (name) => edits[name](world)));
  return done;
}

export const kindsOfEdits = names.length;
