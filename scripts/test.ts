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
type Step = { name: string; run: () => Promise<Count> };

const check = (name: string, script: string): Step => ({
  name,
  run: async () => ((await npmRun(script)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});

const tests = (name: string, project: string): Step => ({ name, run: async () => vitest(project) });

const steps: Step[] = [
  check('format', 'check:format'),
  check('lint', 'check:lint'),
  check('layers', 'check:layers'),
  check('unused code', 'check:unused'),
  check('types', 'check:types'),
  tests('unit tests', 'unit'),
  tests('integration tests', 'integration'),
  check('build', 'build'),
  tests('fault tests', 'fault'),
  tests('browser tests', 'browser'),
];

async function npmRun(script: string): Promise<number> {
  return command('npm', ['run', '--silent', script]);
}

async function command(program: string, options: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, { cwd: project, stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numFailedTestSuites: z.number() });

async function vitest(name: string): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'wijkbeurs-report-'));
  const file = join(folder, 'report.json');
  const output = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const program = join(project, 'node_modules/.bin/vitest');
  const code = await command(process.execPath, [program, 'run', '--project', name, '--passWithNoTests', ...output]);
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
const chosen = only.length === 0 ? steps : steps.filter((step) => only.some((word) => step.name.includes(word)));
const lines: string[] = [];
const total: Count = { passed: 0, failed: 0 };
for (const step of chosen) {
  console.log(`\n── ${step.name}`);
  const start = performance.now();
  const { passed, failed } = await step.run();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const verdict = failed === 0 ? 'ok  ' : 'FAIL';
  lines.push(`${verdict} ${step.name.padEnd(20)} ${passed} passed, ${failed} failed (${seconds} s)`);
  console.log(lines.at(-1));
}

console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
