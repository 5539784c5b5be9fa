import { clockInAmsterdam } from '#app/kernel/amsterdam-time.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { instant } from '#app/kernel/instant.ts';
import type { PabulibFile } from '#app/modules/counting/pabulib/file.ts';
import { amountIn } from '#app/modules/counting/pabulib/rows.ts';
import { ruleWord } from '#app/modules/counting/pabulib/rule.ts';
import { cents } from '#app/kernel/money.ts';
import type { Announcement } from './announcement.ts';
import type { VoteOutcome } from './result.ts';
import type { LotDrawn } from './views.ts';

/** One ballot as a field of the file: numbers of projects from low to high. */
const ballotField = (choices: readonly number[]) => [...choices].sort((one, other) => one - other).join(',');

type Counted = {
  result: VoteOutcome;
  drawn?: readonly LotDrawn[];
  announcedSha256: string | null;
};

/**
 * A vote that was counted as a Pabulib file: every ballot, the rule and who won. Of voters it has nothing at all: rows stand in the
 * order of what is on them, and `voter_id` is the number of the row.
 * @param announced what was announced, with every project that could be chosen
 * @param drawn the order that each lot gave, and when and where it was drawn
 * @param announcedSha256 of the file that was published when the vote was announced
 */
export function ballotFile(
  announced: Announcement,
  ballots: readonly (readonly number[])[],
  { result, drawn = [], announcedSha256 }: Counted,
): PabulibFile {
  const { ballot, rule, projects } = announced;
  const rows = ballots.map(ballotField).sort();
  const votes = new Map(result.votes.map((one) => [one.project, one.votes]));
  const isOne = ballot.kind === 'at-most' && ballot.atMost === 1;
  const longest = ballot.atMost ?? projects.length;
  const names =
    rule.categories === undefined ? null : new Map(rule.categories.map(({ number, name }) => [number, name]));
  const method =
    rule.method === 'greedy'
      ? ({ name: 'greedy' } as const)
      : ({ name: 'equal-shares', completion: rule.completion ?? 'none' } as const);
  return {
    meta: [
      ['description', announced.title],
      ['country', 'Netherlands'],
      ['unit', 'Amsterdam'],
      ['district', 'Nieuw-West'],
      ['instance', announced.vote],
      ['num_projects', String(projects.length)],
      ['num_votes', String(rows.length)],
      ['budget', amountIn(cents(announced.amountCents))],
      ['vote_type', isOne ? 'choose-1' : 'approval'],
      ['rule', ruleWord(method)],
      ['min_project_score_threshold', String(rule.minimumVotes)],
      ...limitsIn(rule.categories ?? []),
      ['date_begin', pabulibDay(announced.opensAt)],
      ['date_end', pabulibDay(announced.closesAt)],
      ['min_length', '1'],
      ['max_length', String(longest)],
      ...(ballot.kind === 'fill-budget' ? [['max_sum_cost', amountIn(cents(announced.amountCents))] as const] : []),
      ['language', 'nl'],
      ['currency', 'EUR'],
      ...(drawn.length === 0
        ? []
        : [
            ['lots', drawn.map(({ lots }) => lots.join(',')).join('|')] as const,
            ['lots_drawn', drawn.map(drawnText).join(' | ')] as const,
          ]),
      ...(announcedSha256 === null ? [] : [['announcement_sha256', announcedSha256] as const]),
      [
        'comment',
        '#1: Votes stand in the order of what was chosen, and voter_id is the number of the row and of nobody. #2: Ties go to the most votes, then the lowest cost, then the first lot in which all of the tie took part. #3: Counted again with: npm run recount -- <this file>',
      ],
    ],
    projects: {
      columns: [
        ...['project_id', 'cost', 'votes', 'name', 'neighborhood'],
        ...(names === null ? [] : ['category']),
        ...['initiative', 'version', 'selected'],
      ],
      rows: projects.map(({ number, costCents, title, areas, category, initiative, version }) => [
        ...[String(number), amountIn(cents(costCents)), String(votes.get(number) ?? 0), title, areas.join(',')],
        ...(names === null ? [] : [names.get(category ?? 0) ?? '']),
        ...[initiative, String(version), result.winners.includes(number) ? '1' : '0'],
      ]),
    },
    votes: { columns: ['voter_id', 'vote'], rows: rows.map((vote, at) => [String(at + 1), vote]) },
  };
}

/** Only categories with a ceiling: one without limits nothing, and stands in the rows of its projects alone. */
function limitsIn(categories: readonly { name: string; ceilingCents: number | null }[]): [string, string][] {
  const limits = categories.flatMap(({ name, ceilingCents }) =>
    ceilingCents === null ? [] : [{ name, ceiling: amountIn(cents(ceilingCents)) }],
  );
  if (limits.length === 0) return [];
  return [
    ['categories', limits.map(({ name }) => name).join(',')],
    ['budget_per_category', limits.map(({ ceiling }) => ceiling).join(',')],
  ];
}

/** 03.12.2026 19:30, Huis van de Wijk; of the place nothing that would end a field. */
const drawnText = ({ drawnAt, place }: LotDrawn) =>
  `${pabulibDay(drawnAt.toISOString())} ${clockInAmsterdam(drawnAt)}, ${place.replace(/[;|\s]+/g, ' ')}`;

/** As Pabulib writes days: 22.11.2026. */
function pabulibDay(moment: string): string {
  const [year = '', month = '', day = ''] = dayInAmsterdam(instant(moment)).split('-');
  return `${day}.${month}.${year}`;
}
