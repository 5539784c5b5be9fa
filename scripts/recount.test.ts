import { execFile, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'wijkbeurs-recount-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const vote = `META
key;value
vote_type;approval
budget;100
rule;greedy
PROJECTS
project_id;cost;name;selected
a;60;Tuin;1
b;50;Feest;0
c;50;Bankje;0
VOTES
voter_id;vote
1;a
2;a,b
3;c
4;b
5;a,c
`;

function recount(text: string, ...options: string[]) {
  const path = join(folder, 'vote.pb');
  writeFileSync(path, text);
  const script = fileURLToPath(new URL('./recount.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync('node', [script, path, ...options], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

test('agrees with a file that is right, by the rule in the file', () => {
  const { status, said } = recount(vote);
  expect(said).toContain('Agrees');
  expect(status).toBe(0);
});

test('says which projects differ', () => {
  const { status, said } = recount(vote.replace('Tuin;1', 'Tuin;0').replace('Feest;0', 'Feest;1'));
  expect(said).toContain('Wins, and is not selected in the file: a');
  expect(said).toContain('Selected in the file, and does not win: b');
  expect(status).toBe(1);
});

test('a tie is told, and broken by the lot that is given', () => {
  const tied = vote.replace('a;60;Tuin;1', 'a;40;Tuin;1');
  expect(recount(tied)).toMatchObject({ status: 1, said: expect.stringContaining('A tie between b, c') as string });
  expect(recount(tied.replace('rule;greedy', 'rule;greedy\nlots;b,c')).said).toContain(
    'Wins, and is not selected in the file: b',
  );
  expect(recount(tied.replace('rule;greedy', 'rule;greedy\nlots;x')).status).toBe(2);
  expect(recount(tied, '--lots', 'a,b|c,b').said).toContain('Wins, and is not selected in the file: c');
  expect(recount(tied, '--lots', 'c,b').said).toContain('Wins, and is not selected in the file: c');
});

test('a category gets no more than its money in the file', () => {
  const categories = vote
    .replace('rule;greedy', 'rule;greedy\ncategories;groen,samen\nbudget_per_category;50,100')
    .replace('name;selected', 'name;category;selected')
    .replace('Tuin;', 'Tuin;groen;')
    .replace('Feest;', 'Feest;samen;')
    .replace('Bankje;0', 'Bankje;"samen,groen";1');
  const { said } = recount(categories);
  expect(said).toContain('Wins, and is not selected in the file: b');
  expect(said).toContain('Selected in the file, and does not win: a');
  expect(recount(categories.replace(';50,100', ';50')).status).toBe(2);
});

test('a file that a site publishes is fetched, over https alone', async () => {
  const server = createServer((_, answer) => answer.end(vote)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const script = fileURLToPath(new URL('./recount.ts', import.meta.url));
  try {
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${String(port)}/stemmen/plein/stemmen.pb`;
    expect((await promisify(execFile)('node', [script, address])).stdout).toContain('Agrees');
  } finally {
    server.close();
  }
  const elsewhere = spawnSync('node', [script, 'http://stemmen.example/stemmen.pb'], { encoding: 'utf8' });
  expect(elsewhere).toMatchObject({ status: 2, stderr: expect.stringContaining('only over https') as string });
});

test('what cannot be counted is said with its line', () => {
  const { status, said } = recount(vote.replace('approval', 'cumulative'));
  expect(said).toContain('line 3: only the vote types approval and choose-1 can be counted (cumulative)');
  expect(status).toBe(2);
  expect(recount(vote, '--rule', 'condorcet').status).toBe(2);
  expect(recount(vote, '--completion', 'more').status).toBe(2);
});
