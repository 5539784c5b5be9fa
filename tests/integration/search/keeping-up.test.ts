import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { openListener } from '#app/platform/listener.server.ts';
import { catchUp } from '#app/modules/search/keeping/catch-up.server.ts';
import { checkIndex } from '#app/modules/search/keeping/check.server.ts';
import { setEngines } from '#app/modules/search/keeping/change.store.server.ts';
import { endLostFilling, fillIndex } from '#app/modules/search/keeping/fill.server.ts';
import { keepUp } from '#app/modules/search/keeping/keeper.server.ts';
import { keepingOf, noWords, type TestKeeping } from '#tests/search/keeping.ts';
import { MemoryEngine } from '#tests/search/memory-engine.ts';
import { makeBody, makeInitiative, makeOrganisation } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
let engine: MemoryEngine;
let keeping: TestKeeping;

beforeAll(async () => {
  engine = new MemoryEngine();
  keeping = await keepingOf(own, [engine]);
  await fillIndex(keeping, engine, noWords);
});

afterAll(async () => {
  await keeping.turns.close();
});

beforeEach(() => {
  engine.broken = null;
  engine.beforePut = async () => Promise.resolve();
  engine.beforeSwap = async () => Promise.resolve();
});

const waiting = async () => own.database.searchChange.count();
const titles = (kind = 'initiative') =>
  [...engine.documents.values()].filter((one) => one.kind === kind).map(({ title }) => title);
const slugOf = async (id: string) =>
  (await own.database.initiative.findUniqueOrThrow({ where: { id }, select: { slug: true } })).slug ?? '';

describe('an index is kept up', () => {
  test('with what is submitted, changed and gone', async () => {
    const id = await makeInitiative(own.database, { title: 'Fietslessen' });
    await catchUp(keeping, engine);
    expect(titles()).toContain('Fietslessen');
    expect(await waiting()).toBe(0);
    await own.database.initiative.update({ where: { id }, data: { title: 'Fietslessen op zaterdag' } });
    await catchUp(keeping, engine);
    expect(titles()).toContain('Fietslessen op zaterdag');
    expect(titles()).not.toContain('Fietslessen');
    const portfolio = `portfolio-${(await own.database.portfolio.findFirstOrThrow({ where: { initiativeId: id } })).slug}`;
    expect(engine.documents.has(portfolio)).toBe(true);
    await own.database.initiative.update({ where: { id }, data: { stage: 'withdrawn' } });
    await catchUp(keeping, engine);
    expect(engine.documents.get(`initiative-${await slugOf(id)}`)?.stage).toBe('gaat-niet-door');
    expect(engine.documents.has(portfolio)).toBe(false);
  });

  test('not with drafts, and what is typed in one wakes nobody', async () => {
    const id = await makeInitiative(own.database, { stage: 'draft', title: 'Nog geheim' });
    await own.database.initiative.update({ where: { id }, data: { draft: { title: 'x' }, title: 'Nog geheimer' } });
    expect(await waiting()).toBe(0);
  });

  test('not with what was rolled back', async () => {
    await expect(
      own.database.$transaction(async (tx) => {
        await tx.organisation.create({
          data: { id: newId(), slug: 'toch-niet', name: 'Toch niet', kind: 'foundation' },
        });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await waiting()).toBe(0);
  });

  test('with the name of an organisation in everything that shows it', async () => {
    const organisationId = await makeOrganisation(own.database, { name: 'De Brug' });
    const carrier = await makeInitiative(own.database, { organisationId });
    const partner = await makeInitiative(own.database, { partnerIds: [organisationId] });
    const bodyId = await makeBody(own.database);
    await own.database.bodyOrganisation.create({ data: { bodyId, organisationId } });
    await catchUp(keeping, engine);
    await own.database.organisation.update({ where: { id: organisationId }, data: { name: 'De Nieuwe Brug' } });
    await catchUp(keeping, engine);
    const { slug } = await own.database.body.findUniqueOrThrow({ where: { id: bodyId } });
    for (const id of [
      `initiative-${await slugOf(carrier)}`,
      `initiative-${await slugOf(partner)}`,
      `opgaveteam-${slug}`,
    ])
      expect(engine.documents.get(id)?.text, id).toContain('De Nieuwe Brug');
    expect((await checkIndex(keeping, engine, { isMended: false })).differences).toEqual([]);
  });

  test('an engine that is down loses nothing, and others do not wait for it', async () => {
    const other = new MemoryEngine('meilisearch');
    const both = { ...keeping, engines: [engine, other] };
    await setEngines(own.database, ['postgresql', 'meilisearch']);
    await fillIndex(both, other, noWords);
    await catchUp(both, engine);
    await catchUp(both, other);
    other.broken = new Error('down');
    await makeInitiative(own.database, { title: 'Terwijl er een stuk is' });
    await catchUp(both, engine);
    await expect(catchUp(both, other)).rejects.toThrow('down');
    expect(titles()).toContain('Terwijl er een stuk is');
    expect(await waiting()).toBeGreaterThan(0);
    other.broken = null;
    await catchUp(both, other);
    expect([...other.documents.keys()].sort()).toEqual([...engine.documents.keys()].sort());
    expect(await waiting()).toBe(0);
    await setEngines(own.database, ['postgresql']);
  });

  test('what waited for an engine that is set up no longer waits for nobody', async () => {
    const other = new MemoryEngine('meilisearch');
    const both = { ...keeping, engines: [engine, other] };
    await setEngines(own.database, ['postgresql', 'meilisearch']);
    await fillIndex(both, other, noWords);
    await catchUp(both, other);
    await makeInitiative(own.database, { title: 'Nog voor niemand' });
    await catchUp(both, engine);
    await makeInitiative(own.database, { title: 'Nog voor allebei' });
    await setEngines(own.database, ['postgresql']);
    expect(titles()).not.toContain('Nog voor allebei');
    expect(await own.database.searchChange.count({ where: { doneBy: { has: 'postgresql' } } })).toBe(0);
    await catchUp(keeping, engine);
    expect(titles()).toContain('Nog voor allebei');
    expect(await waiting()).toBe(0);
  });

  test('what changes while a fresh index is filled is in it', async () => {
    const id = await makeInitiative(own.database, { title: 'Voor het vullen' });
    await catchUp(keeping, engine);
    engine.beforeSwap = async () => {
      await own.database.initiative.update({ where: { id }, data: { title: 'Tijdens het vullen' } });
      // the index that answers has it at once
      await catchUp(keeping, engine);
      expect(titles()).toContain('Tijdens het vullen');
    };
    await fillIndex(keeping, engine, noWords);
    expect(titles()).toContain('Voor het vullen');
    await catchUp(keeping, engine);
    expect(titles()).toContain('Tijdens het vullen');
    expect(await waiting()).toBe(0);
  });

  test('what was put into the index from before is put again into the one that came', async () => {
    const id = await makeInitiative(own.database, { title: 'Op het nippertje' });
    await catchUp(keeping, engine);
    const swapped = Promise.withResolvers<undefined>();
    const begun = Promise.withResolvers<undefined>();
    let catching: Promise<unknown> = Promise.resolve();
    engine.beforeSwap = async () => {
      // the fresh index is full without this, and the one from before gets it after the swap
      await own.database.initiative.update({ where: { id }, data: { title: 'Net op tijd' } });
      engine.beforePut = async () => {
        engine.beforePut = async () => Promise.resolve();
        begun.resolve(undefined);
        await swapped.promise;
      };
      catching = catchUp(keeping, engine);
      await begun.promise;
    };
    await fillIndex(keeping, engine, noWords);
    swapped.resolve(undefined);
    await catching;
    expect(engine.puts).toBeGreaterThan(0);
    expect(titles()).toContain('Net op tijd');
    expect(await waiting()).toBe(0);
  });

  test('a filling that failed, or whose process died, leaves the index as it was and forgets nothing', async () => {
    engine.beforeSwap = async () => {
      await makeInitiative(own.database, { title: 'Halverwege' });
      throw new Error('full disk');
    };
    await expect(fillIndex(keeping, engine, noWords)).rejects.toThrow('full disk');
    await catchUp(keeping, engine);
    expect(titles()).toContain('Halverwege');

    await own.database.searchIndex.update({ where: { engine: 'postgresql' }, data: { isFilling: true } });
    await makeInitiative(own.database, { title: 'Na de dood' });
    await catchUp(keeping, engine);
    expect(await waiting()).toBeGreaterThan(0);
    await endLostFilling(keeping, engine);
    await catchUp(keeping, engine);
    expect(await waiting()).toBe(0);
    expect(titles()).toContain('Na de dood');
  });

  test('by one process at a time', async () => {
    const second = await keepingOf(own, [engine]);
    try {
      await makeInitiative(own.database, { title: 'Om de beurt' });
      let others: number | null = -1;
      engine.beforePut = async () => {
        others = await catchUp(second, engine);
      };
      expect(await catchUp(keeping, engine)).toBeGreaterThan(0);
      expect(others).toBeNull();
    } finally {
      await second.turns.close();
    }
  });
});

describe('by itself', () => {
  test('it hears what changed, tries again when an engine was down, and fills what was never filled', async () => {
    const fresh = new MemoryEngine();
    const mine = await keepingOf(own, [fresh]);
    await own.database.searchIndex.update({ where: { engine: 'postgresql' }, data: { filledAt: null } });
    const listener = openListener(own.url, { warn: () => undefined });
    fresh.broken = new Error('not yet');
    const keeper = await keepUp(mine, { listener, words: async () => Promise.resolve(noWords) });
    try {
      await vi.waitFor(() => {
        expect(mine.errors).toHaveLength(1);
      });
      fresh.broken = null;
      await vi.waitFor(
        () => {
          expect(fresh.documents.size).toBe(engine.documents.size);
        },
        { timeout: 10_000 },
      );
      await makeInitiative(own.database, { title: 'Meteen te vinden' });
      await vi.waitFor(
        () => {
          expect([...fresh.documents.values()].map(({ title }) => title)).toContain('Meteen te vinden');
        },
        { timeout: 4000 },
      );
    } finally {
      await keeper.stop();
      await listener.close();
    }
  });
});

describe('the checker', () => {
  test('names what differs, and mends it', async () => {
    await catchUp(keeping, engine);
    engine.documents = new Map();
    await fillIndex(keeping, engine, noWords);
    await catchUp(keeping, engine);
    const [missing, outdated] = [...engine.documents.values()].filter(({ kind }) => kind === 'initiative');
    if (missing === undefined || outdated === undefined) throw new Error('there are plans');
    engine.documents.delete(missing.id);
    engine.documents.set(outdated.id, { ...outdated, stamp: 'old' });
    for (const id of ['initiative-nergens', 'iets-anders']) engine.documents.set(id, { ...outdated, id });
    const found = await checkIndex(keeping, engine, { isMended: false });
    expect(found.differences).toEqual(
      [
        { id: missing.id, problem: 'missing' },
        { id: outdated.id, problem: 'outdated' },
        { id: 'initiative-nergens', problem: 'left over' },
        { id: 'iets-anders', problem: 'left over' },
      ].sort((one, other) => (one.id < other.id ? -1 : 1)),
    );
    expect(await own.database.searchIndex.findFirst()).toMatchObject({ differences: 4 });
    const mended = await checkIndex(keeping, engine, { isMended: true });
    expect(mended).toMatchObject({ before: 4, differences: [] });
    expect(await own.database.searchIndex.findFirst()).toMatchObject({ differences: 0 });
  });
});
