/**
 * `npm test`: every check and every test. A failing step does not keep the others from running; the last line is the
 * verdict, where each check counts as one.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const project = fileURLToPath(new URL('..', import.meta.url));

type Count = { passed: number; failed: number };
/** What a command says: shown at once, or kept until its step is over, so that two at a time stay readable. */
type Output = { shown: true } | { shown: false; kept: Buffer[] };
type Step = { name: string; run: (output: Output) => Promise<Count> };

const check = (name: string, script: string): Step => ({
  name,
  run: async (output) =>
    (await command('npm', ['run', '--silent', script], output)) === 0
      ? { passed: 1, failed: 0 }
      : { passed: 0, failed: 1 },
});

const tests = (name: string, project: string): Step => ({ name, run: async (output) => vitest(project, output) });

/** Two at a time, for two processors: what takes long begins first, so that at the end none stands idle. */
const beforehand = [
  check('types', 'check:types'),
  tests('unit tests', 'unit'),
  check('lint', 'check:lint'),
  check('typed lint', 'check:typed-lint'),
  check('format', 'check:format'),
  check('build', 'build'),
  check('unused code', 'check:unused'),
  check('layers', 'check:layers'),
];
const integration = tests('integration tests', 'integration');
/** A minute at the pace of an evening, in which it mostly waits. */
const fault = tests('fault tests', 'fault');
const browser = tests('browser tests', 'browser');

async function command(program: string, options: string[], output: Output): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, {
      cwd: project,
      stdio: output.shown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    if (!output.shown) {
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => output.kept.push(chunk));
    }
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numFailedTestSuites: z.number() });

async function vitest(name: string, kept: Output): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'wijkbeurs-report-'));
  const file = join(folder, 'report.json');
  const output = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const program = join(project, 'node_modules/.bin/vitest');
  const run = [program, 'run', '--project', name, '--passWithNoTests', ...output];
  const code = await command(process.execPath, run, kept);
  const text = await readFile(file, 'utf8').catch(() => null);
  await rm(folder, { recursive: true, force: true });
  const read = report.safeParse(text === null ? null : JSON.parse(text));
  const count = read.success
    ? { passed: read.data.numPassedTests, failed: read.data.numFailedTests }
    : { passed: 0, failed: 0 };
  // a file that does not load, or a set-up that fails, has no failed test of its own
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

const only = process.argv.slice(2);
const isChosen = ({ name }: Step) => only.length === 0 || only.some((word) => name.includes(word));
const lines: string[] = [];
const total: Count = { passed: 0, failed: 0 };

async function runStep(step: Step, output: Output): Promise<void> {
  const title = `\n── ${step.name}`;
  if (output.shown) console.log(title);
  const start = performance.now();
  const { passed, failed } = await step.run(output);
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const verdict = failed === 0 ? 'ok  ' : 'FAIL';
  const line = `${verdict} ${step.name.padEnd(20)} ${passed} passed, ${failed} failed (${seconds} s)`;
  lines.push(line);
  if (!output.shown) console.log(`${title}\n${Buffer.concat(output.kept).toString()}`.trimEnd());
  console.log(line);
}

/** Takes the next step when one is over; who shares a list with another takes what is left of it. */
async function oneByOne(steps: Step[], isShown: boolean): Promise<void> {
  for (let step = steps.shift(); step !== undefined; step = steps.shift())
    if (isChosen(step)) await runStep(step, isShown ? { shown: true } : { shown: false, kept: [] });
}

await Promise.all([oneByOne(beforehand, false), oneByOne(beforehand, false)]);
await Promise.all([oneByOne([fault], false), oneByOne([integration], true)]);
await oneByOne([browser], true);

console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
