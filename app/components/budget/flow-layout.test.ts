import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowPlan, labelLines } from './flow-layout.ts';

const size = { width: 1000, bandHeight: 400, nodeWidth: 12, slot: 40, gap: 8 };

describe('the picture of the money', () => {
  it('draws every euro equally tall, and bands that start and end where their boxes are', () => {
    const plan = flowPlan(
      [
        [{ key: 's', amount: 100 }],
        [
          { key: 'a', amount: 75 },
          { key: 'b', amount: 25 },
        ],
      ],
      [
        { from: 's', to: 'b', amount: 25 },
        { from: 's', to: 'a', amount: 75 },
      ],
      size,
    );
    const [source, a, b] = plan.nodes.flat();
    expect([source?.height, a?.height, b?.height]).toEqual([400, 300, 100]);
    expect(plan.links.map(({ to, path }) => [to, path.startsWith(`M12 ${source?.y}`)])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(plan.height).toBe(408);
  });

  it('keeps boxes inside the drawing and apart, whatever the amounts', () => {
    const column = fc.array(fc.nat(20_000_000), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(column, column, (one, other) => {
        const nodes = [one, other].map((amounts, index) =>
          amounts.map((amount, at) => ({ key: `${String(index)}-${String(at)}`, amount })),
        );
        const plan = flowPlan(nodes, [], size);
        for (const placed of plan.nodes) {
          for (const [index, node] of placed.entries()) {
            expect(node.y).toBeGreaterThanOrEqual(0);
            expect(node.y + node.height).toBeLessThanOrEqual(plan.height + 0.2);
            const next = placed[index + 1];
            if (next !== undefined) expect(next.y).toBeGreaterThanOrEqual(node.y + node.height);
          }
        }
      }),
    );
  });

  it('leaves out a band to a box that is not drawn', () => {
    const plan = flowPlan([[{ key: 's', amount: 1 }]], [{ from: 's', to: 'gone', amount: 1 }], size);
    expect(plan.links).toEqual([]);
  });
});

describe('a label', () => {
  it.each([
    ['EID', ['EID']],
    ['Wonen en Leefomgeving', ['Wonen en', 'Leefomgeving']],
    ['Eigenaarschap, Inclusie en Democratie', ['Eigenaarscha…', 'Inclusie en…']],
    ['Bestaanszekerheid', ['Bestaanszeke…']],
  ])('%s', (name, lines) => {
    expect(labelLines(name, 13)).toEqual(lines);
  });
});
