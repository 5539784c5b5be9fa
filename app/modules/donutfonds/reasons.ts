import type { Translate } from '#app/i18n/texts.ts';
import { formatCents } from '#app/kernel/money.ts';
import { judge, percentText, type DonutFigures, type DonutRules, type RuleResult } from './rules.ts';

/** A rule and what came of it, in a sentence. */
export function ruleText(t: Translate, locale: 'nl' | 'en', result: RuleResult): string {
  const outcome = result.met ? 'met' : 'missed';
  if (result.rule === 'value')
    return t(`donutfonds:reason.value.${outcome}`, {
      value: formatCents(result.value, locale),
      minimum: formatCents(result.minimum, locale),
    });
  const minimum = percentText(result.minimumBps, locale);
  return result.returnBps === null
    ? t('donutfonds:reason.return.none', { minimum })
    : t(`donutfonds:reason.return.${outcome}`, { percent: percentText(result.returnBps, locale), minimum });
}

/** Why an application is rewarded or not, rule by rule, and why it was set aside. */
export function reasonsText(
  t: Translate,
  locale: 'nl' | 'en',
  figures: DonutFigures,
  rules: DonutRules,
  verdict: { rewarded: boolean; setAsideReason: string },
): string[] {
  return [
    t(`donutfonds:reason.${verdict.rewarded ? 'rewarded' : 'declined'}`),
    ...judge(figures, rules).map((result) => ruleText(t, locale, result)),
    ...(verdict.setAsideReason === '' ? [] : [t('donutfonds:reason.setAside', { reason: verdict.setAsideReason })]),
  ];
}
