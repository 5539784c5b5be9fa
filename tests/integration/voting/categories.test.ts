import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { logInvariantNames } from '#app/modules/control/queries/log-invariants.server.ts';
import { readAnnouncement } from '#app/modules/voting/announcement.ts';
import type { VoteCategory } from '#app/modules/voting/category.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { changeVote } from '#app/modules/voting/commands/prepare-vote.server.ts';
import { checkProject } from '#app/modules/voting/commands/put-up-projects.server.ts';
import { announceVote } from '#app/modules/voting/commands/run-vote.server.ts';
import { fillCategories, setCategories, sortProjects } from '#app/modules/voting/commands/set-categories.server.ts';
import { publishedVoteFile } from '#app/modules/voting/queries/published-vote.query.server.ts';
import { voteDivisions } from '#app/modules/voting/queries/vote-divisions.query.server.ts';
import { votePage } from '#app/modules/voting/queries/vote-page.query.server.ts';
import type { VoteContent } from '#app/modules/voting/vote.ts';
import { planContent } from '#tests/integration/procurement/plan-content.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { annulling } from './by-two.ts';
import { by, cast, closesAt, codesOf, contentOf, must, prepared, revisionOf, type VoteScene } from './vote-scene.ts';

const own = useTestDatabase();

const press = async (scene: VoteScene) => ({ voteId: scene.voteId, revision: await revisionOf(scene) });
const preparer = async (scene: VoteScene) => by(own.database, scene.preparer);
const green: VoteCategory = { number: 1, name: 'Groen', ceiling: cents(1_600_00) };
const sport: VoteCategory = { number: 3, name: 'Sport', ceiling: null };

const set = async (scene: VoteScene, categories: VoteCategory[]) =>
  setCategories({ ...(await press(scene)), categories }, await preparer(scene));
const sort = async (scene: VoteScene, places: [number, number | null][]) =>
  sortProjects(
    { ...(await press(scene)), places: places.map(([number, category]) => ({ number, category })) },
    await preparer(scene),
  );
const announce = async (scene: VoteScene) => announceVote(await press(scene), await by(own.database, scene.announcer));

/** Plans of 1,000, 1,500 and 2,000 euro; the first two are green, where one of them fits. */
async function divided(changes: Partial<VoteContent> = {}): Promise<VoteScene> {
  const scene = await prepared(own.database, changes);
  must(await set(scene, [green, sport]));
  const places: [number, number | null][] = [
    [1, 1],
    [2, 1],
    [3, 3],
  ];
  must(await sort(scene, places));
  return scene;
}

const placesIn = async ({ voteId }: VoteScene) =>
  (await own.database.voteProject.findMany({ where: { voteId }, orderBy: { number: 'asc' } })).map(
    ({ category }) => category,
  );

const namesIn = async ({ voteId }: VoteScene) =>
  (await own.database.voteCategory.findMany({ where: { voteId }, orderBy: { number: 'asc' } })).map(({ name }) => name);

async function counted(scene: VoteScene, ballots: readonly number[][]): Promise<string> {
  const { database, voteId } = scene;
  const { opensAt, slug } = await database.vote.findUniqueOrThrow({ where: { id: voteId } });
  await keepTime(database, opensAt);
  const codes = await codesOf(scene, ballots.length);
  for (const [at, choices] of ballots.entries()) must(await cast(scene, codes[at] ?? '', choices));
  await keepTime(database, closesAt);
  must(await countVote(await press(scene), await by(database, scene.announcer, closesAt)));
  return slug;
}

describe('while preparing', () => {
  test('plans stay in a category as long as its number stays, whatever it is called', async () => {
    const scene = await divided();
    expect(await placesIn(scene)).toEqual([1, 1, 3]);
    // the two names change places
    must(
      await set(scene, [
        { ...green, name: 'Sport' },
        { ...sport, name: 'Groen' },
      ]),
    );
    expect(await namesIn(scene)).toEqual(['Sport', 'Groen']);
    expect(await placesIn(scene)).toEqual([1, 1, 3]);
    must(await set(scene, [green]));
    expect(await placesIn(scene)).toEqual([1, 1, null]);
    must(await sort(scene, [[2, null]]));
    expect(await placesIn(scene)).toEqual([1, null, null]);
    must(await set(scene, []));
    expect(await placesIn(scene)).toEqual([null, null, null]);
  });

  test('who changed them prepared the vote: somebody else announces it', async () => {
    const scene = await divided();
    const chair = await by(own.database, scene.announcer);
    must(await setCategories({ ...(await press(scene)), categories: [green, sport] }, chair));
    expect(await announce(scene)).toMatchObject({ reason: 'same-person' });
    must(await announceVote(await press(scene), await preparer(scene)));
  });

  test('who has an interest in a plan on the list changes none of them', async () => {
    const scene = await divided();
    const [initiativeId = ''] = scene.initiativeIds;
    await own.database.interestDeclaration.create({
      data: { id: newId(), personId: scene.preparer, initiativeId, kind: 'family', declaredAt: testNow },
    });
    const before = await placesIn(scene);
    const refusal = { reason: 'interest-in-vote' };
    expect(await set(scene, [green])).toMatchObject(refusal);
    expect(await sort(scene, [[2, null]])).toMatchObject(refusal);
    const filled = { ...(await press(scene)), kind: 'wijk', equally: true } as const;
    expect(await fillCategories(filled, await preparer(scene))).toMatchObject(refusal);
    expect(await placesIn(scene)).toEqual(before);
  });

  test('what cannot be is refused, and nothing of it stays', async () => {
    const scene = await divided();
    const other = await prepared(own.database);
    must(await set(other, [{ number: 7, name: 'Van een ander', ceiling: null }]));
    for (const [outcome, reason] of [
      [await set(scene, [{ ...green, ceiling: cents(3_000_01) }]), 'above-amount'],
      [await set(scene, [green, { ...sport, name: 'GROEN' }]), 'category-twice'],
      [await set(scene, [green, { ...sport, number: 1 }]), 'category-invalid'],
      [await set(scene, [{ ...green, number: 13 }]), 'category-invalid'],
      [await set(scene, [{ ...green, name: 'x'.repeat(61) }]), 'category-invalid'],
      [await set(scene, [{ ...green, name: 'Groen, water' }]), 'category-invalid'],
      [await sort(scene, [[1, 7]]), 'category-unknown'],
      [await sort(scene, [[9, 1]]), 'project-unknown'],
      [
        await sort(scene, [
          [1, 1],
          [1, 3],
        ]),
        'project-unknown',
      ],
      [
        await setCategories({ ...(await press(scene)), revision: 1, categories: [] }, await preparer(scene)),
        'changed-meanwhile',
      ],
      [
        await setCategories({ ...(await press(scene)), categories: [] }, await by(own.database, scene.outsider)),
        'role-needed',
      ],
      [await setCategories({ ...(await press(scene)), categories: [] }, await preparer(other)), 'role-needed'],
      [
        await fillCategories({ ...(await press(scene)), kind: 'wijk', equally: false }, await preparer(scene)),
        'division-gone',
      ],
      [await setCategories({ voteId: 'niets', revision: 1, categories: [] }, await preparer(scene)), 'vote-unknown'],
    ] as const)
      expect(outcome).toMatchObject({ ok: false, reason });
    expect(await namesIn(scene)).toEqual(['Groen', 'Sport']);
    expect(await placesIn(scene)).toEqual([1, 1, 3]);
  });

  test('of two people at once one is refused, and so is the second press of one', async () => {
    const scene = await divided();
    const at = await press(scene);
    const [mine, yours] = await Promise.all([
      setCategories({ ...at, categories: [green] }, await preparer(scene)),
      sortProjects({ ...at, places: [{ number: 3, category: 1 }] }, await by(own.database, scene.announcer)),
    ]);
    expect([mine, yours].filter(({ ok }) => ok)).toHaveLength(1);
    expect([mine, yours]).toContainEqual({ ok: false, reason: 'changed-meanwhile' });
  });

  test('ready-made: by wijk, with equal ceilings, by what the version says that is voted on', async () => {
    const scene = await prepared(own.database);
    const [one = '', two = '', three = ''] = scene.initiativeIds;
    for (const [initiativeId, areas] of [
      [one, ['TA']],
      [two, ['TB']],
      [three, ['TA', 'TB']],
    ] as const)
      await own.database.$transaction(async (tx) => {
        await tx.$executeRaw`set local session_replication_role = replica`;
        await tx.initiativeVersion.update({
          where: { initiativeId_version: { initiativeId, version: 1 } },
          data: { content: { ...planContent([], {}), wholeDistrict: false, areas: [...areas], themes: [] } },
        });
      });
    const divisions = await voteDivisions(own.database, scene.voteId);
    expect(divisions).toEqual([
      {
        kind: 'wijk',
        categories: [
          { name: 'Wijk TA', projects: [1] },
          { name: 'Wijk TB', projects: [2] },
        ],
        without: [3],
      },
    ]);
    must(await fillCategories({ ...(await press(scene)), kind: 'wijk', equally: true }, await preparer(scene)));
    expect(await placesIn(scene)).toEqual([1, 2, null]);
    const rows = await own.database.voteCategory.findMany({ where: { voteId: scene.voteId } });
    expect(rows.map(({ ceilingCents }) => Number(ceilingCents))).toEqual([1_500_00, 1_500_00]);
  });

  test('a plan is put in a category also when who checked it has an interest by now', async () => {
    const scene = await prepared(own.database);
    must(await set(scene, [green]));
    const [initiativeId = ''] = scene.initiativeIds;
    await own.database.interestDeclaration.create({
      data: { id: newId(), personId: scene.preparer, initiativeId, kind: 'family', declaredAt: testNow },
    });
    const places = [{ number: 1, category: 1 }];
    must(await sortProjects({ ...(await press(scene)), places }, await by(own.database, scene.announcer)));
    expect(await placesIn(scene)).toEqual([1, null, null]);
  });
});

describe('announcing', () => {
  test('is refused as long as a category cannot be', async () => {
    const scene = await divided();
    const lower = contentOf(scene.fundId, { amount: cents(2_000_00) });
    must(await set(scene, [{ ...green, ceiling: cents(2_500_00) }, sport]));
    must(await changeVote({ ...(await press(scene)), content: lower }, await preparer(scene)));
    expect(await announce(scene)).toMatchObject({ reason: 'category-above-amount' });
    must(await set(scene, [{ ...green, ceiling: cents(1_400_00) }, sport]));
    expect(await announce(scene)).toMatchObject({ reason: 'category-too-dear' });
    // left out it is no obstacle, but the other category is empty then
    const checked = await by(own.database, scene.announcer);
    const out = { verdict: 'excluded', reason: 'Kan niet.', cost: cents(1_500_00) } as const;
    must(await checkProject({ ...(await press(scene)), number: 2, ...out }, checked));
    must(
      await sort(scene, [
        [3, 1],
        [1, 3],
      ]),
    );
    must(await sort(scene, [[3, null]]));
    expect(await announce(scene)).toMatchObject({ reason: 'category-empty' });
    must(
      await sort(scene, [
        [1, 1],
        [3, 3],
      ]),
    );
    must(await announce(scene));
  });

  test('fixes them: in the file, in the log, and in the database', async () => {
    const scene = await divided();
    must(await announce(scene));
    const { database } = own;
    const { voteId } = scene;
    const { slug } = await database.vote.findUniqueOrThrow({ where: { id: voteId } });
    const published = readAnnouncement((await publishedVoteFile(database, slug, 'announcement'))?.text ?? '');
    expect(published?.rule.categories).toEqual([
      { number: 1, name: 'Groen', ceilingCents: 1_600_00 },
      { number: 3, name: 'Sport', ceilingCents: null },
    ]);
    expect(published?.projects.map(({ category }) => category)).toEqual([1, 1, 3]);
    for (const outcome of [await set(scene, [green]), await sort(scene, [[1, 3]])])
      expect(outcome).toMatchObject({ reason: 'already-announced' });
    const key = { voteId_number: { voteId, number: 1 } };
    for (const change of [
      async () => database.voteCategory.update({ where: key, data: { ceilingCents: 1n } }),
      async () => database.voteCategory.update({ where: key, data: { name: 'Anders' } }),
      async () => database.voteCategory.create({ data: { voteId, number: 2, name: 'Nieuw' } }),
      async () => database.voteCategory.delete({ where: { voteId_number: { voteId, number: 3 } } }),
      async () => database.voteProject.updateMany({ where: { voteId }, data: { category: null } }),
    ])
      await expect(change()).rejects.toThrow('vote_announced_fixed');
    const page = await votePage(database, slug, 'nl');
    expect(page?.categories).toEqual([
      { ...green, plans: 2 },
      { ...sport, plans: 1 },
    ]);
    expect(page?.projects.map(({ category }) => category)).toEqual(['Groen', 'Groen', 'Sport']);
  });

  test('without categories it publishes what it did before there were any', async () => {
    const scene = await prepared(own.database);
    must(await announce(scene));
    const { slug } = await own.database.vote.findUniqueOrThrow({ where: { id: scene.voteId } });
    const text = (await publishedVoteFile(own.database, slug, 'announcement'))?.text ?? '';
    expect(text).not.toContain('categor');
  });
});

describe('the database, whoever asks', () => {
  test.each([
    ['a ceiling of nothing', { ceilingCents: 0n }, 'vote_category_ceiling'],
    ['no name', { name: '' }, 'vote_category_name'],
    ['a name between spaces', { name: ' Groen' }, 'vote_category_name'],
    ['a name of two lines', { name: 'Groen\nen' }, 'vote_category_name'],
    ['number 0', { number: 0 }, 'vote_category_number'],
    ['a thirteenth', { number: 13 }, 'vote_category_number'],
  ])('refuses %s', async (_what, changes, constraint) => {
    const { voteId } = await prepared(own.database);
    const row = { voteId, number: 1, name: 'Groen', ...changes };
    await expect(own.database.voteCategory.create({ data: row })).rejects.toThrow(constraint);
  });

  test('refuses a plan in the category of another vote', async () => {
    const [scene, other] = [await prepared(own.database), await divided()];
    expect(await namesIn(other)).toContain('Sport');
    await expect(
      own.database.voteProject.updateMany({ where: { voteId: scene.voteId, number: 1 }, data: { category: 3 } }),
    ).rejects.toThrow('vote_project_vote_id_category_fkey');
  });
});

describe('counting', () => {
  // by most votes both green plans would win; together they are above their ceiling
  const ballots = [[1, 2], [1, 2], [1, 2], [1], [3]];

  test.each([
    ['greedy', null],
    ['equal-shares', 'add1u'],
    ['equal-shares', 'none'],
  ] as const)(
    'by %s (%s) a ceiling decides, and the published file alone gives the same',
    async (method, completion) => {
      const scene = await divided({ method, completion });
      must(await announce(scene));
      const slug = await counted(scene, ballots);
      const page = await votePage(own.database, slug, 'nl');
      if (page?.result?.is !== 'outcome') throw new Error('no outcome');
      expect(page.result.winners).toContain(1);
      expect(page.result.winners).not.toContain(2);
      expect([...page.result.shut, ...page.result.leftOver.flatMap(({ full }) => full ?? [])]).toContainEqual(
        expect.objectContaining({ category: 1, left: 600_00 }),
      );
      const text = (await publishedVoteFile(own.database, slug, 'ballots'))?.text ?? '';
      const folder = mkdtempSync(join(tmpdir(), 'wijkbeurs-categories-'));
      const run = (file: string) => {
        writeFileSync(join(folder, 'stemmen.pb'), file);
        const script = fileURLToPath(new URL('../../../scripts/recount.ts', import.meta.url));
        const { status, stdout, stderr } = spawnSync('node', [script, join(folder, 'stemmen.pb')], {
          encoding: 'utf8',
        });
        return { status, said: stdout + stderr };
      };
      try {
        expect(run(text)).toMatchObject({ status: 0, said: expect.stringContaining('Agrees') as string });
        // with a higher ceiling the second plan wins too: the ceiling was what decided
        if (completion !== 'none')
          expect(run(text.replace('budget_per_category;1600', 'budget_per_category;2500')).status).not.toBe(0);
      } finally {
        rmSync(folder, { recursive: true });
      }
      const wrong = (await findings(own.database, closesAt, logInvariantNames)).findings;
      expect(wrong.flatMap(({ offenders }) => offenders).filter((one) => one.includes(slug))).toEqual([]);
    },
  );

  test('a count in the place of one that was annulled has the same categories', async () => {
    const scene = await divided({ method: 'greedy', completion: null });
    must(await announce(scene));
    const slug = await counted(scene, ballots);
    const before = await publishedVoteFile(own.database, slug, 'ballots');
    const { propose, annul, count } = annulling(scene);
    must(await propose(scene.announcer));
    must(await annul(scene.preparer));
    expect(await set(scene, [])).toMatchObject({ reason: 'already-announced' });
    must(await count(scene.announcer));
    const after = await publishedVoteFile(own.database, slug, 'ballots');
    expect(after?.attempt).toBe(2);
    expect(after?.text).toBe(before?.text);
  });

  test('a ceiling that somebody changes behind the back of the record is named', async () => {
    const scene = await divided();
    must(await announce(scene));
    const slug = await counted(scene, ballots);
    const offenders = async () =>
      (await findings(own.database, closesAt, logInvariantNames)).findings
        .flatMap((finding) => finding.offenders)
        .filter((one) => one.split('/').includes(slug));
    const behind = async (statement: string) =>
      own.database.$transaction(async (tx) => {
        await tx.$executeRaw`set local session_replication_role = replica`;
        expect(await tx.$executeRawUnsafe(`${statement} and vote_id = '${scene.voteId}'`)).toBe(1);
      });
    expect(await offenders()).toEqual([]);
    await behind('update vote_category set ceiling_cents = 250000 where number = 1');
    expect(await offenders()).toEqual(expect.arrayContaining([`vote/${slug}`, `vote_count/${slug}`]));
    await behind('update vote_category set ceiling_cents = 160000 where number = 1');
    await behind('update vote_project set category = null where number = 2');
    expect(await offenders()).toContain(`vote_project/${slug}/2`);
    await behind('update vote_project set category = 1 where number = 2');
    expect(await offenders()).toEqual([]);
  });
});
