import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Database } from '#app/platform/database.server.ts';

/** Milliseconds of the processor, in this process and in those of PostgreSQL; null where the system does not tell (only Linux does). */
export type ProcessorTime = { node: number; postgresql: number | null };

/** Wall-clock times on a busy machine say how busy it is; what the processor did for us is ours. */
export async function processorTime(database: Database): Promise<ProcessorTime> {
  const { user, system } = process.cpuUsage();
  return { node: (user + system) / 1000, postgresql: await ofPostgresql(database) };
}

async function ofPostgresql(database: Database): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const sessions = await database.$queryRaw<{ pid: number }[]>`select pid from pg_stat_activity`;
  return processorTimeOf(sessions.map(({ pid }) => pid));
}

/** Milliseconds of the processor in other processes of this machine; null where the system does not tell. */
export async function processorTimeOf(pids: readonly number[]): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const times = await Promise.all(pids.map(ticksOf));
  return (times.reduce((sum, ticks) => sum + ticks, 0) * 1000) / ticksPerSecond();
}

/** User and system time of a process; 0 when it is gone, or on another machine. */
async function ticksOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '');
  // after the name, which may hold spaces: fields 14 and 15 of the whole
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

let known: number | undefined;

function ticksPerSecond(): number {
  return (known ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })));
}
