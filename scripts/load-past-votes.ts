import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instant } from '#app/kernel/instant.ts';
import { importPastVote } from '#app/modules/counting/commands/import-past-vote.server.ts';
import { writePabulib } from '#app/modules/counting/pabulib/write.ts';
import type { Database } from '#app/platform/database.server.ts';
import { demoVote } from '#prisma/demo/past-vote.ts';

/** Real votes, where somebody put them beside the project. */
const folder = fileURLToPath(new URL('../../shared/data/pabulib/', import.meta.url));

/** The invented vote of the demo. */
export async function loadPastVote(database: Database, now: Instant): Promise<void> {
  const taken = await importPastVote(database, inventedVote(), now, { licence: 'CC0 1.0', source: '' });
  if (!taken.ok) throw new Error('the invented vote cannot be read');
}

/** Takes in the real votes of the folder that were not taken in before; one that cannot be read is left. @returns how many are new */
export async function loadRealVotes(database: Database, now: Instant): Promise<number> {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : [];
  let fresh = 0;
  for (const name of files.sort()) {
    const taken = await importPastVote(database, readFileSync(join(folder, name), 'utf8'), now);
    if (taken.ok && taken.isNew) fresh += 1;
  }
  return fresh;
}

/** The same every time: each voter ticks two to five plans, those of their own wijk more often. */
function inventedVote(): string {
  const { title, year, budget, voters, plans, ages, wijken } = demoVote;
  let state = 2025;
  const chance = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  const votes = plans.map(() => 0);
  const ballots = Array.from({ length: voters }, (_, voter) => {
    const wijk = wijken[Math.floor(chance() * wijken.length)] ?? '';
    const age = ages[Math.floor(chance() * ages.length)] ?? 0;
    const many = 2 + Math.floor(chance() * 4);
    const chosen = new Set<number>();
    while (chosen.size < many) {
      const at = Math.floor(chance() * plans.length);
      const plan = plans[at];
      if (plan !== undefined && chance() < plan.wanted * (plan.wijk === wijk ? 1.4 : 0.6)) chosen.add(at);
    }
    for (const at of chosen) votes[at] = (votes[at] ?? 0) + 1;
    const ids = [...chosen].sort((one, other) => one - other).map((at) => String(at + 1));
    return [String(voter + 1), String(age), wijk, ids.join(',')];
  });
  return writePabulib({
    meta: [
      ['description', title],
      ['country', 'Netherlands'],
      ['unit', 'Amsterdam'],
      ['district', 'Nieuw-West'],
      ['num_projects', String(plans.length)],
      ['num_votes', String(voters)],
      ['budget', String(budget)],
      ['vote_type', 'approval'],
      ['rule', 'greedy'],
      ['date_begin', String(year)],
      ['language', 'nl'],
      ['currency', 'EUR'],
    ],
    projects: {
      columns: ['project_id', 'cost', 'votes', 'name', 'category', 'neighborhood'],
      rows: plans.map(({ name, cost, category, wijk }, at) => [
        ...[String(at + 1), String(cost), String(votes[at] ?? 0)],
        ...[name, category, wijk],
      ]),
    },
    votes: { columns: ['voter_id', 'age', 'neighborhood', 'vote'], rows: ballots },
  });
}
