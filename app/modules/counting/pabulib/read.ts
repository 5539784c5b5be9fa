import { cents } from '#app/kernel/money.ts';
import { electionOf, type Election, type VoteProject } from '../election.ts';
import type { Mistake, MistakeKind, PabulibFile, PabulibVote } from './file.ts';
import { amountOf } from './rows.ts';
import { sectionsOf, type Row, type Section } from './sections.ts';

/**
 * Reads a Pabulib file with approval ballots (`approval`, `choose-1`).
 * @returns the vote, or every mistake with its line; ordinal, cumulative and scoring ballots are one
 */
export function readPabulib(
  text: string,
): { readonly ok: true; readonly vote: PabulibVote } | { readonly ok: false; readonly mistakes: readonly Mistake[] } {
  // one answer that helps, instead of one for each line of a picture
  if (text.trim() === '') return { ok: false, mistakes: [{ line: 1, kind: 'empty-file', found: '' }] };
  if (text.includes('\u0000')) return { ok: false, mistakes: [{ line: 1, kind: 'no-text', found: '' }] };
  const mistakes: Mistake[] = [];
  const say = (line: number, kind: MistakeKind, found: string) => {
    mistakes.push({ line, kind, found });
  };
  const { META: meta, PROJECTS: projects, VOTES: votes } = sectionsOf(text, say);
  if (meta === null || projects === null || votes === null) return { ok: false, mistakes };

  const keys = keysOf(meta, say);
  const lineOfKey = (key: string) => keys.get(key)?.line ?? meta.line;
  const type = (keys.get('vote_type')?.value ?? '').trim();
  if (type !== 'approval' && type !== 'choose-1') say(lineOfKey('vote_type'), 'vote-type', type);
  const budget = amountOf(keys.get('budget')?.value ?? '');
  if (budget === null) say(lineOfKey('budget'), 'no-budget', keys.get('budget')?.value ?? '');

  const known = projectsOf(projects, say);
  const ballots = type === 'approval' || type === 'choose-1' ? ballotsOf(votes, known, type === 'choose-1', say) : [];
  if (mistakes.length > 0) return { ok: false, mistakes: mistakes.sort((one, other) => one.line - other.line) };

  const file: PabulibFile = {
    meta: meta.rows.map(({ fields: [key = '', value = ''] }): [string, string] => [key, value]),
    projects: { columns: projects.columns, rows: projects.rows.map(({ fields }) => fields) },
    votes: { columns: votes.columns, rows: votes.rows.map(({ fields }) => fields) },
  };
  const election = electionOf(
    cents(budget ?? 0),
    [...known.values()].map(({ project }) => project),
    ballots,
  );
  const chosen = [...known.values()].flatMap(({ selected }, at) => (selected ? [at] : []));
  const selected = projects.columns.includes('selected') ? chosen : null;
  return { ok: true, vote: { file, election, selected, doubts: doubtsOf(keys, projects, election) } };
}

type Say = (line: number, kind: MistakeKind, found: string) => void;
type Keys = ReadonlyMap<string, { readonly value: string; readonly line: number }>;
type Known = ReadonlyMap<string, { readonly at: number; readonly project: VoteProject; readonly selected: boolean }>;

function keysOf(meta: Section, say: Say): Keys {
  const keys = new Map<string, { value: string; line: number }>();
  for (const { line, fields } of meta.rows) {
    const [key = '', value = ''] = fields.map((field) => field.trim());
    if (keys.has(key)) say(line, 'key-twice', key);
    keys.set(key, { value, line });
  }
  for (const key of ['vote_type', 'budget']) if (!keys.has(key)) say(meta.line, 'no-key', key);
  return keys;
}

function projectsOf(section: Section, say: Say): Known {
  const known = new Map<string, { at: number; project: VoteProject; selected: boolean }>();
  for (const row of section.rows) {
    const id = section.field(row, 'project_id');
    const cost = amountOf(section.field(row, 'cost'));
    const selected = section.field(row, 'selected');
    if (id === '' || id.includes(',')) say(row.line, 'no-id', id);
    else if (known.has(id)) say(row.line, 'project-twice', id);
    if (cost === null || cost === 0) say(row.line, 'no-cost', section.field(row, 'cost'));
    if (!/^[0-3]?$/.test(selected)) say(row.line, 'no-selected', selected);
    const project = { id, name: section.field(row, 'name'), cost: cents(cost ?? 0) };
    if (!known.has(id)) known.set(id, { at: known.size, project, selected: selected === '1' });
  }
  return known;
}

function ballotsOf(section: Section, known: Known, one: boolean, say: Say): number[][] {
  const voters = new Set<string>();
  return section.rows.map((row) => {
    const voter = section.field(row, 'voter_id');
    if (voter === '') say(row.line, 'no-id', '');
    else if (voters.has(voter)) say(row.line, 'voter-twice', voter);
    voters.add(voter);
    return choicesOf(section, row, known, one, say);
  });
}

function choicesOf(section: Section, row: Row, known: Known, one: boolean, say: Say): number[] {
  const vote = section.field(row, 'vote');
  const chosen = new Set<number>();
  for (const id of vote === '' ? [] : vote.split(',').map((part) => part.trim())) {
    const project = known.get(id);
    if (project === undefined) say(row.line, 'no-project', id);
    else if (chosen.has(project.at)) say(row.line, 'chosen-twice', id);
    else chosen.add(project.at);
  }
  if (one && chosen.size > 1) say(row.line, 'more-than-one', vote);
  return [...chosen];
}

/** Totals in the file that its ballots do not bear out. They decide nothing: ballots are counted. */
function doubtsOf(keys: Keys, projects: Section, election: Election): Mistake[] {
  const doubts: Mistake[] = [];
  const compare = (line: number, kind: MistakeKind, said: string, counted: number) => {
    if (said !== '' && Number(said) !== counted) doubts.push({ line, kind, found: `${said} ≠ ${counted}` });
  };
  for (const [key, kind, counted] of [
    ['num_votes', 'other-voters', election.voters],
    ['num_projects', 'other-projects', election.projects.length],
  ] as const)
    compare(keys.get(key)?.line ?? 0, kind, keys.get(key)?.value ?? '', counted);
  projects.rows.forEach((row, at) => {
    compare(row.line, 'other-votes', projects.field(row, 'votes'), election.votes[at] ?? 0);
  });
  return doubts;
}
