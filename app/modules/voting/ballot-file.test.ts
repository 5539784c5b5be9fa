import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { writePabulib } from '#app/modules/counting/pabulib/write.ts';
import type { Announcement } from './announcement.ts';
import { ballotFile } from './ballot-file.ts';
import { agreesWith, recounted } from './recounted.ts';
import type { VoteOutcome } from './result.ts';
import { tally } from './tally.ts';
import type { LotDrawn } from './views.ts';
import { completions, methods, type CountingRule } from './vote.ts';

const rules: CountingRule[] = methods.flatMap((method) =>
  (method === 'greedy' ? [null] : completions).map((completion) => ({ method, completion, minimumVotes: 1 })),
);

/** Titles as people write them: what stands between fields of the file too. */
const title = fc.oneof(
  fc.constantFrom('Tuin; "groen" en meer', '"Feest"', 'VOTES', ' x '),
  fc.string({ minLength: 1 }),
);

const ceiling = fc.option(fc.integer({ min: 1, max: 3000_00 }));

const votes = fc
  .record({
    projects: fc.uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 500 }),
        cost: fc.integer({ min: 1, max: 2000_00 }),
        title,
        category: fc.option(fc.constantFrom<number>(1, 2, 5)),
      }),
      { selector: ({ number }) => number, minLength: 1, maxLength: 8 },
    ),
    ceilings: fc.option(fc.tuple(ceiling, ceiling, ceiling)),
    amount: fc.integer({ min: 1, max: 4000_00 }),
    rule: fc.constantFrom(...rules),
    minimumVotes: fc.integer({ min: 1, max: 3 }),
    ballots: fc.array(fc.array(fc.nat(7), { minLength: 1, maxLength: 5 }), { maxLength: 25 }),
  })
  .map(({ ballots, projects, ceilings, ...vote }) => ({
    ...vote,
    projects: projects.map(({ category, ...project }) => ({
      ...project,
      category: ceilings === null ? null : category,
    })),
    categories: (ceilings ?? []).map((cents, at) => ({
      ...{ number: [1, 2, 5][at] ?? 0, name: ['Groen', 'Sport & spel', "Van 't hart"][at] ?? '', ceilingCents: cents },
    })),
    ballots: ballots.map((places) =>
      [...new Set(places.map((place) => projects[place % projects.length]?.number ?? 0))].sort((a, b) => a - b),
    ),
  }));

function announcedOf({
  projects,
  categories,
  amount,
  rule,
  minimumVotes,
}: Parameters<Parameters<typeof votes.map>[0]>[0]) {
  return {
    ...{ format: 'wijkbeurs.vote', version: 1, vote: 'plein', title: 'Wat doen we?', question: 'Kies.', body: 'wa' },
    ...{ fund: 'f', amountCents: amount, areas: ['FA'], minimumAge: 12, byAccount: true },
    ...{ announcedAt: '2026-11-01T08:00:00.000Z', opensAt: '2026-11-02T08:00:00.000Z' },
    closesAt: '2026-11-30T22:59:00.000Z',
    ballot: { kind: 'approval', atMost: null },
    rule: {
      ...rule,
      minimumVotes,
      ties: ['most-votes', 'lowest-cost', 'lots'],
      ...(categories.length === 0 ? {} : { categories }),
    },
    projects: projects.map(({ number, cost, title: name, category }) => ({
      ...{ number, initiative: `plan-${String(number)}`, version: 1, title: name, costCents: cost, areas: [] },
      ...(category === null ? {} : { category }),
    })),
    excluded: [],
  } satisfies Announcement;
}

/** Counts, and draws lots (by number) as long as there is a tie. */
function counted(vote: Parameters<typeof announcedOf>[0]): { result: VoteOutcome; drawn: LotDrawn[] } {
  const projects = vote.projects.map(({ cost, ...project }) => ({ ...project, cost: cents(cost) }));
  const categories = vote.categories.map(({ ceilingCents, ...one }) => ({
    ...{ ...one, ceiling: ceilingCents === null ? null : cents(ceilingCents) },
  }));
  const rule = { ...vote.rule, minimumVotes: vote.minimumVotes };
  const drawn: LotDrawn[] = [];
  for (;;) {
    const lots = drawn.map((lot) => lot.lots);
    const result = tally({ amount: cents(vote.amount), projects, categories, rule }, vote.ballots, lots, []);
    if (result.is === 'outcome') return { result, drawn };
    drawn.push({ lots: result.tied.toReversed(), drawnAt: instant('2027-01-15T19:30:00Z'), place: 'Huis van de Wijk' });
  }
}

const fileOf = (vote: Parameters<typeof announcedOf>[0], given = counted(vote)) =>
  writePabulib(ballotFile(announcedOf(vote), vote.ballots, { ...given, announcedSha256: null }));

test('counting the published file gives the result that is kept, whatever the rule, the ties and the titles', () => {
  fc.assert(
    fc.property(votes, (vote) => {
      const { result, drawn } = counted(vote);
      const text = fileOf(vote, { result, drawn });
      expect(recounted(text)?.winners).toEqual(result.winners);
      expect(agreesWith(text, result)).toBe(true);
    }),
  );
});

test('the order in which ballots come leaves no trace in the file', () => {
  fc.assert(
    fc.property(votes, fc.infiniteStream(fc.nat()), (vote, chance) => {
      const shuffled = vote.ballots
        .map((ballot) => ({ ballot, at: Number(chance.next().value) }))
        .sort((one, other) => one.at - other.at)
        .map(({ ballot }) => ballot);
      expect(fileOf({ ...vote, ballots: shuffled })).toBe(fileOf(vote));
    }),
  );
});

const small = {
  projects: [
    { number: 2, cost: 600_00, title: 'Tuin', category: null },
    { number: 5, cost: 400_50, title: 'Bankje', category: null },
  ],
  categories: [],
  amount: 1000_50,
  rule: { method: 'greedy', completion: null, minimumVotes: 1 } as CountingRule,
  minimumVotes: 1,
  ballots: [[5], [2, 5], [2], [5]],
};

test('the file says of voters nothing but what they chose', () => {
  const text = fileOf(small);
  expect(text).toContain('budget;1000.50\n');
  expect(text.slice(text.indexOf('VOTES'))).toBe('VOTES\nvoter_id;vote\n1;2\n2;2,5\n3;5\n4;5\n');
});

test.each([
  ['a ballot', '3;5\n', '3;2\n'],
  ['a ballot that is gone', '4;5\n', ''],
  ['a winner', ';1\n5;', ';0\n5;'],
  ['a cost', '5;400.50;', '5;900.50;'],
  ['a rule that there is not', 'rule;greedy', 'rule;phragmen'],
])('%s that was changed does not agree', (_what, before, after) => {
  const { result } = counted(small);
  const text = fileOf(small);
  expect(text).toContain(before);
  expect(agreesWith(text, result)).toBe(true);
  expect(agreesWith(text.replace(before, after), result)).toBe(false);
});

const divided = {
  ...small,
  projects: [
    { number: 2, cost: 600_00, title: 'Tuin', category: 1 },
    { number: 5, cost: 400_50, title: 'Bankje', category: 1 },
    { number: 6, cost: 300_00, title: 'Feest', category: 2 },
    { number: 7, cost: 200_00, title: 'Soep', category: null },
  ],
  amount: 2000_00,
  categories: [
    { number: 1, name: 'Groen en zitten', ceilingCents: 700_50 },
    { number: 2, name: 'Feest', ceilingCents: null },
  ],
  ballots: [[2, 5], [2, 5], [2], [6], [7]],
};

test('the file has the ceilings and where each project belongs, and its winners are those of the ceilings', () => {
  const { result } = counted(divided);
  expect(result.winners).toEqual([2, 7, 6]);
  const text = fileOf(divided);
  expect(text).toContain('\ncategories;Groen en zitten\nbudget_per_category;700.50\n');
  expect(text).toContain('\n2;600;3;Tuin;;Groen en zitten;plan-2;1;1\n');
  expect(text).toContain(';Feest;;Feest;plan-6;1;1\n');
  expect(text).toContain(';Soep;;;plan-7;1;1\n');
  expect(agreesWith(text, result)).toBe(true);
  // without the ceiling others win
  expect(agreesWith(text.replace(';700.50', ';1100.50'), result)).toBe(false);
});

test('a category without a ceiling is no limit in the file, whatever the completion', () => {
  const text = fileOf({ ...divided, categories: [{ number: 1, name: 'Groen', ceilingCents: null }] });
  expect(text).not.toContain('budget_per_category');
  expect(text).toContain(';Groen;');
});

test('a vote without categories has the file that it had before there were any', () => {
  expect(fileOf(small)).toContain('project_id;cost;votes;name;neighborhood;initiative;version;selected\n');
});
