import { useTranslation } from 'react-i18next';
import { useLocale } from '#app/i18n/use-locale.ts';
import { ruleText } from '#app/modules/donutfonds/reasons.ts';
import type { RuleResult } from '#app/modules/donutfonds/rules.ts';
import { Icon } from '../icon/icon.tsx';

/** Each rule with what came of it: a sign, and the same in words. */
export function RuleResults({ results }: { results: readonly RuleResult[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-2">
      {results.map((result) => (
        <li key={result.rule} className="flex gap-2.5">
          <Icon
            name={result.met ? 'check' : 'cross'}
            className={`mt-[0.2em] size-[1.15em] shrink-0 ${result.met ? 'text-garden' : 'text-brick'}`}
          />
          <span>{ruleText(t, locale, result)}</span>
        </li>
      ))}
    </ul>
  );
}
