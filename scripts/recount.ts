/**
 * `npm run recount -- <vote.pb or its https address> [--rule greedy|equal-shares] [--completion none|add1|add1u|utilitarian]
 * [--min-votes <n>] [--lots <id,id,…|id,id,…>]`: counts a vote again from its published Pabulib file alone, with no database, and says whether
 * the projects that the file calls selected are the ones that win. Without `--rule` the rule is the one in the file, as are the fewest
 * votes (`min_project_score_threshold`), the lots (`lots`) and the money of categories (`categories` and `budget_per_category`, in the same order).
 * Ends with 0 when they are (or the file names none), 1 when they are not or a tie remains, 2 when it cannot count at all.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { cents, formatCents } from '#app/kernel/money.ts';
import { count, type Rule } from '#app/modules/counting/count.ts';
import { costOf, type Election } from '#app/modules/counting/election.ts';
import { completions, type Completion } from '#app/modules/counting/equal-shares/completion.ts';
import { explain, type Explanation } from '#app/modules/counting/explain.ts';
import type { PabulibFile } from '#app/modules/counting/pabulib/file.ts';
import { readPabulib } from '#app/modules/counting/pabulib/read.ts';
import { ruleInFile } from '#app/modules/counting/pabulib/rule.ts';
import { sayMistake } from './pabulib-mistakes.ts';

class CannotCount extends Error {}

const usage =
  'npm run recount -- <vote.pb or https address> [--rule greedy|equal-shares] [--completion none|add1|add1u|utilitarian] [--min-votes <n>] [--lots <id,id,…|id,id,…>]';

const options = {
  rule: { type: 'string' },
  completion: { type: 'string' },
  'min-votes': { type: 'string' },
  lots: { type: 'string' },
} as const;

type Values = { rule?: string; completion?: string; 'min-votes'?: string; lots?: string };

function asked() {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch {
    throw new CannotCount(usage);
  }
}

function methodOf(values: Values, file: PabulibFile): Rule['method'] {
  const inFile = ruleInFile(file).method;
  const said = new Map(file.meta).get('rule')?.trim() ?? '';
  if (values.rule === undefined && values.completion === undefined) {
    if (inFile !== null) return inFile;
    throw new CannotCount(`The rule "${said}" is not one that can be counted: greedy or equal-shares.\n${usage}`);
  }
  const name = values.rule ?? 'equal-shares';
  if (name === 'greedy') return { name };
  if (name !== 'equal-shares')
    throw new CannotCount(`The rule "${name}" is not one that can be counted: greedy or equal-shares.\n${usage}`);
  const asInFile = inFile?.name === 'equal-shares' ? inFile.completion : 'none';
  const completion = values.completion ?? asInFile;
  const known = completions.find((one): one is Completion => one === completion);
  if (known === undefined) throw new CannotCount(`There is no completion "${completion}".\n${usage}`);
  return { name, completion: known };
}

function ruleOf(values: Values, file: PabulibFile, election: Election): Rule {
  const { minimumVotes, categories, lots: inFile } = ruleInFile(file);
  if (inFile === null) throw new CannotCount('The lots in the file name a project that is not in it, or one twice.');
  const least = values['min-votes'] ?? minimumVotes?.toString() ?? '';
  if (!/^\d{1,9}$/.test(least.trim()))
    throw new CannotCount(`"${least}" is no number of votes (min_project_score_threshold or --min-votes).\n${usage}`);
  if (categories === null)
    throw new CannotCount(
      'budget_per_category does not give an amount for each of the categories that the file names.',
    );
  const lots =
    values.lots === undefined
      ? inFile
      : values.lots.split('|').map((lot) =>
          lot.split(',').map((id) => {
            const at = election.projects.findIndex((project) => project.id === id.trim());
            if (at === -1) throw new CannotCount(`There is no project "${id}" in the file.`);
            return at;
          }),
        );
  return { method: methodOf(values, file), minimumVotes: Number(least), lots, categories };
}

function tell(election: Election, { rounds, leftOver, spent, leftOfBudget }: Explanation): void {
  const name = (project: number) => `${election.projects[project]?.id ?? ''} ${election.projects[project]?.name ?? ''}`;
  const cost = (project: number) => formatCents(cents(costOf(election, [project])), 'en');
  rounds.forEach(({ project, share, effective, inFull, gaveAll }, at) => {
    const less =
      gaveAll.voters === 0 ? '' : `, ${gaveAll.voters} gave the ${formatCents(gaveAll.together, 'en')} they had left`;
    console.log(
      `${String(at + 1).padStart(3)}. ${name(project)}: ${cost(project)}, ${inFull.voters} × ${formatCents(share, 'en')}${less}; ${(effective / 100).toFixed(2)} effective votes`,
    );
  });
  for (const { project, bought } of leftOver)
    if (bought) console.log(`  +  ${name(project)}: ${cost(project)}, ${election.votes[project] ?? 0} votes`);
  console.log(`Spent ${formatCents(spent, 'en')}, left ${formatCents(leftOfBudget, 'en')}.`);
}

/** A file, or what a site publishes; plain http only from this machine. */
async function readAt(path: string): Promise<{ text: string; annulled: string | null }> {
  if (!/^https?:/.test(path)) return { text: await readFile(path, 'utf8'), annulled: null };
  const { protocol, hostname } = new URL(path);
  if (protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    throw new Error('only over https');
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`the site answers ${String(answer.status)}`);
  return { text: await answer.text(), annulled: answer.headers.get('X-Count-Annulled') };
}

/** As the site sends it: percent-encoded. */
function readable(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

async function recount(): Promise<number> {
  const { positionals, values } = asked();
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new CannotCount(usage);
  const { text, annulled } = await readAt(path).catch((error: unknown) => {
    throw new CannotCount(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  });
  const read = readPabulib(text);
  if (!read.ok) throw new CannotCount(`${path} cannot be counted:\n${read.mistakes.map(sayMistake).join('\n')}`);
  const { file, election, selected, doubts } = read.vote;
  if (annulled !== null)
    console.log(`This count was annulled, and another took its place or will. The reason: ${readable(annulled)}`);
  const rule = ruleOf(values, file, election);
  const method = rule.method.name === 'greedy' ? 'greedy' : `equal shares, completion ${rule.method.completion}`;
  console.log(
    `${election.voters} voters, ${election.projects.length} projects, ${formatCents(election.budget, 'en')}: ${method}`,
  );
  if (doubts.length > 0)
    console.log(`Totals in the file that its ballots do not bear out:\n${doubts.map(sayMistake).join('\n')}`);

  const ids = (projects: readonly number[]) => projects.map((at) => election.projects[at]?.id ?? '').join(', ');
  const outcome = count(election, rule);
  if (!outcome.ok) {
    console.log(`A tie between ${ids(outcome.tie.projects)} decides who wins. Draw lots, and count with --lots.`);
    return 1;
  }
  tell(election, explain(election, rule, outcome));
  const winners = [...outcome.bought, ...outcome.added];
  if (outcome.endowment !== null) {
    const { numerator, denominator } = outcome.endowment;
    console.log(
      `Every voter began with ${formatCents(cents(numerator / denominator), 'en')}${numerator % denominator === 0n ? '' : ' and a part of a cent'}.`,
    );
  }
  if (selected === null) {
    console.log('The file does not say who won.');
    return 0;
  }
  const missing = winners.filter((at) => !selected.includes(at));
  const extra = selected.filter((at) => !winners.includes(at));
  if (missing.length === 0 && extra.length === 0) {
    console.log('Agrees: these are the projects that the file calls selected.');
    return 0;
  }
  if (missing.length > 0) console.log(`Wins, and is not selected in the file: ${ids(missing)}`);
  if (extra.length > 0) console.log(`Selected in the file, and does not win: ${ids(extra)}`);
  return 1;
}

try {
  process.exitCode = await recount();
} catch (error) {
  if (!(error instanceof CannotCount)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
