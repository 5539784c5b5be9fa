import { describe, expect, test } from 'vitest';
import { groundOf, grounds, planStamp } from './plan.ts';
import { plot, turned, units } from './units.ts';

const ids = Array.from({ length: 200 }, (_, index) => `initiative-${index}`);

describe('the stamp', () => {
  test('the same id always draws the same plan', () => {
    for (const id of ids) expect(planStamp(id, 4, 3)).toEqual(planStamp(id, 4, 3));
  });

  test('different ids draw different plans', () => {
    const drawings = new Set(ids.map((id) => JSON.stringify(planStamp(id, 4, 3))));
    expect(drawings.size).toBeGreaterThan(190);
  });

  test('every plan has blocks, an own plot and a known ground', () => {
    for (const id of ids) {
      const plan = planStamp(id, 4, 3);
      expect(plan.blocks, id).not.toBe('');
      expect(plan.own, id).not.toBe('');
      expect(grounds).toContain(plan.ground);
      expect(groundOf(id)).toBe(plan.ground);
    }
  });

  test('a plan never holds a number that SVG cannot read', () => {
    for (const id of ids) expect(Object.values(planStamp(id, 4, 3)).join(' ')).not.toMatch(/NaN|Infinity|undefined|e-/);
  });

  test('turning and mirroring keeps a unit on its plot', () => {
    for (const unit of units) {
      for (let quarters = 0; quarters < 4; quarters += 1) {
        for (const [x, y, width, height] of turned(unit, quarters, quarters % 2 === 0).blocks) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(plot);
        }
      }
    }
  });
});
