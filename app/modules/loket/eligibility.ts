import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';

/** How the loket judged one published rule. `met` is null where nobody judged it yet. */
export type RuleJudgement = { ruleSlug: string; met: boolean | null; note: string };

/** A judgement that can be saved. */
export type RuleVerdict = { ruleSlug: string; met: boolean; note: string };

export type EligibilityRefusal = 'rules-not-all-judged' | 'unmet-rule-needs-note' | 'rules-changed';

/**
 * Checks that every published rule has a verdict and that a rule that is not met has a note saying why the initiative
 * goes on all the same.
 * @param ruleSlugs the rules as they are published now
 * @returns one verdict per rule, in the order of the rules; the refusal counts what is missing
 */
export function judgeEligibility(
  ruleSlugs: readonly string[],
  judgements: readonly RuleJudgement[],
): Outcome<RuleVerdict[], EligibilityRefusal> {
  const given = new Map(judgements.map((judgement) => [judgement.ruleSlug, judgement]));
  if (given.size !== judgements.length || judgements.some(({ ruleSlug }) => !ruleSlugs.includes(ruleSlug))) {
    return refused('rules-changed');
  }
  const verdicts: RuleVerdict[] = [];
  let open = 0;
  let unexplained = 0;
  for (const ruleSlug of ruleSlugs) {
    const judgement = given.get(ruleSlug);
    const met = judgement?.met ?? null;
    const note = judgement?.note.trim() ?? '';
    if (met === null) open += 1;
    else if (!met && note === '') unexplained += 1;
    else verdicts.push({ ruleSlug, met, note });
  }
  if (open > 0) return refused('rules-not-all-judged', { count: open });
  if (unexplained > 0) return refused('unmet-rule-needs-note', { count: unexplained });
  return accepted(verdicts);
}
