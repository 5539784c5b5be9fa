import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { logInvariantNames } from '#app/modules/control/queries/log-invariants.server.ts';
import { publishLog } from '#app/modules/transparency/commands/publish-log.server.ts';
import { readAnnouncement } from '#app/modules/voting/announcement.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { checkCodes } from '#app/modules/voting/queries/own-ballot.query.server.ts';
import { publishedVoteFile } from '#app/modules/voting/queries/published-vote.query.server.ts';
import { votePage } from '#app/modules/voting/queries/vote-page.query.server.ts';
import * as announcementProof from '#app/routes/stemmen.$slug.aankondiging_.bewijs[.json].ts';
import * as announcement from '#app/routes/stemmen.$slug.aankondiging[.json].ts';
import * as ballotsProof from '#app/routes/stemmen.$slug.stemmen_.bewijs[.json].ts';
import * as ballots from '#app/routes/stemmen.$slug.stemmen[.pb].ts';
import { Browser, type Answer } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { announced, by, cast, closesAt, codesOf, must, opened, revisionOf, type VoteScene } from './vote-scene.ts';

const own = useTestDatabase();

async function counted(scene: VoteScene, votes: readonly number[][], areas: readonly string[] = []): Promise<string> {
  const { voteId, database, announcer } = scene;
  for (const area of ['TA', 'TB']) {
    const mine = votes.filter((_, at) => (areas[at] ?? 'TA') === area);
    const codes = mine.length === 0 ? [] : await codesOf(scene, mine.length, area);
    for (const [at, choices] of mine.entries()) must(await cast(scene, codes[at] ?? '', choices));
  }
  await keepTime(database, closesAt);
  const context = await by(database, announcer, closesAt);
  must(await countVote({ voteId, revision: await revisionOf(scene) }, context));
  return (await database.vote.findUniqueOrThrow({ where: { id: voteId } })).slug;
}

const fileOf = async (slug: string, kind: 'announcement' | 'ballots') =>
  (await publishedVoteFile(own.database, slug, kind))?.text ?? '';

const textIn = async ({ response }: Answer) => response?.text() ?? '';

const wrong = async () =>
  (await findings(own.database, closesAt, logInvariantNames)).findings.flatMap(({ offenders }) => offenders);

/** Whoever owns the machine reaches past every rule. */
async function changed(statement: string) {
  await own.database.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.$executeRawUnsafe('alter table vote_publication drop constraint if exists vote_publication_file');
    expect(await tx.$executeRawUnsafe(statement)).toBe(1);
  });
}

test('announcing publishes everything that decides, and the log keeps it', async () => {
  const scene = await announced(own.database);
  const { slug } = await own.database.vote.findUniqueOrThrow({ where: { id: scene.voteId } });
  const published = readAnnouncement(await fileOf(slug, 'announcement'));
  expect(published).toMatchObject({
    amountCents: 3_000_00,
    areas: ['TA', 'TB'],
    rule: { method: 'equal-shares', completion: 'add1u', minimumVotes: 1 },
    projects: [{ costCents: 1_000_00, version: 1 }, { costCents: 1_500_00 }, { costCents: 2_000_00 }],
  });
  expect(await fileOf(slug, 'ballots')).toBe('');
  const { sha256 } = (await publishedVoteFile(own.database, slug, 'announcement'))!;
  const leaf = await own.database.logLeaf.findFirstOrThrow({ where: { kind: 'vote', subject: slug } });
  expect(leaf.record).toContain(sha256);
});

test('the database announces nothing without its rule, counts nothing without its ballots, and keeps both', async () => {
  const scene = await opened(own.database);
  await counted(scene, [[1], [2, 3]]);
  const { voteId } = scene;
  const { database } = own;
  await expect(
    database.votePublication.update({
      where: { voteId_kind_attempt: { voteId, kind: 'ballots', attempt: 1 } },
      data: { text: '' },
    }),
  ).rejects.toThrow('vote_append_only');
  await expect(database.votePublication.deleteMany({ where: { voteId } })).rejects.toThrow('vote_append_only');
  const other = await opened(own.database);
  await keepTime(database, closesAt);
  await expect(
    database.vote.update({ where: { id: other.voteId }, data: { state: 'counted', countedAt: closesAt } }),
  ).rejects.toThrow('vote_is_published');
});

test('the command counts the published file again, alone, and agrees', async () => {
  const scene = await opened(own.database);
  const slug = await counted(scene, [[1, 2], [1, 2], [1], [3], [3], [2]]);
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeurs-published-'));
  try {
    const path = join(folder, 'stemmen.pb');
    const run = (text: string) => {
      writeFileSync(path, text);
      const script = fileURLToPath(new URL('../../../scripts/recount.ts', import.meta.url));
      const { status, stdout, stderr } = spawnSync('node', [script, path], { encoding: 'utf8' });
      return { status, said: stdout + stderr };
    };
    const text = await fileOf(slug, 'ballots');
    const page = await votePage(own.database, slug, 'nl');
    const result = page?.result?.is === 'outcome' ? page.result : null;
    expect(run(text)).toMatchObject({ status: 0, said: expect.stringContaining('Agrees') as string });
    expect(run(text).said).toContain(
      `Spent €${((result?.spent ?? 0) / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`,
    );
    expect(run(text.replace('\n1;1\n', '\n1;3\n')).said).toContain(
      'the number of votes for this project is not that of the ballots (3 ≠ 2)',
    );
    expect(run(text.replace(/;1;1$/m, ';1;0')).said).toContain('Wins, and is not selected in the file');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the file says nothing of who voted or where, and its order says nothing of the check codes', async () => {
  const cards = [...Array.from({ length: 12 }, () => [1]), [2], [2, 3], [3]];
  const slug = await counted(await opened(own.database), cards, [
    ...Array.from({ length: 12 }, () => 'TA'),
    'TB',
    'TB',
  ]);
  const text = await fileOf(slug, 'ballots');
  const votes = text.slice(text.indexOf('VOTES\n')).trim().split('\n').slice(1);
  expect(votes[0]).toBe('voter_id;vote');
  expect(votes.slice(1)).toEqual(
    cards
      .map((choices) => choices.join(','))
      .sort()
      .map((vote, at) => `${String(at + 1)};${vote}`),
  );
  const { id } = await own.database.vote.findUniqueOrThrow({ where: { slug } });
  for (const code of (await checkCodes(own.database, id)) ?? []) expect(text).not.toContain(code);
  for (const { key } of await own.database.voteBallot.findMany({ where: { voteId: id } }))
    expect(text).not.toContain(key);
  const page = await votePage(own.database, slug, 'nl');
  expect(page?.result?.turnout).toEqual([
    { areaCode: 'TA', voters: null },
    { areaCode: 'TB', voters: null },
  ]);
});

test('each file is given as it stands in the log, with its proof', async () => {
  const slug = await counted(await opened(own.database), [[1, 2], [3]]);
  const seeds = [new Uint8Array(32).fill(7)];
  await publishLog({ database: own.database, now: closesAt, seeds, origin: 'wijkbeurs.example/log' });
  const browser = new Browser(own.database, 'live');
  for (const [file, proof, path, kind] of [
    [ballots, ballotsProof, `/stemmen/${slug}/stemmen`, 'vote-result'],
    [announcement, announcementProof, `/stemmen/${slug}/aankondiging`, 'vote'],
  ] as const) {
    const given = await browser.get(file.loader, path, { slug });
    const leaf = await own.database.logLeaf.findFirstOrThrow({ where: { kind, subject: slug } });
    expect(given.status).toBe(200);
    expect(leaf.record).toContain(
      `"sha256":"${createHash('sha256')
        .update(await textIn(given))
        .digest('hex')}"`,
    );
    expect(await textIn(await browser.get(proof.loader, `${path}/bewijs.json`, { slug }))).toContain(slug);
    expect((await browser.get(file.loader, path, { slug: 'geen-stemming' })).status).toBe(404);
    expect((await browser.get(proof.loader, path, { slug: 'geen-stemming' })).status).toBe(404);
  }
  const open = await opened(own.database);
  const { slug: running } = await own.database.vote.findUniqueOrThrow({ where: { id: open.voteId } });
  expect((await browser.get(ballots.loader, `/stemmen/${running}/stemmen.pb`, { slug: running })).status).toBe(404);
});

test('a result that was kept in an earlier form is counted again', async () => {
  const scene = await opened(own.database);
  const slug = await counted(scene, [[1, 2], [1], [3]]);
  const before = (await votePage(own.database, slug, 'nl'))?.result;
  await changed(
    `update vote_count set result = (result - 'compared' - 'rule' - 'missed') || '{"withWinner": 3, "rounds": [{"others": []}]}' where vote_id = '${scene.voteId}'`,
  );
  expect((await votePage(own.database, slug, 'nl'))?.result).toEqual(before);
});

describe('a byte that was changed past every rule', () => {
  let slug: string;
  let scene: VoteScene;

  beforeAll(async () => {
    scene = await opened(own.database);
    slug = await counted(scene, [[1, 2], [1, 2], [1], [3], [3], [2]]);
    const seeds = [new Uint8Array(32).fill(7)];
    await publishLog({ database: own.database, now: closesAt, seeds, origin: 'wijkbeurs.example/log' });
  });

  const of = (table: string) => `where ${table === 'vote' ? 'id' : 'vote_id'} = '${scene.voteId}'`;

  test('is in none of these', async () => {
    // the other tests of this file change rows too
    expect((await wrong()).filter((one) => one.split('/').includes(slug))).toEqual([]);
  });

  test.each([
    ['a ballot', 'vote_ballot', `choices = '{2,3}'`, `choices = '{1}'`, `and choices = '{1}'`, 'vote_ballot/*'],
    [
      'the cost of a project',
      'vote_project',
      'cost_cents = cost_cents - 1',
      'cost_cents = cost_cents + 1',
      'and number = 2',
      'vote_project/*/2',
    ],
    [
      'who was let in',
      'vote_project',
      `verdict = 'excluded', reason = 'Te duur'`,
      `verdict = 'included', reason = ''`,
      'and number = 3',
      'vote_project/*/3',
    ],
    ['the rule', 'vote', `completion = 'none'`, `completion = 'add1u'`, '', 'vote/*'],
    ['the money', 'vote', 'amount_cents = amount_cents + 100', 'amount_cents = amount_cents - 100', '', 'vote/*'],
    ['the result', 'vote_count', `result = jsonb_set(result, '{spent}', '1')`, null, '', 'vote_count/*'],
    ['a round', 'vote_count', `result = jsonb_set(result, '{rounds,0,share}', '1')`, null, '', 'vote_count/*'],
    [
      'the published ballots',
      'vote_publication',
      `text = replace(text, E'\\n1;1\\n', E'\\n1;3\\n')`,
      null,
      `and kind = 'ballots'`,
      'vote_publication/*',
    ],
    [
      'the published rule',
      'vote_publication',
      `text = replace(text, 'add1u', 'add1')`,
      null,
      `and kind = 'announcement'`,
      'vote/*',
    ],
  ])('in %s is named', async (_what, table, change, back, which, offender) => {
    const column = change.slice(0, change.indexOf(' ='));
    const [kept] = await own.database.$queryRawUnsafe<Record<string, unknown>[]>(
      `select ${column}::text as kept from ${table} ${of(table)} ${which}`,
    );
    await changed(`update ${table} set ${change} ${of(table)} ${which}`);
    expect(await wrong()).toContain(offender.replace('*', slug));
    const undo = back ?? `${column} = $kept$${String(kept?.kept)}$kept$${column === 'result' ? '::jsonb' : ''}`;
    const now = table === 'vote_ballot' ? `and choices = '{2,3}'` : which;
    await changed(`update ${table} set ${undo} ${of(table)} ${now}`);
    expect((await wrong()).filter((one) => one.split('/').includes(slug))).toEqual([]);
  });
});
