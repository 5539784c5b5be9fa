import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClusterPortfolio } from './cluster-names.ts';
import { proposeClusters, type ClusterRequest } from './clusters.ts';
import { randomFrom } from './random.ts';

const ask = (portfolios: readonly ClusterPortfolio[], given: Partial<ClusterRequest> = {}): ClusterRequest => ({
  portfolios,
  fewest: 2,
  most: 6,
  smallest: 2,
  largest: 12,
  pins: [],
  seed: 1,
  ...given,
});

const subjects = {
  groen: ['tuin', 'plant', 'boom', 'bijen', 'moestuin'],
  jeugd: ['kind', 'school', 'huiswerk', 'sport', 'talent'],
  zorg: ['ouder', 'eenzaam', 'bezoek', 'mantelzorg', 'gezond'],
};

/** Portfolios of three subjects, with words of their own and words that all of them use. */
function market(count: number, withThemes: boolean): ClusterPortfolio[] {
  const draw = randomFrom(count);
  return Object.entries(subjects).flatMap(([theme, words]) =>
    Array.from({ length: count }, (_, n) => ({
      id: `${theme}-${n}`,
      themes: withThemes && n % 4 !== 3 ? [theme] : [],
      stems: ['buurt', 'bewoner', 'samen', ...words.filter(() => draw(3) > 0), words[n % 5]!],
    })),
  );
}
const subjectsIn = (portfolios: readonly string[]) => [...new Set(portfolios.map((id) => id.split('-')[0]))];

describe('clusters', () => {
  test('portfolios of one subject find each other, by theme or by words alone, and are named after it', () => {
    const themed = proposeClusters(ask(market(6, true))).clusters;
    expect(themed.map(({ portfolios }) => subjectsIn(portfolios))).toHaveLength(3);
    for (const { portfolios, name } of themed)
      expect(name).toEqual({ kind: 'theme', theme: subjectsIn(portfolios).join() });
    const worded = proposeClusters(ask(market(6, false))).clusters;
    expect(worded).toHaveLength(3);
    for (const { portfolios, name } of worded) {
      const [subject, ...others] = subjectsIn(portfolios);
      expect(others).toEqual([]);
      const stems = name.kind === 'words' ? name.stems : [];
      expect(stems.length).toBeGreaterThanOrEqual(2);
      expect(subjects[subject as keyof typeof subjects]).toEqual(expect.arrayContaining([...stems]));
    }
  });

  test('cards that people moved stay when it is proposed again, and the others come along', () => {
    const portfolios = market(5, true);
    const pins = [
      { portfolio: 'groen-0', cluster: 'straks' },
      { portfolio: 'jeugd-0', cluster: 'straks' },
      { portfolio: 'zorg-1', cluster: 'zorgen' },
      { portfolio: 'zorg-1', cluster: 'straks' },
      { portfolio: 'gone', cluster: 'straks' },
    ];
    const plan = proposeClusters(ask(portfolios, { pins }));
    const clusterOf = (id: string) => plan.clusters.find((cluster) => cluster.portfolios.includes(id))?.key;
    // of two places that contradict each other the first by name counts
    expect(['groen-0', 'jeugd-0', 'zorg-1'].map(clusterOf)).toEqual(['straks', 'straks', 'straks']);
    expect(plan.explanations.map(({ people, reason }) => [...people, reason])).toEqual([
      ['gone', 'not-here'],
      ['zorg-1', 'pinned-elsewhere'],
    ]);
  });

  test.each([
    ['none', 0, 0],
    ['one', 1, 1],
    ['two that share nothing', 2, 1],
  ])('%s', (_what, count, clusters) => {
    const portfolios = Array.from({ length: count }, (_, n) => ({ id: `p${n}`, themes: [], stems: [`word${n}`] }));
    const plan = proposeClusters(ask(portfolios, { fewest: 1 }));
    expect(plan.clusters).toHaveLength(clusters);
    for (const { name } of plan.clusters) expect(name).toEqual({ kind: 'rest' });
  });

  test('every portfolio once, sizes as asked, the same in any order', () => {
    const portfolio = fc.record({
      themes: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
      stems: fc.array(fc.constantFrom('s', 't', 'u', 'v', 'w', 'x'), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(portfolio, { minLength: 4, maxLength: 18 }), fc.integer(), (given, seed) => {
        const portfolios = given.map((one, n) => ({ ...one, id: `p${String(n).padStart(2, '0')}` }));
        const plan = proposeClusters(ask(portfolios, { seed, largest: 6 }));
        expect(plan.clusters.flatMap((cluster) => cluster.portfolios).sort()).toEqual(portfolios.map(({ id }) => id));
        expect(new Set(plan.clusters.map(({ key }) => key)).size).toBe(plan.clusters.length);
        for (const cluster of plan.clusters) {
          expect(cluster.portfolios.length).toBeLessThanOrEqual(6);
          expect(cluster.portfolios.length).toBeGreaterThanOrEqual(2);
        }
        expect(proposeClusters(ask([...portfolios].reverse(), { seed, largest: 6 }))).toEqual(plan);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
