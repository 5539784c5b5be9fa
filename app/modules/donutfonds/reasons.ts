import { formatCents } from '#app/kernel/money.ts';
import { judge, percentText, type DonutFigures, type DonutRules, type RuleResult } from './rules.ts';

type Outcome = 'met' | 'missed';

/** A sentence: its key in the texts, and what is filled in. */
export type Reason = {
  key:
    | `donutfonds:reason.value.${Outcome}`
    | `donutfonds:reason.return.${Outcome | 'none'}`
    | 'donutfonds:reason.rewarded'
    | 'donutfonds:reason.declined'
    | 'donutfonds:reason.setAside';
  facts: Record<string, string>;
};

/** How `t` is asked for one: which facts belong to which key is not in its type. */
export type SayReason = (key: Reason['key'], facts: Reason['facts']) => string;

/** A rule and what came of it. */
export function ruleReason(locale: 'nl' | 'en', result: RuleResult): Reason {
  const outcome: Outcome = result.met ? 'met' : 'missed';
  if (result.rule === 'value')
    return {
      key: `donutfonds:reason.value.${outcome}`,
      facts: { value: formatCents(result.value, locale), minimum: formatCents(result.minimum, locale) },
    };
  const minimum = percentText(result.minimumBps, locale);
  return result.returnBps === null
    ? { key: 'donutfonds:reason.return.none', facts: { minimum } }
    : {
        key: `donutfonds:reason.return.${outcome}`,
        facts: { percent: percentText(result.returnBps, locale), minimum },
      };
}

/** Why an application is rewarded or not, rule by rule, and why it was set aside. */
export function reasonsOf(
  locale: 'nl' | 'en',
  figures: DonutFigures,
  rules: DonutRules,
  verdict: { rewarded: boolean; setAsideReason: string },
): Reason[] {
  const { rewarded, setAsideReason } = verdict;
  return [
    { key: rewarded ? 'donutfonds:reason.rewarded' : 'donutfonds:reason.declined', facts: {} },
    ...judge(figures, rules).map((result) => ruleReason(locale, result)),
    ...(setAsideReason === ''
      ? []
      : [{ key: 'donutfonds:reason.setAside' as const, facts: { reason: setAsideReason } }]),
  ];
}
