import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeEligibility, type RuleJudgement } from './eligibility.ts';

const met = (ruleSlug: string): RuleJudgement => ({ ruleSlug, met: true, note: '' });

describe('judgeEligibility', () => {
  test.each<[string, RuleJudgement[], object]>([
    ['every rule met', [met('a'), met('b')], { ok: true }],
    ['a rule not judged', [met('a')], { ok: false, reason: 'rules-not-all-judged', detail: { count: 1 } }],
    [
      'a rule left open',
      [met('a'), { ruleSlug: 'b', met: null, note: 'later' }],
      { ok: false, reason: 'rules-not-all-judged' },
    ],
    [
      'not met without a note',
      [met('a'), { ruleSlug: 'b', met: false, note: '  ' }],
      { ok: false, reason: 'unmet-rule-needs-note' },
    ],
    ['not met with a note', [met('a'), { ruleSlug: 'b', met: false, note: 'mag, want proef' }], { ok: true }],
    ['a rule that is not published', [met('a'), met('b'), met('c')], { ok: false, reason: 'rules-changed' }],
    ['the same rule twice', [met('a'), met('b'), met('b')], { ok: false, reason: 'rules-changed' }],
  ])('%s', (_case, judgements, outcome) => {
    expect(judgeEligibility(['a', 'b'], judgements)).toMatchObject(outcome);
  });

  test('gives exactly one verdict per rule, in their order, or refuses', () => {
    const rules = ['a', 'b', 'c', 'd'];
    const judgement = fc.record({
      ruleSlug: fc.constantFrom(...rules),
      met: fc.option(fc.boolean()),
      note: fc.constantFrom('', ' ', 'omdat'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(judgement, { selector: ({ ruleSlug }) => ruleSlug }), (judgements) => {
        const outcome = judgeEligibility(rules, judgements);
        const complete =
          judgements.length === rules.length &&
          judgements.every(({ met, note }) => met === true || (met === false && note.trim() !== ''));
        expect(outcome.ok).toBe(complete);
        if (outcome.ok) expect(outcome.value.map(({ ruleSlug }) => ruleSlug)).toEqual(rules);
      }),
    );
  });
});
