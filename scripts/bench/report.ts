import { mkdir, writeFile } from 'node:fs/promises';
import { arch, availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { Timing } from './timing.ts';

/** One line of the table: what was measured, and beside it what the same run took for the least that could be done. */
export type Line = Timing & {
  part: string;
  what: string;
  /** How many initiatives or documents there were. */
  size: number;
  parallel: number;
  /** Bytes of one answer as sent; null where there is none. */
  bytes: number | null;
  /** Resident memory of the server's process, in MB. */
  memory: number;
  /** A bare Node server that sends the same bytes, per second. */
  bare: number | null;
  /** The bare SQL for the same rows, median in milliseconds. */
  sql: number | null;
};

type Given = Omit<Line, 'memory' | 'bytes' | 'bare' | 'sql'> & Partial<Pick<Line, 'bytes' | 'bare' | 'sql'>>;

export type Report = {
  add: (line: Given) => Line;
  /** A fact beside the table: how long filling took, how good answers are. */
  tell: (part: string, what: string, value: number, unit: string) => void;
  write: () => Promise<string>;
};

const widths = [34, 10, 9, 8, 8, 8, 9, 7, 9, 9] as const;

const row = (columns: readonly string[]) =>
  columns.map((column, at) => (at === 0 ? column.padEnd(widths[0]) : column.padStart(widths[at] ?? 9))).join('');

const head = ['', 'number of', 'per s', 'p50 ms', 'p95 ms', 'p99 ms', 'kB sent', 'MB', 'of bare', '× SQL'];

const digits = (value: number) => value.toFixed(value < 10 ? 1 : 0);

/** What was measured, printed as it comes and written as JSON at the end. */
export function openReport(): Report {
  const lines: Line[] = [];
  const facts: { part: string; what: string; value: number; unit: string }[] = [];
  let last = '';
  const begun = new Date();
  const loadAtBegin = loadavg();
  return {
    add: (given) => {
      const memory = Math.round(process.memoryUsage().rss / 1e6);
      const line: Line = {
        ...given,
        memory,
        bytes: given.bytes ?? null,
        bare: given.bare ?? null,
        sql: given.sql ?? null,
      };
      if (line.part !== last) console.log(`\n${row([line.part, ...head.slice(1)])}`);
      last = line.part;
      lines.push(line);
      console.log(
        row([
          line.what,
          String(line.size),
          digits(line.perSecond),
          ...[line.p50, line.p95, line.p99].map(digits),
          line.bytes === null ? '' : (line.bytes / 1024).toFixed(1),
          String(line.memory),
          line.bare === null ? '' : `${((100 * line.perSecond) / line.bare).toFixed(0)} %`,
          line.sql === null ? '' : (line.p50 / line.sql).toFixed(1),
        ]),
      );
      return line;
    },
    tell: (part, what, value, unit) => {
      facts.push({ part, what, value, unit });
      console.log(`${part}: ${what} ${digits(value)} ${unit}`);
    },
    write: async () => {
      const path = resolve(process.env.BENCH_FILE ?? 'data/bench.json');
      const machine = {
        node: process.version,
        processors: availableParallelism(),
        model: cpus()[0]?.model ?? '',
        architecture: arch(),
        memory: totalmem(),
        loadAtBegin,
        loadAtEnd: loadavg(),
      };
      const said = { begun: begun.toISOString(), ended: new Date().toISOString(), machine, lines, facts };
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, `${JSON.stringify(said, null, 2)}\n`);
      return path;
    },
  };
}
