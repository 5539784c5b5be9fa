import { afterEach, describe, expect, test } from 'vitest';
import { importPastVote } from '#app/modules/counting/commands/import-past-vote.server.ts';
import { pastVotes } from '#app/modules/counting/queries/past-votes.query.server.ts';
import * as tryVotes from '#app/routes/stemmingen.uitproberen.tsx';
import * as pastVoteFile from '#app/routes/stemmingen.verleden.$slug[.pb].ts';
import * as pastVote from '#app/routes/stemmingen.verleden.$slug.tsx';
import { Browser } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { testNow } from '#tests/factories/index.ts';

const own = useTestDatabase();

afterEach(async () => {
  await own.database.pastVote.deleteMany();
});

const file = `META
key;value
description;Buurtbudget
district;Nieuw-West
vote_type;approval
rule;greedy
date_begin;2021
budget;100
PROJECTS
project_id;cost;name
a;60;Tuin
b;50;Feest
VOTES
voter_id;vote
1;a
2;a,b
3;b
4;a
`;

type Compared = {
  compared: { comparison: { rules: { name: string; winners: number[] }[] }; told: { rule: string }[] };
};

describe('a vote of an earlier year', () => {
  test('is taken in once, and gets an address of its own', async () => {
    const { database } = own;
    expect(await importPastVote(database, file, testNow)).toEqual({ ok: true, slug: 'buurtbudget-2021', isNew: true });
    expect(await importPastVote(database, file, testNow)).toMatchObject({ slug: 'buurtbudget-2021', isNew: false });
    const other = file.replace('4;a', '4;b');
    expect(await importPastVote(database, other, testNow)).toMatchObject({ slug: 'buurtbudget-2021-2', isNew: true });
    expect(await pastVotes(database)).toMatchObject([
      { slug: 'buurtbudget-2021', place: 'Nieuw-West', year: '2021', budget: 10_000, voters: 4, projects: 2 },
      { slug: 'buurtbudget-2021-2' },
    ]);
  });

  test('is not taken in with mistakes', async () => {
    const refused = await importPastVote(own.database, file.replace('approval', 'ordinal'), testNow);
    expect(refused).toEqual({ ok: false, mistakes: [{ line: 5, kind: 'vote-type', found: 'ordinal' }] });
    expect(await pastVotes(own.database)).toEqual([]);
  });

  test('cannot be changed, nor be another file than it says', async () => {
    const { database } = own;
    await importPastVote(database, file, testNow);
    await expect(database.pastVote.updateMany({ data: { title: 'Anders' } })).rejects.toThrow('does not change');
    const row = await database.pastVote.findFirstOrThrow();
    await database.pastVote.deleteMany();
    await expect(database.pastVote.create({ data: { ...row, text: `${file}\n` } })).rejects.toThrow('sha256');
  });

  test('gives its file on only under a licence that was named, byte for byte', async () => {
    const browser = new Browser(own.database, 'live');
    const read = async (slug: string) => browser.get(pastVoteFile.loader, `/stemmingen/verleden/${slug}.pb`, { slug });
    await importPastVote(own.database, file, testNow);
    expect((await read('buurtbudget-2021')).status).toBe(404);
    const other = file.replace('4;a', '4;b');
    const origin = { licence: 'CC BY 4.0', source: 'https://pabulib.example/1' };
    await importPastVote(own.database, other, testNow, origin);
    expect(await (await read('buurtbudget-2021-2')).response?.text()).toBe(other);
    const page = await browser.get(pastVote.loader, '/stemmingen/verleden/x', { slug: 'buurtbudget-2021-2' });
    expect(page.data).toMatchObject({ origin });
  });

  test('is counted by every rule, and told by the one that is asked for', async () => {
    await importPastVote(own.database, file, testNow);
    const browser = new Browser(own.database, 'live');
    const read = async (query: string) =>
      browser.get(pastVote.loader, `/stemmingen/verleden/buurtbudget-2021${query}`, { slug: 'buurtbudget-2021' });
    const usual = (await read('')).data as Compared;
    expect(usual.compared.comparison.rules.map(({ name, winners }) => [name, winners])).toEqual([
      ['greedy', [0]],
      ['add1u', [0]],
      ['add1', [0]],
      ['utilitarian', [0]],
      ['none', [0]],
    ]);
    const none = (await read('?regel=none')).data as Compared;
    expect(none.compared.told.map(({ rule }) => rule)).toEqual(['none', 'greedy']);
    const odd = (await read('?regel=greedy')).data as Compared;
    expect(odd.compared.told.map(({ rule }) => rule)).toEqual(['add1u', 'greedy']);
    const missing = await browser.get(pastVote.loader, '/stemmingen/verleden/x', { slug: 'x' });
    expect(missing.status).toBe(404);
  });
});

describe('a file of one’s own', () => {
  const send = async (text: string | Uint8Array<ArrayBuffer> | null, rule?: string) => {
    const form = new FormData();
    if (rule !== undefined) form.append('rule', rule);
    if (text !== null) form.append('file', new File([text], 'stemming.pb'));
    return new Browser(own.database, 'live').postForm(tryVotes.action, '/stemmingen/uitproberen', form);
  };

  test('is counted, and nothing of it is kept', async () => {
    const { status, data } = await send(file);
    expect([status, data]).toMatchObject([200, { ok: true, chosen: 'add1u', comparison: { voters: 4 } }]);
    const none = { chosen: 'none', told: [{ rule: 'none' }, { rule: 'greedy' }] };
    expect((await send(file, 'none')).data).toMatchObject(none);
    expect((await send(file, 'x'.repeat(1000))).data).toMatchObject({ chosen: 'add1u' });
    expect(await pastVotes(own.database)).toEqual([]);
  });

  test('comes back with its mistakes, or with why it was not read', async () => {
    expect(await send(file.replace('4;a', '4;c'))).toMatchObject({
      status: 422,
      data: { ok: false, reason: null, mistakes: [{ line: 18, kind: 'no-project', found: 'c' }] },
    });
    expect(await send(null)).toMatchObject({ status: 422, data: { reason: 'none' } });
    expect(await send('x'.repeat(10 * 1024 * 1024 + 1))).toMatchObject({ status: 413, data: { reason: 'tooLarge' } });
  });

  test('that is not UTF-8 is read as windows-1252, and totals that its ballots do not bear out are named', async () => {
    const words = file.replace('Tuin', 'Caf\u00e9 \u2013 \u20ac 5').replace('key;value\n', 'key;value\nnum_votes;5\n');
    const old = { '\u00e9': 0xe9, '\u2013': 0x96, '\u20ac': 0x80 } as Record<string, number>;
    const bytes = Uint8Array.from(words, (letter) => old[letter] ?? letter.charCodeAt(0));
    expect((await send(bytes)).data).toMatchObject({
      ok: true,
      comparison: { voters: 4, projects: [{ name: 'Caf\u00e9 \u2013 \u20ac 5' }, { name: 'Feest' }] },
      doubts: [{ kind: 'other-voters', found: '5 \u2260 4' }],
      moreDoubts: 0,
    });
    expect((await send(words)).data).toMatchObject({
      comparison: { projects: [{ name: 'Caf\u00e9 \u2013 \u20ac 5' }, {}] },
    });
  });

  test('twenty from one address in ten minutes', async () => {
    for (let each = 0; each < 20; each += 1) await send(null);
    expect(await send(file)).toMatchObject({ status: 429, data: { reason: 'tooMany' } });
  });
});
